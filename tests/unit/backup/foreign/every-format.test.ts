import { describe, expect, it } from 'vitest';
import { foreignFormats } from '../../../../lib/backup/foreign/formats.ts';
import { passphrase, read, refusalOf } from './accounts.ts';
import { samples } from './samples.ts';

const sealed = samples.filter((sample) => sample.sealed !== undefined);

describe.each(samples)('a file of $name', ({ format, bytes, items, others = 0, sealed: seal }) => {
  it('gives every account as it was, and names every other', async () => {
    const { format: found, outcome } = await read(bytes, seal === undefined ? null : passphrase);
    expect(found?.id).toBe(format);
    expect(outcome).toEqual({ ok: true, value: { items, others, pictures: [] } });
  });
});

describe.each(sealed)('a sealed file of $name', ({ bytes, sealed: seal }) => {
  it('asks for its passphrase', async () => {
    expect(await refusalOf(bytes)).toBe('passphrase-needed');
  });

  if (!seal?.slow)
    it('tells a wrong passphrase', async () => {
      expect(await refusalOf(bytes, `${passphrase} `)).toBe('wrong-passphrase');
    });

  if (seal?.altered.length !== 0)
    it('gives no wrong account where one bit is altered', async () => {
      for (const copy of seal?.altered ?? []) {
        expect(copy).not.toEqual(new Uint8Array(bytes));
        expect(await refusalOf(copy, passphrase)).toMatch(/^(?:wrong-passphrase|damaged)$/);
      }
    });
});

describe('the table of formats', () => {
  it('has a sample of every format that is read from bytes', () => {
    const unread = ['picture', 'doorcode', 'sqlite', 'keepass-database', 'age', 'pgp', 'microsoft-cloud'];
    const known = foreignFormats.map(({ id }) => id).filter((id) => !unread.includes(id));
    expect(new Set(samples.map(({ format }) => format))).toEqual(new Set(known));
  });
});
