import { scryptSync } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { toBase64, toHex } from '../../../lib/vault/base64.ts';
import {
  checkFileKdf,
  checkScryptBounds,
  checkTotalCost,
  DEFAULT_SCRYPT_COST,
  derivePassphraseKey,
  type FileKdf,
  kdfValues,
} from '../../../lib/vault/kdf.ts';
import { filled, leastScrypt } from './samples.ts';

describe('the key of a passphrase', () => {
  it('is what Node makes of its composed spelling', () => {
    const derived = derivePassphraseKey('cafe\u0301 s\u0323\u0307', { ...leastScrypt, p: 2 });
    const byNode = scryptSync('caf\u00e9 \u1e69', filled(16, 7), 32, { N: 2 ** 15, r: 8, p: 2, maxmem: 2 ** 26 });
    expect(toHex(derived)).toBe(byNode.toString('hex'));
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
    expect(() => derivePassphraseKey('x', parameters)).toThrow(new RangeError('scrypt parameters out of bounds'));
    // What every derivation begins with: the passphrase is not even looked at.
    expect(normalize).not.toHaveBeenCalled();
    normalize.mockRestore();
  });
});

describe('the bounds of a file’s derivation', () => {
  const { salt } = leastScrypt;
  const argon2id = (m: number, t: number, p = 1) => checkFileKdf({ name: 'argon2id', v: 19, m, t, p, salt });
  const pbkdf2 = (c: unknown) => checkFileKdf({ name: 'pbkdf2-sha256', c, salt });
  const scrypt = (change: object) => checkFileKdf({ ...leastScrypt, ...change });

  it('are those of a vault for scrypt', () => {
    expect([2 ** 14, 2 ** 15, 2 ** 20, 2 ** 21].map((N) => scrypt({ N }))).toEqual([false, true, true, false]);
    expect([0, 1, 4, 5].map((p) => scrypt({ p }))).toEqual([false, true, true, false]);
    expect([15, 16, 64, 65].map((count) => scrypt({ salt: toBase64(filled(count, 1)) }))).toEqual([
      ...[false, true, true, false],
    ]);
  });

  it('are 7 MiB to 1 GiB, 64 passes, 16 lanes, and 35 MiB to 8 GiB in all for Argon2id', () => {
    expect([7_167, 7_168, 2 ** 20, 2 ** 20 + 1].map((m) => argon2id(m, 5))).toEqual([false, true, true, false]);
    expect([0, 1, 64, 65].map((t) => argon2id(35 * 1_024, t))).toEqual([false, true, true, false]);
    expect([0, 1, 16, 17].map((p) => argon2id(8_192, 5, p))).toEqual([false, true, true, false]);
    expect([argon2id(7_168, 4), argon2id(35_839, 1), argon2id(35_840, 1)]).toEqual([false, false, true]);
    expect([argon2id(2 ** 20, 8), argon2id(2 ** 20, 9), argon2id(2 ** 19 + 1, 16)]).toEqual([true, false, false]);
  });

  it('are 600 000 to 10 000 000 iterations for PBKDF2', () => {
    expect([599_999, 600_000, 10_000_000, 10_000_001].map(pbkdf2)).toEqual([false, true, true, false]);
  });

  it('take no other name, version, salt or field', () => {
    const [whole, iterated] = [
      { name: 'argon2id', v: 19, m: 8_192, t: 5, p: 1, salt },
      { name: 'pbkdf2-sha256', c: 600_000, salt },
    ];
    expect([whole, iterated].map(checkFileKdf)).toEqual([true, true]);
    for (const other of [
      ...[
        { ...whole, name: 'argon2i' },
        { ...whole, v: 16 },
        { ...whole, more: 1 },
        { ...whole, salt: 'AAAA' },
      ],
      ...[
        { ...iterated, name: 'pbkdf2-sha1' },
        { ...iterated, more: 1 },
        { ...iterated, salt: 1 },
      ],
      ...[
        { ...iterated, salt: toBase64(filled(65, 1)) },
        { ...iterated, salt: toBase64(filled(15, 1)) },
      ],
      ...[null, 'scrypt', [], {}, { salt }],
    ])
      expect(checkFileKdf(other)).toBe(false);
  });

  it('are bound to what is locked value by value', () => {
    expect(kdfValues(leastScrypt)).toEqual(['scrypt', 2 ** 15, 8, 1, salt]);
    const argon2id = { name: 'argon2id', v: 19, m: 8_192, t: 5, p: 2, salt } as const;
    expect(kdfValues(argon2id)).toEqual(['argon2id', 19, 8_192, 5, 2, salt]);
    expect(kdfValues({ name: 'pbkdf2-sha256', c: 600_000, salt })).toEqual(['pbkdf2-sha256', 600_000, salt]);
  });

  it('cost by default 128 MiB of scrypt', () => {
    expect(DEFAULT_SCRYPT_COST).toEqual({ name: 'scrypt', N: 131_072, r: 8, p: 1 });
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
