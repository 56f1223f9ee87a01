import { scryptSync } from 'node:crypto';
import { scrypt } from '@noble/hashes/scrypt.js';
import { describe, expect, it } from 'vitest';
import { toBase64, toHex } from '../../../lib/vault/base64.ts';
import { deriveFileKey } from '../../../lib/vault/file-key.ts';
import { derivePassphraseKey } from '../../../lib/vault/kdf.ts';
import { filled, leastScrypt } from './samples.ts';

// What takes seconds, so none of it is asked about every mutant (docs/mutation.md).
const salt = toBase64(filled(16, 7));
const argon2id = { name: 'argon2id', v: 19, m: 8_192, t: 5, p: 1, salt } as const;
const pbkdf2 = { name: 'pbkdf2-sha256', c: 600_000, salt } as const;

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

describe('the key of a file’s passphrase', () => {
  // By OpenSSL 3.5 (node:crypto's argon2Sync and pbkdf2Sync).
  it.each([
    [argon2id, '9a16632324da117bae3cc6c4591e3e8b1e2c867e271677eb744df0dc02c04a65'],
    [{ ...argon2id, m: 9_216, t: 4, p: 2 }, '3827c049846cc4c47ba18a7b6193d2c540ee7b95991a7f25086223b90e385772'],
    [pbkdf2, '858a35174caaf2d97cffc6a61a420ff05afbd040d1febe09b2d23cef680fa2ff'],
  ] as const)('is by %j what OpenSSL makes of it, in both spellings', async (kdf, key) => {
    expect(toHex(await deriveFileKey('p\u00e4ssword', kdf))).toBe(key);
    expect(toHex(await deriveFileKey('pa\u0308ssword', kdf))).toBe(key);
  });
});
