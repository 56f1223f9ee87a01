import { describe, expect, it } from 'vitest';
import { readForeign } from '../../../../lib/backup/foreign/read-foreign.ts';
import { hello, itemsOf, leftOut, passphrase, read, reading, refusalOf, taken, totp } from './accounts.ts';
import { file } from './sample.ts';
import { aegisEntry, aegisFile, aegisMasterKey, aegisSlot, sealedAegis } from './writers/aegis.ts';

const info = (more: object = {}) => ({ secret: hello.base32, algo: 'SHA1', digits: 6, period: 30, ...more });
const one = (more: object) => itemsOf(aegisFile([aegisEntry('totp', 'Bay', 'a', info(more))]));
const { db } = aegisFile([aegisEntry('totp', 'Bay', 'a', info())]);
const slot = aegisSlot(passphrase, aegisMasterKey);

describe('an entry of Aegis', () => {
  it.each([
    ['a period of 50', { period: 50 }, taken(totp('Bay', 'a', { periodSeconds: 50 }))],
    ['nine digits', { digits: 9 }, taken(totp('Bay', 'a', { digits: 9 }))],
    ['a period of nothing', { period: 0 }, leftOut('Bay', 'a', 'period-invalid')],
    ['a period that is a list', { period: [30] }, leftOut('Bay', 'a', 'period-invalid')],
    ['half a digit', { digits: 6.5 }, leftOut('Bay', 'a', 'digits-invalid')],
    ['a switch for digits', { digits: true }, leftOut('Bay', 'a', 'digits-invalid')],
    ['MD5', { algo: 'MD5' }, leftOut('Bay', 'a', 'algorithm-unknown')],
    ['no key', { secret: null }, leftOut('Bay', 'a', 'no-key')],
    ['an unreadable key', { secret: 'JBSWY3D!' }, leftOut('Bay', 'a', 'secret-invalid')],
  ])('with %s is kept or named, never changed', async (_, more, item) => {
    expect(await one(more)).toEqual([item]);
  });

  it('may have no issuer', async () => {
    expect(await itemsOf(aegisFile([aegisEntry('totp', null, 'a', info())]))).toEqual([taken(totp('', 'a'))]);
  });

  it('of an older version names its group itself', async () => {
    const entry = aegisEntry('totp', 'Bay', 'a', info(), { groups: undefined, group: 'Work' });
    expect(await itemsOf(aegisFile([entry]))).toEqual([taken(totp('Bay', 'a'), { group: 'Work' })]);
  });

  it('of an issuer called Steam makes ordinary codes where the file says so', async () => {
    expect(await itemsOf(aegisFile([aegisEntry('totp', 'Steam', 'a', info())]))).toEqual([taken(totp('Steam', 'a'))]);
  });
});

describe('an encrypted file of Aegis', () => {
  it('opens by any of its passphrases', async () => {
    const slots = [aegisSlot('another', aegisMasterKey), slot];
    expect(await itemsOf(sealedAegis(db, slots), passphrase)).toEqual([taken(totp('Bay', 'a'))]);
    expect(await itemsOf(sealedAegis(db, slots), 'another')).toEqual([taken(totp('Bay', 'a'))]);
  });

  it('is damaged, and the passphrase right, where only the contents do not open', async () => {
    const flipped = sealedAegis(db, [slot], (data) => data.map((byte, at) => (at === 5 ? byte ^ 4 : byte)));
    expect(await refusalOf(flipped, passphrase)).toBe('damaged');
  });

  it.each([
    ['no slot of a passphrase', [{ ...slot, type: 2 }]],
    ['more slots than anybody has', Array.from({ length: 17 }, () => slot)],
    ['a cost that no power of two is', [{ ...slot, n: 1_000 }]],
    ['a cost beyond every bound', [{ ...slot, n: 2 ** 21 }]],
    ['a salt that is none', [{ ...slot, salt: 'xyz' }]],
    ['a key that is too short', [{ ...slot, key: '00' }]],
  ])('is damaged with %s, and nothing is derived', async (_, slots) => {
    expect(await refusalOf(sealedAegis(db, slots), passphrase)).toBe('damaged');
  });

  it('says what a costly key takes, and does not begin', async () => {
    const bytes = file(sealedAegis(db, [{ ...slot, n: 2 ** 20, r: 8, p: 16 }]));
    const { outcome } = await readForeign(new Uint8Array(bytes), { ...reading(passphrase), costly: false });
    expect(outcome).toEqual({ ok: false, error: { kind: 'costly', seconds: expect.any(Number) } });
  });

  it('without contents is damaged', async () => {
    expect((await read({ version: 1, header: {}, db: {} })).outcome).toEqual({ ok: false, error: { kind: 'damaged' } });
  });
});
