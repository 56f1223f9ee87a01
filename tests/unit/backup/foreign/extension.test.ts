import { describe, expect, it } from 'vitest';
import { digits20, hello, itemsOf, leftOut, passphrase, refusalOf, taken, tim, totp } from './accounts.ts';
import { altered } from './sample.ts';
import { extension1, extension2, extensionEntry, salted } from './writers/extension.ts';

const hex = '48656c6c6f21DEADBEEF';
const one = (issuer: string, secret: string, more: object = {}) =>
  itemsOf({ x: extensionEntry(0, issuer, 'a', secret, more) });
const battle = totp('Battle.net', 'a', { digits: 8 });

describe('an entry of the extension', () => {
  it.each([
    ['a site beside its issuer', 'Bay::bay.example', hello.base32, {}, taken(totp('Bay', 'a'))],
    ['a site and no issuer', '::bay.example', hello.base32, {}, taken(totp('', 'a'))],
    ['a key in hexadecimal', 'Bay', hex, { type: 'hex' }, taken(totp('Bay', 'a'))],
    ['a counted key in hexadecimal', 'Quay', hex, { type: 'hhex', counter: 41 }, taken({ ...tim, account: 'a' })],
    ['a key that only says that it is', 'Bay', 'xyz', { type: 'hex' }, leftOut('Bay', 'a', 'secret-invalid')],
    ['the kind of Battle.net', '', hello.base32, { type: 'battle' }, taken(battle)],
    ['the old mark of Battle.net', '', `blz-${hello.base32}`, {}, taken(battle)],
    ['the older mark of Battle.net', '', `bliz-${hello.base32}`, {}, taken(battle)],
    [
      'the old mark of Steam',
      'Steam',
      `stm-${digits20.base32}`,
      {},
      taken({ issuer: 'Steam', account: 'a', parameters: { type: 'steam', secret: digits20.bytes } }),
    ],
    ['a period of its own', 'Bay', hello.base32, { period: 45 }, taken(totp('Bay', 'a', { periodSeconds: 45 }))],
    ['nothing that is usual', 'Bay', hello.base32, { type: undefined, encrypted: undefined }, taken(totp('Bay', 'a'))],
    ['a hash that nobody knows', 'Bay', hello.base32, { algorithm: 'GOST' }, leftOut('Bay', 'a', 'algorithm-unknown')],
    ['no key, as a fault of it once wrote', 'Bay', '', {}, leftOut('Bay', 'a', 'no-key')],
  ])('with %s', async (_, issuer, secret, more, item) => {
    expect(await one(issuer, secret, more)).toEqual([item]);
  });
});

describe('a sealed file of the extension', () => {
  it('of version 1 tells a wrong passphrase that gives a right padding by chance', async () => {
    const sealed = { x: { ...extensionEntry(0, 'Bay', 'a', salted(passphrase, hello.base32)), encrypted: true } };
    const wrong = Array.from({ length: 1_500 }, (_, at) => `wrong ${at}`);
    const told = await Promise.all(wrong.map((typed) => refusalOf(sealed, typed)));
    // One in 256 passes the padding.
    expect(new Set(told)).toEqual(new Set(['wrong-passphrase']));
  });

  it('of version 1 blames the passphrase, as nothing proves it', async () => {
    expect(
      await refusalOf(
        extension1((data) => altered(data, 0)),
        passphrase,
      ),
    ).toBe('wrong-passphrase');
  });

  it('of version 2 is damaged once its passphrase is proven', async () => {
    expect(
      await refusalOf(
        extension2('apart', (data) => altered(data, 0)),
        passphrase,
      ),
    ).toBe('damaged');
  });

  it('of version 2 is damaged with a proof of another shape', async () => {
    const file = extension2('flat');
    expect(await refusalOf({ ...file, hash: '$argon2id$v=19$m=1e9' }, passphrase)).toBe('damaged');
  });
});
