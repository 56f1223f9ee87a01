import { expect, it } from 'vitest';
import { qrModules } from '../../../lib/qr/draw-code.ts';
import { readCodes } from '../../../lib/qr/read-codes.ts';
import { paste, plain } from './draw.ts';

it('draws a code with four quiet modules around it, which our reader reads at three pixels a module', () => {
  const text = `otpauth://totp/Harbour:ada?secret=JBSWY3DPEHPK3PXP&issuer=Harbour&digits=6`;
  const modules = qrModules(text);
  const side = modules.length;
  const quiet = modules.flatMap((row, y) => row.filter((_, x) => Math.min(x, y, side - 1 - x, side - 1 - y) < 4));
  expect(quiet.some((dark) => dark)).toBe(false);
  expect(modules[4]?.[4]).toBe(true);
  const scale = 3;
  const dots = modules.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [[plain(scale, scale, [0, 0, 0]), x * scale, y * scale] as const] : [])),
  );
  const picture = paste(plain(side * scale, side * scale, [255, 255, 255]), ...dots);
  expect(readCodes(picture, { scope: 'code' }).texts.map((read) => read.text)).toEqual([text]);
});

it('refuses what no symbol holds', () => {
  expect(() => qrModules('a'.repeat(2_400))).toThrow();
});
