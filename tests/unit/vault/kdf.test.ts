import { scryptSync } from 'node:crypto';
import { scrypt } from '@noble/hashes/scrypt.js';
import { describe, expect, it, vi } from 'vitest';
import { toBase64, toHex } from '../../../lib/vault/base64.ts';
import {
  checkScryptBounds,
  checkTotalCost,
  DEFAULT_SCRYPT_COST,
  derivePassphraseKey,
  type FileKdf,
} from '../../../lib/vault/kdf.ts';
import { filled, leastScrypt } from './samples.ts';

const byNode = (passphrase: string): string =>
  scryptSync(passphrase, filled(16, 7), 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 }).toString('hex');

describe('scrypt', () => {
  it('gives the third vector of RFC 7914 §12', () => {
    const key = scrypt('pleaseletmein', 'SodiumChloride', { N: 16_384, r: 8, p: 1, dkLen: 64 });
    expect(toHex(key)).toBe(
      '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2' +
        'd5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887',
    );
  });

  it('gives the second vector of RFC 7914 §12', () => {
    const key = scrypt('password', 'NaCl', { N: 1_024, r: 8, p: 16, dkLen: 64 });
    expect(toHex(key)).toBe(
      'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162' +
        '2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640',
    );
  });
});

describe('the key of a passphrase', () => {
  it('is the same for both spellings of one text (NFC and NFD)', () => {
    const composed = derivePassphraseKey('caf\u00e9 \u1e69', leastScrypt);
    expect(toHex(composed)).toBe(byNode('caf\u00e9 \u1e69'));
    expect(derivePassphraseKey('cafe\u0301 s\u0323\u0307', leastScrypt)).toEqual(composed);
  });

  it('depends on the last character of a long passphrase', () => {
    const long = 'é🔑'.repeat(500);
    expect(toHex(derivePassphraseKey(`${long}a`, leastScrypt))).toBe(byNode(`${long}a`));
    expect(derivePassphraseKey(`${long}b`, leastScrypt)).not.toEqual(derivePassphraseKey(`${long}a`, leastScrypt));
  });
});

describe('the bounds of scrypt', () => {
  it('take the default, the least and the most', () => {
    expect(checkScryptBounds({ ...DEFAULT_SCRYPT_COST, salt: leastScrypt.salt })).toBe(true);
    expect(checkScryptBounds(leastScrypt)).toBe(true);
    expect(checkScryptBounds({ ...leastScrypt, N: 2 ** 20, p: 4 })).toBe(true);
  });

  it.each([
    { N: 2 },
    { N: 2 ** 14 },
    { N: 2 ** 15 + 1 },
    { N: 3 * 2 ** 15 },
    { N: 2 ** 21 },
    { N: 2 ** 30 },
    { N: Number.NaN },
    { N: '32768' },
    { r: 1 },
    { r: 9 },
    { p: 0 },
    { p: 5 },
    { p: 1.5 },
    { name: 'pbkdf2' },
    { salt: toBase64(filled(15, 7)) },
    { salt: toBase64(filled(65, 7)) },
    { salt: 'not base64 at all, but long' },
    { extra: 1 },
  ])('refuse %j without deriving', (change) => {
    const parameters = { ...leastScrypt, ...change };
    expect(checkScryptBounds(parameters)).toBe(false);
    const normalize = vi.spyOn(String.prototype, 'normalize');
    // @ts-expect-error: a file can hold what the type forbids
    expect(() => derivePassphraseKey('x', parameters)).toThrow(RangeError);
    // What every derivation begins with: the passphrase is not even looked at.
    expect(normalize).not.toHaveBeenCalled();
    normalize.mockRestore();
  });
});

describe('the bound of all passphrases of a header', () => {
  const { salt } = leastScrypt;
  const scrypt = (N: number, p = 1): FileKdf => ({ name: 'scrypt', N, r: 8, p, salt });
  const argon2id = (m: number, t: number): FileKdf => ({ name: 'argon2id', v: 19, m, t, p: 1, salt });
  const pbkdf2 = (c: number): FileKdf => ({ name: 'pbkdf2-sha256', c, salt });
  const isTaken = (...kdfs: readonly FileKdf[]): boolean =>
    checkTotalCost([{ kind: 'recovery' }, ...kdfs.map((kdf) => ({ kind: 'passphrase' as const, kdf }))]);
  const sixteen = (kdf: FileKdf): readonly FileKdf[] => Array.from({ length: 16 }, () => kdf);

  it('takes one of any cost that one may have, and sixteen of the usual cost', () => {
    for (const one of [scrypt(2 ** 20, 4), argon2id(2 ** 20, 8), pbkdf2(10_000_000)]) expect(isTaken(one)).toBe(true);
    expect(isTaken(...sixteen(scrypt(DEFAULT_SCRYPT_COST.N)))).toBe(true);
    expect(isTaken()).toBe(true);
  });

  it('takes exactly as much of several, and nothing more', () => {
    expect(isTaken(...sixteen(scrypt(2 ** 18)))).toBe(true);
    expect(isTaken(...sixteen(scrypt(2 ** 18)).with(0, scrypt(2 ** 19)))).toBe(false);
    expect(isTaken(scrypt(2 ** 20, 3), scrypt(2 ** 20))).toBe(true);
    expect(isTaken(scrypt(2 ** 20, 4), scrypt(2 ** 15))).toBe(false);
    expect(isTaken(...sixteen(scrypt(2 ** 20, 4)))).toBe(false);
  });

  it('counts each derivation by what one of its kind may cost', () => {
    expect(isTaken(scrypt(2 ** 20, 2), argon2id(2 ** 20, 2), pbkdf2(2_500_000))).toBe(true);
    expect(isTaken(scrypt(2 ** 20, 2), argon2id(2 ** 20, 2), pbkdf2(2_500_001))).toBe(false);
    expect(isTaken(scrypt(2 ** 20, 2), argon2id(2 ** 19 + 1, 4), pbkdf2(2_500_000))).toBe(false);
    expect(isTaken(pbkdf2(5_000_000), pbkdf2(5_000_000))).toBe(true);
    expect(isTaken(argon2id(2 ** 20, 4), argon2id(2 ** 20, 5))).toBe(false);
  });
});
