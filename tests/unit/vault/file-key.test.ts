import { scryptSync } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { toBase64, toHex } from '../../../lib/vault/base64.ts';
import { deriveFileKey } from '../../../lib/vault/file-key.ts';
import { checkFileKdf, type FileKdf } from '../../../lib/vault/kdf.ts';
import { decodeLock, decodeSlot, decodeSlotOf } from '../../../lib/vault/key-slots.ts';
import { filled, leastScrypt } from './samples.ts';

const salt = toBase64(filled(16, 7));
const argon2id = { name: 'argon2id', v: 19, m: 8_192, t: 5, p: 1, salt } as const;
const pbkdf2 = { name: 'pbkdf2-sha256', c: 600_000, salt } as const;

describe('the key of a file’s passphrase', () => {
  // By OpenSSL 3.5 (node:crypto's argon2Sync and pbkdf2Sync); derivation.test.ts has more.
  it.each([
    [argon2id, '9a16632324da117bae3cc6c4591e3e8b1e2c867e271677eb744df0dc02c04a65'],
    [pbkdf2, '858a35174caaf2d97cffc6a61a420ff05afbd040d1febe09b2d23cef680fa2ff'],
  ] as const)('is by %j what OpenSSL makes of its composed spelling', async (kdf, key) => {
    expect(toHex(await deriveFileKey('pa\u0308ssword', kdf))).toBe(key);
  });

  it('is by scrypt what Node makes of its composed spelling', async () => {
    const byNode = scryptSync('p\u00e4ssword', filled(16, 7), 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 });
    expect(toHex(await deriveFileKey('pa\u0308ssword', leastScrypt))).toBe(byNode.toString('hex'));
  });

  it('is not derived where the parameters are out of bounds', async () => {
    const greedy: FileKdf = { ...argon2id, m: 2 ** 20, t: 64 };
    const normalize = vi.spyOn(String.prototype, 'normalize');
    await expect(deriveFileKey('x', greedy)).rejects.toThrow(new RangeError('parameters out of bounds'));
    // What every derivation begins with: the passphrase is not even looked at.
    expect(normalize).not.toHaveBeenCalled();
    await deriveFileKey('x', pbkdf2);
    expect(normalize).toHaveBeenCalledOnce();
    normalize.mockRestore();
  });
});

describe('a derivation that only files may have', () => {
  const [id, half, key] = ['1'.repeat(32), toBase64(filled(32, 1)), toBase64(filled(48, 2))];

  it.each([argon2id, pbkdf2])('is refused in a vault: %j', (kdf) => {
    const slot = { kind: 'passphrase', id, kdf, publicKey: half, encapsulated: half, key };
    expect(decodeSlotOf(slot, checkFileKdf)).toEqual(slot);
    expect(decodeSlot(slot)).toBeNull();
    expect(decodeLock({ slot: { kind: 'passphrase', id, kdf }, publicKey: half, psk: half })).toBeNull();
    expect(
      decodeLock({ slot: { kind: 'passphrase', id, kdf: leastScrypt }, publicKey: half, psk: half }),
    ).not.toBeNull();
  });

  it('is refused with a field more or less', () => {
    expect(checkFileKdf({ ...argon2id, more: 1 })).toBe(false);
    expect(checkFileKdf({ ...pbkdf2, more: 1 })).toBe(false);
    expect(checkFileKdf({ ...pbkdf2, c: '600000' })).toBe(false);
  });
});
