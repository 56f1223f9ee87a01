import { describe, expect, it } from 'vitest';
import type { Bytes } from '../../../lib/otp/parameters.ts';
import { decrypt, encrypt } from '../../../lib/vault/aead.ts';
import vectors from '../../fixtures/vault/aes-256-gcm.json' with { type: 'json' };

const bytes = (hex: string): Bytes => new Uint8Array(Buffer.from(hex, 'hex'));

describe('AES-256-GCM', () => {
  it('has 66 of Wycheproof’s cases, 27 of them forged', () => {
    expect(vectors.tests.map(({ valid }) => valid).filter((valid) => !valid)).toHaveLength(27);
    expect(vectors.tests).toHaveLength(66);
  });

  it.each(vectors.tests)('opens what is whole and nothing that is forged: case $id ($about)', async (test) => {
    const [key, nonce, aad] = [bytes(test.key), bytes(test.nonce), bytes(test.aad)];
    const [plain, sealed] = [bytes(test.plain), bytes(test.sealed)];
    expect(await decrypt(key, nonce, aad, sealed)).toEqual(test.valid ? plain : null);
    if (test.valid) expect(await encrypt(key, nonce, aad, plain)).toEqual(sealed);
  });
});
