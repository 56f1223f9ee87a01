import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { markOf, savedAccountsOf } from '../../../lib/vault/account-mark.ts';
import { decrypt, encrypt } from '../../../lib/vault/aead.ts';
import { toBase64, toHex } from '../../../lib/vault/base64.ts';
import { sealVault } from '../../../lib/vault/envelope.ts';
import { createLock, lockDataKey, type SlotDescription } from '../../../lib/vault/key-slots.ts';
import { deriveRecoveryKey, formatRecoveryCode } from '../../../lib/vault/recovery-code.ts';
import { filled, leastScrypt, sampleContent, sampleEntry, sampleHeader } from './samples.ts';

// Values of 2026-11-27. Whatever changes one of them locks people out of what they have: there must be a new version then.
describe('what has been written stays readable, so', () => {
  const [kek, dataKey] = [filled(32, 3), filled(32, 4)];
  const owner = { format: 'doorcode-vault/2', id: '1'.repeat(32) } as const;
  it.each<[SlotDescription, string, string]>([
    [
      { kind: 'passphrase', id: '2'.repeat(32), kdf: { ...leastScrypt, N: 2 ** 17 } },
      'sQ1mL00ZUVfTVdLMeUulEI7knD2CMV9dilQ/mxBd3u/zN5yC/9rw0N1JCGraKuoB',
      '876382e5d315b58bc3e4f50e3d1e244eb1ae75caf12b103d0450ad4f822a597f',
    ],
    [
      { kind: 'computer', id: '3'.repeat(32) },
      'gs4QpNKAR7+iGR7x4mqvEjd33XDTBz+sAcdnM2va9y8SFFKU4GURd8v4zhBUDAnB',
      '9354d6fa7585d43799b5f9dfc36f77707b36d6281b75716fe656600310335df6',
    ],
    [
      { kind: 'recovery', id: '4'.repeat(32), salt: toBase64(filled(16, 6)) },
      'eIhJaJekwc9jadAsLmsF+TkHT2XQ0xdPIR33SaV2WKXUyQhIaFuAtlI2pUTEKvO9',
      '6499899f2c885ef50670a2e85451e4e2123c47c6ed6c2a4d1ff0d1bcbea579eb',
    ],
  ])('a slot of one key is locked alike for ever: %j', async (description, key, check) => {
    const lock = await createLock(description, kek);
    const { slot, checkKey } = await lockDataKey(lock, dataKey, owner, filled(32, 5));
    expect(toHex(lock.psk)).toBe('330af95f501191496c44e15ea892f56ba7c1ee01a5e1035ee53907495d66c4df');
    expect(slot).toEqual({
      ...description,
      publicKey: 'kKt5DsvwcEIy/+lDb67MyRO2amDpnGiKQLuk1eLmFFA=',
      encapsulated: 'QCgCquJVAYYebaAC758+EFuSlsPjyQyS5gDsmg/1Jlc=',
      key,
    });
    expect(toHex(checkKey)).toBe(check);
  });

  it('a vault of one content, key and nonce has one text', async () => {
    const header = { ...sampleHeader(), nonce: toBase64(filled(12, 1)) };
    const sealed = await sealVault(header, sampleContent('one'), filled(32, 9));
    expect(createHash('sha256').update(sealed).digest('hex')).toBe(
      '6dded021e1a2e57773c031e97de76fa44899c2037ac172578b4071f0e5f6d8b9',
    );
  });

  it('a recovery code of some bytes has one spelling and one key', () => {
    const code = Uint8Array.from({ length: 20 }, (_, at) => at * 13 + 1);
    expect(formatRecoveryCode(code)).toBe('0471-PA1N-897N-RTBP-GE89-VANQ-RK8X-XTZR-8V3C');
    expect(toHex(deriveRecoveryKey(code, filled(16, 1)))).toBe(
      'ab45b5564bb183ee786ef0516f7c151366ffecd76586607eaa737a3768b3d4cc',
    );
  });

  it('an account has one mark, which its use does not change', () => {
    const entry = sampleEntry('one');
    expect(savedAccountsOf([entry])).toEqual([{ id: 'one', mark: 'd40c3c832319b46a' }]);
    const hotp = { type: 'hotp', secret: filled(20, 1), algorithm: 'SHA1', digits: 6, counter: 1 } as const;
    const counted = { ...entry, parameters: hotp };
    expect(markOf({ ...counted, parameters: { ...hotp, counter: 2 } })).toBe(markOf(counted));
    for (const other of [
      { ...counted, issuer: 'Other' },
      { ...counted, account: 'other' },
      { ...counted, parameters: { ...hotp, digits: 8 } },
      { ...counted, backupCodes: [{ code: 'A', used: false }] },
    ])
      expect(markOf(other)).not.toBe(markOf(counted));
    const marks = ['A', 'B'].map((code) => markOf({ ...entry, backupCodes: [{ code, used: false }] }));
    expect(marks).toEqual(['59e9c31a67704d3b', 'beaf95dcd7da0236']);
    expect(markOf({ ...entry, backupCodes: [{ code: 'A', used: true }] })).toBe(marks[0]);
  });
});

describe('a sealed text', () => {
  it('has a tag of 16 bytes, and opens to nothing where any of its parts is another', async () => {
    const [key, nonce, about, plain] = [filled(32, 1), filled(12, 2), filled(3, 3), filled(5, 4)];
    const sealed = await encrypt(key, nonce, about, plain);
    expect(sealed).toHaveLength(5 + 16);
    expect(await decrypt(key, nonce, about, sealed)).toEqual(plain);
    expect(await decrypt(filled(32, 9), nonce, about, sealed)).toBeNull();
    expect(await decrypt(key, filled(12, 9), about, sealed)).toBeNull();
    expect(await decrypt(key, nonce, filled(3, 9), sealed)).toBeNull();
    expect(await decrypt(key, nonce, about, sealed.slice(1))).toBeNull();
  });
});
