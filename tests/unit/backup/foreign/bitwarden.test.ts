import { describe, expect, it } from 'vitest';
import { hello, itemsOf, leftOut, passphrase, read, refusalOf, taken, totp } from './accounts.ts';
import { bitwardenFile, bitwardenLogin, sealedBitwarden } from './writers/bitwarden.ts';

describe('an item of Bitwarden', () => {
  it.each([
    ['a bare key with dashes', 'JBSW-Y3DP-EHPK-3PXP', taken(totp('Bay', 'ada'))],
    ['a link with its own names', `otpauth://totp/Cove:a?secret=${hello.base32}`, taken(totp('Cove', 'a'))],
    ['a link without names', `otpauth://totp/?secret=${hello.base32}`, taken(totp('Bay', 'ada'))],
    ['an unreadable key', 'ask 0123 for it', leftOut('Bay', 'ada', 'secret-invalid')],
    ['a key of four bytes', 'GEZDGNA', taken(totp('Bay', 'ada', { secret: new Uint8Array(Buffer.from('1234')) }))],
    ['a link of another kind', `motp://x?secret=${hello.base32}`, leftOut('Bay', 'ada', 'not-an-account')],
    [
      'an unknown hash',
      `otpauth://totp/a?secret=${hello.base32}&algorithm=SHA3`,
      leftOut('Bay', 'a', 'algorithm-unknown'),
    ],
  ])('with %s', async (_, field, item) => {
    expect(await itemsOf(bitwardenFile([bitwardenLogin('Bay', 'ada', field)]))).toEqual([item]);
  });

  it('without codes is counted, whatever it is', async () => {
    const all = [
      bitwardenLogin('None', 'ada', undefined),
      bitwardenLogin('Empty', 'ada', ' '),
      { type: 4, name: 'An identity' },
    ];
    const { outcome } = await read(bitwardenFile(all));
    expect(outcome).toEqual({ ok: true, value: { items: [], others: 3, pictures: [] } });
  });
});

describe('an encrypted export of Bitwarden', () => {
  const sealed = sealedBitwarden('PBKDF2');

  it('that only its account opens is refused with that reason, before any passphrase', async () => {
    const { outcome } = await read({
      encrypted: true,
      passwordProtected: false,
      encKeyValidation_DO_NOT_EDIT: '',
      data: '',
    });
    expect(outcome).toEqual({ ok: false, error: { kind: 'unsupported', why: 'account-restricted' } });
  });

  it('is damaged, and the passphrase right, where only the contents are altered', async () => {
    const altered = sealedBitwarden('PBKDF2', (data) => data.map((byte, at) => (at === 3 ? byte ^ 1 : byte)));
    expect(await refusalOf(altered, passphrase)).toBe('damaged');
  });

  it('is damaged where its vector is altered, which would change a letter and nothing else', async () => {
    const turned = sealedBitwarden('PBKDF2', undefined, (iv) => iv.map((byte, at) => (at === 2 ? byte ^ 1 : byte)));
    expect(await refusalOf(turned, passphrase)).toBe('damaged');
  });

  it.each([
    ['an unknown way to its key', { kdfType: 2 }],
    ['more rounds than anybody waits for', { kdfIterations: 10_000_001 }],
    ['rounds that are no number', { kdfIterations: 'many' }],
    ['a proof of another shape', { encKeyValidation_DO_NOT_EDIT: '0.AAAA' }],
  ])('is damaged with %s', async (_, more) => {
    expect(await refusalOf({ ...sealed, ...more }, passphrase)).toBe('damaged');
  });
});
