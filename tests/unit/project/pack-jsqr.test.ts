import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { withoutTable } from '../../../scripts/pack-jsqr.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('jsqr'), 'utf8');

type Decode = (stream: { readBits(count: number): number }, size: number) => { readonly text: string };

/** jsQR's reader of one kanji, as it is built. */
function decoderOf(code: string): Decode {
  const body = /^function decodeKanji\(.*?^}/ms.exec(code)?.[0] ?? '';
  return runInNewContext(`${body}\ndecodeKanji`, { TextDecoder, Uint8Array });
}

it('jsQR without its table reads the same characters, but for seven that the standard of the web names otherwise', () => {
  const packed = withoutTable(source);
  expect(packed.length).toBeLessThan(source.length / 2);
  const decode = decoderOf(packed);
  const rows = [...source.matchAll(/^ {4}0x([0-9A-F]{4}): 0x([0-9A-F]{4}),$/gm)].map(
    ([, code = '', character = '']) => [Number(`0x${code}`), String.fromCharCode(Number(`0x${character}`))] as const,
  );
  expect(rows.length).toBeGreaterThan(6000);
  const others = rows.flatMap(([code, character]) => {
    const short = code - (code < 0xe000 ? 0x8140 : 0xc140);
    const bits = [1, (short >> 8) * 0xc0 + (short & 0xff)];
    const { text } = decode({ readBits: () => bits.shift() ?? 0 }, 0);
    return text === character ? [] : [`${character}${text}`];
  });
  expect(others.toSorted()).toEqual(['\\＼', '¢￠', '£￡', '¬￢', '‖∥', '−－', '〜～'].toSorted());
});

it('another jsQR, whose table is elsewhere, stops the build', () => {
  expect(() => withoutTable('exports.decode = () => null;')).toThrow('no table of Shift_JIS');
});
