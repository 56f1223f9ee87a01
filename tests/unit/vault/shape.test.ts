import { describe, expect, it, vi } from 'vitest';
import { joined, utf8 } from '../../../lib/vault/bytes.ts';
import {
  bytesOf,
  hasExactly,
  isBase64Of,
  isRecord,
  isUnixMs,
  isWhole,
  parseJsonBytes,
  parseJsonText,
} from '../../../lib/vault/shape.ts';

describe('what a stored value is', () => {
  it('is a record for objects alone', () => {
    for (const value of [{}, { a: 1 }]) expect(isRecord(value)).toBe(true);
    for (const value of [null, undefined, [], 'a', 1, () => null]) expect(isRecord(value)).toBe(false);
  });

  it('has exactly some keys, in any order, of its own', () => {
    expect(hasExactly({ b: 1, a: 2 }, ['a', 'b'])).toBe(true);
    expect(hasExactly({ a: 1 }, ['a', 'b'])).toBe(false);
    expect(hasExactly({ a: 1, b: 2, c: 3 }, ['a', 'b'])).toBe(false);
    expect(hasExactly({ a: 1, c: 3 }, ['a', 'b'])).toBe(false);
    expect(hasExactly(Object.assign(Object.create({ b: 2 }), { a: 1, c: 3 }), ['a', 'b'])).toBe(false);
    expect(hasExactly({}, [])).toBe(true);
  });

  it('is a whole number within bounds that both count', () => {
    expect([1, 2, 3, 4].map((value) => isWhole(value, 2, 3))).toEqual([false, true, true, false]);
    for (const value of [2.5, '2', null, Number.NaN, [2], 2n]) expect(isWhole(value, 2, 3)).toBe(false);
    expect(isWhole(2 ** 53, 0, 2 ** 54)).toBe(false);
  });

  it('is a time that a date can show', () => {
    expect([-1, 0, 8.64e15, 8.64e15 + 1].map(isUnixMs)).toEqual([false, true, true, false]);
  });

  it('is base64 of some length, which is bounded before it is decoded', () => {
    expect(bytesOf('AAAA', 3, 3)).toEqual(new Uint8Array(3));
    expect(bytesOf('AAA=', 2, 3)).toEqual(new Uint8Array(2));
    for (const [value, least, most] of [
      ['AAAA', 4, 9],
      ['AAAA', 1, 2],
      ['AAAAAAAA', 1, 3],
      ['A', 0, 9],
      [1, 0, 9],
      [null, 0, 9],
    ] as const)
      expect(bytesOf(value, least, most)).toBeNull();
    expect(bytesOf('', 0, 0)).toEqual(new Uint8Array());
    const decode = vi.spyOn(globalThis, 'atob');
    expect(bytesOf('AAAAAAAA', 0, 3)).toBeNull();
    expect(decode).not.toHaveBeenCalled();
    expect(bytesOf('AAAA', 0, 2)).toBeNull();
    expect(decode).toHaveBeenCalledOnce();
    decode.mockRestore();
  });

  it('is base64 of exactly so many bytes', () => {
    expect(['AAA=', 'AAAA', 'AAAAAA==', 'AAA', 4, null].map((value) => isBase64Of(value, 3))).toEqual([
      ...[false, true, false, false, false, false],
    ]);
  });

  it('is JSON in UTF-8 without a mark of its order, or nothing', () => {
    expect(parseJsonBytes(utf8('{"a":[1]}'))).toEqual({ a: [1] });
    expect(parseJsonBytes(utf8('null'))).toBeNull();
    for (const bytes of [utf8('{'), Uint8Array.of(0x22, 0xff, 0x22), utf8('\ufeff1'), utf8('')])
      expect(parseJsonBytes(bytes)).toBeUndefined();
    expect(parseJsonText('[1]')).toEqual([1]);
    expect(parseJsonText('[1')).toBeUndefined();
  });

  it('is bytes one after another', () => {
    expect(joined(utf8('ab'), Uint8Array.of(), Uint8Array.of(1), utf8('c'))).toEqual(Uint8Array.of(97, 98, 1, 99));
    expect(joined()).toEqual(new Uint8Array());
  });
});
