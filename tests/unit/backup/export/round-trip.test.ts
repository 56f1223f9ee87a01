import { scrypt } from '@noble/hashes/scrypt.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExportFormatId, exportFormats } from '../../../../lib/backup/export/export-formats.ts';
import { isHeldWhole } from '../../../../lib/backup/export/held-whole.ts';
import type { ForeignItem } from '../../../../lib/backup/foreign/foreign-format.ts';
import { readForeign } from '../../../../lib/backup/foreign/read-foreign.ts';
import { cleanName } from '../../../../lib/otp/key-uri-label.ts';
import type { OtpAccount } from '../../../../lib/otp/parameters.ts';
import { utf8 } from '../../../../lib/vault/bytes.ts';
import type { Entry } from '../../../../lib/vault/entry.ts';
import { anyEntry, randomBytes } from '../../vault/samples.ts';

const passphrase = 'pässword 🔑';
const salt = randomBytes(32);
const kek = new Uint8Array(scrypt(utf8(passphrase), salt, { N: 2 ** 15, r: 8, p: 1, dkLen: 32 }));
const how = { key: { kek, salt }, randomBytes, nowUnixMs: 1_700_000_000_000 };
const reading = { passphrase, costly: false, onProgress: () => {} };
const ids = Object.keys(exportFormats).filter((id): id is ExportFormatId => id in exportFormats);

// A name of a real account: something to read, without what no key URI can say.
const name = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => cleanName(text.replaceAll(':', '')));
const namedEntry = (entry: Entry, issuer: string, account: string, secret: Uint8Array<ArrayBuffer>): Entry => ({
  ...entry,
  issuer: issuer === '' ? 'Harbour' : issuer,
  account: account === '' ? 'ada' : account,
  parameters: { ...entry.parameters, secret },
});
const entries = fc.array(
  fc
    .tuple(anyEntry, name, name, fc.uint8Array({ minLength: 10, maxLength: 64 }))
    .map(([entry, issuer, account, secret]) => namedEntry(entry, issuer, account, new Uint8Array(secret))),
  { maxLength: 5 },
);

const accountsOf = (items: readonly ForeignItem[]): readonly OtpAccount[] =>
  items.flatMap((item) => (item.kind === 'account' ? [item.account] : []));
const plain = ({ issuer, account, parameters }: OtpAccount): OtpAccount => ({ issuer, account, parameters });

async function writtenAndRead(id: ExportFormatId, all: readonly Entry[]) {
  const { text, leftOut } = await exportFormats[id].write(all, how);
  const { format, outcome } = await readForeign(utf8(text), reading);
  return { format: format?.id ?? null, items: outcome.ok ? outcome.value.items : outcome.error, leftOut };
}

describe.each(ids.filter((id) => id !== 'aegis-sealed'))('a file of %s', (id) => {
  it('gives back every account that it holds, and names every other', async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (all) => {
        const { items, leftOut } = await writtenAndRead(id, all);
        // An empty list of links is no file of anything.
        if (all.length === leftOut.length && id === 'key-uris') return;
        if (!Array.isArray(items)) throw new Error(`refused: ${JSON.stringify(items)}`);
        const kept = all.filter(
          (entry) => !leftOut.some((one) => one.issuer === entry.issuer && one.account === entry.account),
        );
        expect(items.length).toBe(all.length - leftOut.length);
        expect(accountsOf(items)).toEqual(expect.arrayContaining(kept.map(plain)));
      }),
      { numRuns: 100 },
    );
  });
});

describe('an encrypted file of Aegis', () => {
  it('gives back every account to its passphrase, and nothing to another', async () => {
    const all = fc.sample(entries, { seed: 7, numRuns: 1 })[0] ?? [];
    const { text } = await exportFormats['aegis-sealed'].write(all, how);
    const opened = await readForeign(utf8(text), reading);
    expect(opened.format?.id).toBe('aegis');
    expect(opened.outcome.ok && accountsOf(opened.outcome.value.items)).toEqual(all.map(plain));
    const other = await readForeign(utf8(text), { ...reading, passphrase: 'password' });
    expect(other.outcome).toEqual({ ok: false, error: { kind: 'wrong-passphrase' } });
    for (const { parameters } of all) expect(text).not.toContain(Buffer.from(parameters.secret).toString('hex'));
  });
});

describe.each(ids)('the check of a file of %s before it is handed out', (id) => {
  it('finds every account of any name and any parameters in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { maxLength: 5 }), async (all) => {
        const written = await exportFormats[id].write(all, how);
        expect(await isHeldWhole(exportFormats[id], written, how.key)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
