import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { qrPng } from '../../../portal/qr-picture.ts';

// The pictures show the key of a demonstration that is gone; all the same nobody is to read one from a page about secrets.
const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
const textsIn = async (png: Uint8Array): Promise<readonly string[]> =>
  (await readBarcodes(new Uint8Array(png), { formats: ['QRCode'], tryHarder: true })).map(({ text }) => text);

it('no picture of the documentation holds a code that can be read', async () => {
  const folder = resolve(import.meta.dirname, '../../../docs/pictures');
  for (const file of readdirSync(folder))
    expect({ file, texts: await textsIn(readFileSync(join(folder, file))) }).toEqual({ file, texts: [] });
  const keyUri = 'otpauth://totp/Harbour:demo?secret=JBSWY3DPEHPK3PXP';
  expect(await textsIn(qrPng(keyUri))).toEqual([keyUri]);
});
