import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64, toHex } from '../../../lib/vault/base64.ts';

describe('base64', () => {
  it('gives back any bytes, as Node spells them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(toBase64(bytes))).toEqual(new Uint8Array(bytes));
        expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
      }),
    );
  });

  it('takes no text but the one that it would write itself', () => {
    const letters = fc.constantFrom('A', 'Q', 'g', '/', '=', ' ', '\n', '-');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 12 }), (text) => {
        const bytes = fromBase64(text);
        if (bytes !== null) expect(toBase64(bytes)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes a large value', () => {
    expect(fromBase64(toBase64(new Uint8Array(100_001)))?.length).toBe(100_001);
  });

  it.each(['Zg', 'Zg=', 'Zh==', 'Zm9=', 'Zg==Zg==', 'Z g=', 'Zg==\n', '====', '-_-_', 'é'])(
    'refuses %j, which is not the canonical spelling (RFC 4648 §3.5)',
    (spelling) => {
      expect(fromBase64(spelling)).toBeNull();
    },
  );
});
