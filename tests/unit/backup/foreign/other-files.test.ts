import { describe, expect, it } from 'vitest';
import { readForeign } from '../../../../lib/backup/foreign/read-foreign.ts';
import { hello, itemsOf, leftOut, passphrase, read, reading, refusalOf, taken, totp } from './accounts.ts';
import { file } from './sample.ts';
import { enteMessage, sealedEnte } from './writers/ente.ts';

const link = `otpauth://totp/a?secret=${hello.base32}`;
const picture = Buffer.from('89504e470d0a1a0a00', 'hex');

describe('an encrypted export of Ente Auth', () => {
  it.each([0, 1, 2, 3])('is read whichever mark its message has (%i)', async (tag) => {
    expect(await itemsOf(sealedEnte(enteMessage(link, tag)), passphrase)).toEqual([taken(totp('', 'a'))]);
  });

  it.each(Array.from({ length: 17 }, (_, length) => length))('is read at every length (%i more)', async (length) => {
    const text = `${link}&x=${'y'.repeat(length)}`;
    expect(await itemsOf(sealedEnte(enteMessage(text)), passphrase)).toEqual([taken(totp('', 'a'))]);
  });

  it('of 1 GiB is asked about before it begins', async () => {
    const bytes = file(sealedEnte(enteMessage(link), { memLimit: 2 ** 30, opsLimit: 4 }));
    const { outcome } = await readForeign(new Uint8Array(bytes), { ...reading(passphrase), costly: false });
    expect(outcome).toEqual({ ok: false, error: { kind: 'costly', seconds: expect.any(Number) } });
  });

  it.each([
    ['memory beyond every bound', { memLimit: 2 ** 31 }],
    ['no memory', { memLimit: 0 }],
    ['passes that are no number', { opsLimit: 'four' }],
    ['no salt', { salt: '' }],
  ])('with %s is damaged', async (_, more) => {
    expect(await refusalOf(sealedEnte(enteMessage(link), more), passphrase)).toBe('damaged');
  });
});

describe('a page', () => {
  it('gives each link once', async () => {
    expect(await itemsOf(`<html><a href="${link}">${link}</a></html>`)).toEqual([taken(totp('', 'a'))]);
  });

  it('without links gives its pictures of pixels to whoever reads them', async () => {
    const tag = (type: string) => `<img src="data:image/${type};base64,${picture.toString('base64')}">`;
    const { outcome } = await read(`<!doctype html><body>${tag('png')}${tag('svg+xml')}</body>`);
    expect(outcome).toEqual({ ok: true, value: { items: [], others: 0, pictures: [new Uint8Array(picture)] } });
  });

  it('without either is not recognised', async () => {
    expect(await refusalOf('<html><body>Hello</body></html>')).toBe('unrecognised');
  });
});

describe('a file that holds no text', () => {
  it.each(['89504e470d0a1a0a', 'ffd8ffe000104a46', '47494638396101', '524946460000000057454250'])(
    'is handed on as a picture by its first bytes (%s)',
    async (hex) => {
      const bytes = Buffer.from(hex, 'hex');
      const { format, outcome } = await read(bytes);
      expect(format?.id).toBe('picture');
      expect(outcome).toEqual({ ok: true, value: { items: [], others: 0, pictures: [new Uint8Array(bytes)] } });
    },
  );

  it.each([
    ['sqlite', Buffer.from('SQLite format 3\0 and more')],
    ['keepass-database', Buffer.from('03d9a29a67fb4bb5', 'hex')],
    ['age', Buffer.from('age-encryption.org/v1\n-> scrypt')],
    ['age', Buffer.from('-----BEGIN AGE ENCRYPTED FILE-----\n')],
    ['pgp', Buffer.from('-----BEGIN PGP MESSAGE-----\n')],
    ['microsoft-cloud', file({ encryptedBackup: 'sealed' })],
    ['doorcode', file({ format: 'doorcode-backup' })],
  ])('is refused with its reason: %s', async (why, bytes) => {
    expect((await read(bytes)).outcome).toEqual({ ok: false, error: { kind: 'unsupported', why } });
  });
});

describe('a JSON of nobody', () => {
  it('gives the links that are anywhere in it, each once, in its order', async () => {
    const other = `otpauth://totp/b?secret=${hello.base32}`;
    expect(await itemsOf({ deep: { list: [{ uri: link }, other] }, again: link })).toEqual([
      taken(totp('', 'a')),
      taken(totp('', 'b')),
    ]);
  });

  it('names a link that makes no codes', async () => {
    expect(await itemsOf([`${link}&algorithm=MD5`])).toEqual([leftOut('', 'a', 'algorithm-unknown')]);
  });

  it('without links is not recognised', async () => {
    expect(await refusalOf({ colour: 'blue' })).toBe('unrecognised');
  });
});
