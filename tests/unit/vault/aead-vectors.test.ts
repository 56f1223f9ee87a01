import { describe, expect, it, vi } from 'vitest';
import type { Bytes } from '../../../lib/otp/parameters.ts';
import { decrypt, encrypt } from '../../../lib/vault/aead.ts';
import vectors from '../../fixtures/vault/aes-256-gcm.json' with { type: 'json' };

const bytes = (hex: string): Bytes => new Uint8Array(Buffer.from(hex, 'hex'));

describe('AES-256-GCM', () => {
  it('has 66 of Wycheproof’s cases, 27 of them forged', () => {
    expect(vectors.tests.map(({ valid }) => valid).filter((valid) => !valid)).toHaveLength(27);
    expect(vectors.tests).toHaveLength(66);
  });

  it('leaves no key behind that can be exported', async () => {
    const [key, nonce, about] = [new Uint8Array(32), new Uint8Array(12), new Uint8Array(0)];
    const imports = vi.spyOn(crypto.subtle, 'importKey');
    await decrypt(key, nonce, about, await encrypt(key, nonce, about, about));
    const keys = await Promise.all(imports.mock.results.map(({ value }) => value));
    imports.mockRestore();
    expect(keys.map(({ extractable, usages }) => [extractable, usages])).toEqual([
      [false, ['encrypt']],
      [false, ['decrypt']],
    ]);
  });

  it.each(vectors.tests)('opens what is whole and nothing that is forged: case $id ($about)', async (test) => {
    const [key, nonce, aad] = [bytes(test.key), bytes(test.nonce), bytes(test.aad)];
    const [plain, sealed] = [bytes(test.plain), bytes(test.sealed)];
    expect(await decrypt(key, nonce, aad, sealed)).toEqual(test.valid ? plain : null);
    if (test.valid) expect(await encrypt(key, nonce, aad, plain)).toEqual(sealed);
  });
});
