import { describe, expect, it } from 'vitest';
import { saveAccount } from '../../../lib/app/save-account.ts';
import type { OtpAccount } from '../../../lib/otp/parameters.ts';
import { emptyContent } from '../../../lib/vault/content.ts';

const account = (lastByte: number, name = 'ada@example.com'): OtpAccount => ({
  issuer: 'Example',
  account: name,
  parameters: {
    type: 'totp',
    secret: new Uint8Array([1, 2, lastByte]),
    algorithm: 'SHA1',
    digits: 6,
    periodSeconds: 30,
  },
});
const context = { origin: 'https://a.example', nowUnixMs: 5, newId: 'n1' };
const one = saveAccount(emptyContent, account(3), 'new', context).content;

describe('saving an account', () => {
  it('adds a pending entry bound to the exact origin it was found on', () => {
    expect(one.entries).toEqual([
      {
        id: 'n1',
        ...account(3),
        backupCodes: [],
        replaces: null,
        origins: ['https://a.example'],
        state: 'pending',
        createdUnixMs: 5,
        updatedUnixMs: 5,
      },
    ]);
  });

  it('adds an entry without a site when there is none', () => {
    expect(
      saveAccount(emptyContent, account(3), 'new', { ...context, origin: null }).content.entries[0]?.origins,
    ).toEqual([]);
  });

  it('says already here for the same secret, and does not add another site by itself', () => {
    const again = saveAccount(one, account(3), 'new', { ...context, origin: 'https://b.example', newId: 'n2' });
    expect(again).toEqual({ kind: 'already-here', content: one, entryId: 'n1' });
  });

  it('gives an entry without a site the site on which its code is found again', () => {
    const imported = saveAccount(emptyContent, account(3), 'new', { ...context, origin: null }).content;
    expect(saveAccount(imported, account(3), 'new', context).content.entries[0]?.origins).toEqual([
      'https://a.example',
    ]);
  });

  it('asks before it touches the same account with another secret', () => {
    expect(saveAccount(one, account(4), 'new', { ...context, newId: 'n2' })).toEqual({
      kind: 'choose',
      content: one,
    });
  });

  it('keeps the old secret beside the new one, which takes its place when the site has accepted it', () => {
    const saved = saveAccount(one, account(4), 'replace', {
      ...context,
      nowUnixMs: 9,
      newId: 'n2',
      replaces: 'n1',
    });
    expect(saved).toMatchObject({ kind: 'saved', entryId: 'n2' });
    expect(saved.content.entries).toEqual([
      one.entries[0],
      expect.objectContaining({ id: 'n2', ...account(4), state: 'pending', replaces: 'n1', createdUnixMs: 9 }),
    ]);
  });

  it('puts an account that takes the place of another where that one stood', () => {
    const marked = {
      ...one,
      entries: one.entries.map((entry) => ({ ...entry, pinned: true as const, group: 'Work' })),
    };
    const choose = (choice: 'replace' | 'keep-both') =>
      saveAccount(marked, account(4), choice, { ...context, newId: 'n2', replaces: 'n1' }).content.entries.at(-1);
    expect(choose('replace')).toMatchObject({ id: 'n2', pinned: true, group: 'Work' });
    expect(choose('keep-both')).not.toHaveProperty('pinned');
    expect(choose('keep-both')).not.toHaveProperty('group');
  });

  it('takes an account of another site with the same names for another one, which nothing can replace', () => {
    const elsewhere = { ...context, origin: 'https://evil.example', newId: 'n2' };
    for (const choice of ['new', 'replace', 'keep-both'] as const) {
      const { kind, content } = saveAccount(one, account(4), choice, elsewhere);
      expect(kind).toBe('saved');
      expect(content.entries).toEqual([one.entries[0], expect.objectContaining({ origins: ['https://evil.example'] })]);
    }
  });

  it('replaces nothing that it was not told to, nor an account that it cannot stand for', () => {
    const named = { ...context, newId: 'n2' };
    const two = saveAccount(one, account(4), 'keep-both', named).content;
    const foreign = saveAccount(two, account(7, 'bob@example.com'), 'new', { ...context, newId: 'n3' }).content;
    for (const replaces of [null, '', 'n3', 'n9'])
      expect(saveAccount(foreign, account(5), 'replace', { ...context, newId: 'n4', replaces })).toEqual({
        kind: 'choose',
        content: foreign,
      });
    for (const replaces of ['n1', 'n2'])
      expect(
        saveAccount(foreign, account(5), 'replace', { ...context, newId: 'n4', replaces }).content.entries.at(-1),
      ).toMatchObject({
        id: 'n4',
        replaces,
      });
  });

  it('does not ask which to replace while one of the name is in force, nor where the site ended all', () => {
    const two = saveAccount(one, account(4), 'keep-both', { ...context, newId: 'n2' }).content.entries;
    /** Ended by the site in this order, whatever order the customer lists them in. */
    const ended = (...ids: readonly string[]) => ({
      ...one,
      entries: two.map((entry) =>
        ids.includes(entry.id)
          ? { ...entry, state: 'stale' as const, updatedUnixMs: entry.updatedUnixMs + 1 + ids.indexOf(entry.id) }
          : entry,
      ),
    });
    const replaceable = (content: typeof one): readonly string[] =>
      ['n1', 'n2'].filter(
        (replaces) =>
          saveAccount(content, account(5), 'replace', { ...context, newId: 'n3', replaces }).kind === 'saved',
      );
    expect(replaceable(ended('n1'))).toEqual(['n2']);
    expect(replaceable(ended('n2'))).toEqual(['n1']);
    expect(replaceable(ended('n1', 'n2'))).toEqual(['n2']);
    expect(replaceable(ended('n2', 'n1'))).toEqual(['n1']);
    expect(replaceable(ended())).toEqual(['n1', 'n2']);
  });

  it('replaces the account of this site, not one of the same names that has no site', () => {
    const moved = saveAccount(emptyContent, account(9), 'new', { ...context, origin: null, newId: 'n0' }).content;
    const both = { ...moved, entries: [...moved.entries, ...one.entries] };
    const { content } = saveAccount(both, account(4), 'replace', { ...context, newId: 'n2', replaces: 'n1' });
    expect(content.entries).toMatchObject([
      { id: 'n0', ...account(9) },
      { id: 'n1', ...account(3) },
      { id: 'n2', ...account(4), replaces: 'n1' },
    ]);
  });

  it('leaves a replaced secret to the page that showed the new one', () => {
    const both = {
      ...one,
      entries: one.entries.map((entry) => ({ ...entry, origins: ['https://b.example', 'https://a.example'] })),
    };
    const { content } = saveAccount(both, account(4), 'replace', { ...context, newId: 'n2', replaces: 'n1' });
    expect(content.entries.at(-1)).toMatchObject({ id: 'n2', replaces: 'n1', origins: ['https://a.example'] });
  });

  it('keeps both when told to', () => {
    const { content } = saveAccount(one, account(4), 'keep-both', { ...context, newId: 'n2' });
    expect(content.entries.map((entry) => entry.id)).toEqual(['n1', 'n2']);
  });

  it('keeps one secret under two accounts apart', () => {
    const { kind, content } = saveAccount(one, account(3, 'bob@example.com'), 'new', { ...context, newId: 'n2' });
    expect(kind).toBe('saved');
    expect(content.entries).toHaveLength(2);
  });

  it.each([
    ['digits', { digits: 8 }],
    ['period', { periodSeconds: 60 }],
    ['algorithm', { algorithm: 'SHA256' as const }],
  ])('sees another %s as other codes', (_name, difference) => {
    const base = account(3);
    if (base.parameters.type !== 'totp') throw new Error('fixture');
    const found = { ...base, parameters: { ...base.parameters, ...difference } };
    expect(saveAccount(one, found, 'new', { ...context, newId: 'n2' }).kind).toBe('choose');
  });
});
