import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptImport } from '../../../lib/app/accept-import.ts';
import { previewImport } from '../../../lib/app/import-preview.ts';
import { trashEntry } from '../../../lib/app/trash.ts';
import type { BackupItem } from '../../../lib/backup/backup-item.ts';
import type { OtpParameters } from '../../../lib/otp/parameters.ts';
import { emptyContent } from '../../../lib/vault/content.ts';
import type { Entry, VaultContent } from '../../../lib/vault/entry.ts';

const idOf = (index: number): string => String(index).padStart(32, '0');
const entry = (index: number, more: Partial<Entry> = {}): Entry => ({
  id: idOf(index),
  issuer: 'Acme',
  account: `account-${index}`,
  parameters: { type: 'totp', secret: new Uint8Array(20).fill(index), algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
  origins: ['https://portal.example'],
  state: 'confirmed',
  backupCodes: [],
  replaces: null,
  createdUnixMs: 1,
  updatedUnixMs: 1,
  ...more,
});
const withKey = (index: number, key: number, more: Partial<Entry> = {}): Entry =>
  entry(index, { parameters: entry(key).parameters, ...more });
const items = (...entries: readonly Entry[]): readonly BackupItem[] =>
  entries.map((one) => ({ kind: 'entry', entry: one }));
const content = (...entries: readonly Entry[]): VaultContent => ({ ...emptyContent, entries });
const verdicts = (of: readonly BackupItem[], here: VaultContent) =>
  previewImport(of, here).rows.map(({ verdict }) => verdict);
const counter = () => {
  let next = 900;
  return () => idOf(next++);
};
const accept = (here: VaultContent, of: readonly BackupItem[], beside: readonly number[] = []) =>
  acceptImport(here, of, { beside: new Set(beside), newId: counter(), nowUnixMs: 5_000 });

describe('previewImport', () => {
  it('tells what is new from what is here, also where its sites, backup codes or state are others', () => {
    const used = [{ code: 'k0mp4', used: true }];
    expect(
      verdicts(
        items(entry(1), entry(2), entry(3, { origins: [] }), entry(4, { backupCodes: used }), entry(5)),
        content(entry(2), entry(3), entry(4), entry(5, { state: 'stale' })),
      ),
    ).toEqual([
      { kind: 'new', removedUnixMs: null },
      { kind: 'same', differs: false },
      { kind: 'same', differs: true },
      { kind: 'same', differs: true },
      { kind: 'same', differs: true },
    ]);
  });

  it('names our account that makes other codes under the names, with its sites and its day', () => {
    const mine = withKey(1, 9, { origins: ['https://mine.example'], createdUnixMs: 7 });
    expect(verdicts(items(entry(1)), content(mine))).toEqual([
      {
        kind: 'conflicting',
        differs: 'codes',
        createdUnixMs: 1,
        mine: [
          {
            issuer: 'Acme',
            account: 'account-1',
            sites: [{ name: 'https://mine.example', ascii: null }],
            state: 'confirmed',
            createdUnixMs: 7,
          },
        ],
      },
    ]);
  });

  const secret = new Uint8Array(20).fill(1);
  const usual = { type: 'totp', secret, algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;
  it.each<[string, OtpParameters]>([
    ['another key', { ...usual, secret: new Uint8Array(20).fill(9) }],
    ['a key that ends otherwise', { ...usual, secret: new Uint8Array(20).fill(1).fill(9, 19) }],
    ['other digits', { ...usual, digits: 8 }],
    ['another period', { ...usual, periodSeconds: 60 }],
    ['another algorithm', { ...usual, algorithm: 'SHA256' }],
    ['a counter', { type: 'hotp', secret, algorithm: 'SHA1', digits: 6, counter: 0 }],
    ['letters for digits', { type: 'steam', secret }],
  ])('shows one of our names with %s as different, and never as here', (_, parameters) => {
    const other = entry(1, { parameters });
    expect(verdicts(items(other), content(entry(1)))).toMatchObject([{ kind: 'conflicting', differs: 'codes' }]);
    expect(verdicts(items(entry(1)), content(other))).toMatchObject([{ kind: 'conflicting', differs: 'codes' }]);
  });

  it('shows one that is for another site as different, also beside one of our sites or where ours is for none', () => {
    const [a, b] = ['https://a.example', 'https://b.example'];
    const sites = (inFile: readonly string[], ...here: readonly (readonly string[])[]) =>
      verdicts(
        items(entry(1, { origins: inFile })),
        content(...here.map((origins, index) => entry(1, { id: idOf(50 + index), origins }))),
      );
    for (const here of [[a], []])
      expect(sites([b], here)).toMatchObject([
        {
          kind: 'conflicting',
          differs: 'sites',
          mine: here.length === 0 ? [{ sites: [] }] : [{ sites: [{ name: a }] }],
        },
      ]);
    expect(sites([a, b], [a])).toMatchObject([{ kind: 'conflicting', differs: 'sites' }]);
    // What ours has more brings nothing, and two of ours may have the sites of one.
    expect(sites([a], [b, a])).toEqual([{ kind: 'same', differs: true }]);
    expect(sites([a, b], [a], [b])).toEqual([{ kind: 'same', differs: true }]);
    expect(sites([b], [a], [b])).toEqual([{ kind: 'same', differs: false }]);
    // The file names the site of ours and the one before it once more.
    const twice = items(entry(1, { origins: [b] }), entry(1, { origins: [a, b] }));
    expect(verdicts(twice, content(entry(1, { origins: [a] }))).map(({ kind }) => kind)).toEqual([
      'conflicting',
      'same',
    ]);
  });

  it('shows one of our key under other names as different, with the names of ours', () => {
    const renamed = { kind: 'conflicting', differs: 'names', mine: [{ issuer: 'Acme', account: 'account-1' }] };
    for (const names of [{ account: 'before' }, { issuer: 'Acme before' }])
      expect(verdicts(items(entry(1, names)), content(entry(1), entry(2)))).toMatchObject([renamed]);
    const alike = new Uint8Array(20).fill(1).fill(9, 19);
    const beginsAlike = entry(3, { parameters: { ...usual, secret: alike } });
    expect(verdicts(items(beginsAlike), content(entry(1)))).toEqual([{ kind: 'new', removedUnixMs: null }]);
  });

  it('takes two that the file has of one key for two, where their names or their sites are others', () => {
    const other = { id: idOf(7), origins: ['https://other.example'] };
    const of = items(entry(1), entry(1, other), withKey(2, 1), entry(1, { ...other, id: idOf(8) }));
    expect(verdicts(of, content()).map(({ kind }) => kind)).toEqual(['new', 'new', 'new', 'same']);
    const { added } = accept(content(), of);
    expect(verdicts(of, content(...added)).map(({ kind }) => kind)).toEqual(['same', 'same', 'same', 'same']);
  });

  it('says when a new one was removed here, the last time', () => {
    const once = trashEntry(content(entry(1)), entry(1).id, 30);
    const twice = trashEntry({ ...once, entries: [withKey(1, 1, { id: idOf(2) })] }, idOf(2), 40);
    expect(verdicts(items(entry(1)), twice)).toEqual([{ kind: 'new', removedUnixMs: 40 }]);
    expect(verdicts(items(withKey(1, 9)), twice)).toEqual([{ kind: 'new', removedUnixMs: null }]);
  });

  it('takes two of one name and different keys for two, and one that the file has twice for one', () => {
    const twin = withKey(1, 2, { id: idOf(7) });
    const again = withKey(1, 1, { id: idOf(8) });
    expect(verdicts(items(entry(1), twin, again), content()).map(({ kind }) => kind)).toEqual(['new', 'new', 'same']);
  });

  it('passes on why an account cannot be read, with its names', () => {
    const unreadable = { kind: 'unreadable', issuer: 'Acme', account: 'eve', reason: 'secret' } as const;
    expect(previewImport([unreadable], content()).rows).toEqual([
      { index: 0, issuer: 'Acme', account: 'eve', sites: [], verdict: { kind: 'unreadable', reason: 'secret' } },
    ]);
  });

  it('has another name once a verdict is another, and the same one for the same list', () => {
    const shown = (here: VaultContent) => previewImport(items(entry(1), entry(2)), here).shown;
    expect(shown(content(entry(2)))).toBe(shown(content(entry(2, { updatedUnixMs: 99 }), entry(3))));
    expect(shown(content(entry(2)))).not.toBe(shown(content(entry(1), entry(2))));
    expect(shown(content())).not.toBe(shown(trashEntry(content(entry(1)), entry(1).id, 5)));
  });

  it('holds neither key nor backup code', () => {
    const secret = withKey(1, 0x41, { backupCodes: [{ code: 'k0mp4-9x0tz', used: false }] });
    expect(JSON.stringify(previewImport(items(secret), content(withKey(1, 9))))).not.toMatch(/k0mp4|secret|65,65|QUFB/);
  });

  it('compares no account with all others, however many there are', () => {
    let looks = 0;
    const counted = (index: number): Entry => {
      const one = entry(index);
      return new Proxy(one, {
        get: (target, name) => {
          looks += 1;
          return Reflect.get(target, name);
        },
      });
    };
    const many = Array.from({ length: 2_000 }, (_, index) => counted(index));
    expect(previewImport(items(...many), content(...many)).rows).toHaveLength(2_000);
    // Each with each would be four million.
    expect(looks).toBeLessThan(50 * 2_000);
  });
});

describe('acceptImport', () => {
  it('gives one that the site ended its days anew, and takes no identifier that is here or was removed here', () => {
    const here = trashEntry(content(withKey(1, 9), entry(2)), entry(2).id, 30);
    const { added } = accept(here, items(entry(1, { state: 'stale' }), entry(2)), [0]);
    expect(added).toEqual([
      entry(1, { id: idOf(900), state: 'stale', updatedUnixMs: 5_000 }),
      entry(2, { id: idOf(901) }),
    ]);
  });

  it('gives an identifier that is none of ours another, and what it replaces with it', () => {
    const long = 'x'.repeat(4_096);
    const { added } = accept(content(), items(entry(1, { id: long }), entry(2, { replaces: long })));
    const [one, two] = added;
    expect(one?.id).toMatch(/^[0-9a-f]{1,32}$/);
    expect(two).toMatchObject({ id: idOf(2), replaces: one?.id });
  });

  it('lets one that replaces another replace that very account, whatever its identifier is here', () => {
    const other = withKey(5, 5, { id: idOf(1) });
    const { added } = accept(content(other), items(entry(1), entry(2, { replaces: idOf(1) })));
    expect(added.map(({ id, replaces }) => [id, replaces])).toEqual([
      [idOf(900), null],
      [idOf(2), idOf(900)],
    ]);
    const same = accept(content(entry(1, { id: idOf(77) })), items(entry(1), entry(2, { replaces: idOf(1) })));
    expect(same.added.map(({ replaces }) => replaces)).toEqual([idOf(77)]);
  });

  it('lets it replace none where that account was left out: ours of the names is another', () => {
    const { added } = accept(content(withKey(1, 9)), items(entry(1), entry(2, { replaces: idOf(1) })));
    expect(added.map(({ replaces }) => replaces)).toEqual([null]);
  });
});

// Few names, keys and identifiers, so that they meet.
const arbitraryEntry = fc
  .record({
    id: fc.integer({ min: 0, max: 12 }),
    account: fc.constantFrom('ada', 'bob'),
    key: fc.integer({ min: 1, max: 3 }),
    state: fc.constantFrom('pending', 'confirmed', 'stale'),
    origins: fc.subarray(['https://a.example', 'https://b.example']),
    replaces: fc.option(fc.integer({ min: 0, max: 12 }).map(idOf)),
  })
  .map(({ id, key, account, ...rest }) => withKey(id, key, { account, ...rest }));
const arbitraryEntries = fc.uniqueArray(arbitraryEntry, { selector: ({ id }) => id, maxLength: 8 });
const arbitraryItem = fc.oneof(
  { weight: 6, arbitrary: arbitraryEntry.map((one): BackupItem => ({ kind: 'entry', entry: one })) },
  fc.constant<BackupItem>({ kind: 'unreadable', issuer: 'Acme', account: 'eve', reason: 'fields' }),
);
const arbitraryCase = fc.record({
  here: arbitraryEntries,
  gone: fc.nat(3),
  of: fc.array(arbitraryItem, { maxLength: 8 }),
  beside: fc.uniqueArray(fc.nat(9)),
});
const stored = ({ here, gone }: { here: readonly Entry[]; gone: number }): VaultContent =>
  here.slice(0, gone).reduce((next, { id }) => trashEntry(next, id, 30), content(...here));

describe('accepting any file', () => {
  it('changes and removes nothing stored, doubles no identifier, and adds what was shown as new', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ of, beside, ...before }) => {
        const here = stored(before);
        const result = accept(here, of, beside);
        expect(result.content.entries.slice(0, here.entries.length)).toEqual(here.entries);
        expect({ ...result.content, entries: [] }).toEqual({ ...here, entries: [] });
        const ids = [...result.content.entries, ...here.trash.map(({ entry: one }) => one)].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const shown = verdicts(of, here).filter(
          ({ kind }, index) => kind === 'new' || (kind === 'conflicting' && beside.includes(index)),
        );
        expect(result.added).toHaveLength(shown.length);
      }),
    );
  });

  it('adds as much twice as once', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ of, beside, ...before }) => {
        const once = accept(stored(before), of, beside);
        expect(accept(once.content, of, beside).content).toBe(once.content);
      }),
    );
  });
});

it('of a thousand accounts of one name beside a thousand shows ten of ours each, and is small enough for a message', () => {
  const named = (first: number) =>
    Array.from({ length: 1_000 }, (_, at) => {
      const secret = Uint8Array.of(first, at & 255, at >> 8, 1, 2, 3, 4, 5, 6, 7);
      return entry(first * 1_000 + at, { account: 'ada', parameters: { ...entry(0).parameters, secret } });
    });
  const { rows } = previewImport(items(...named(1)), content(...named(2)));
  expect(new Set(rows.map(({ verdict }) => verdict.kind === 'conflicting' && verdict.mine.length))).toEqual(
    new Set([10]),
  );
  expect(JSON.stringify(rows).length).toBeLessThan(4 * 2 ** 20);
});

// Each compared with each takes half a minute, in the background, which must lock and fill meanwhile.
it('of four thousand accounts of one name whose keys begin alike judges each at once, beside four thousand and beside none', () => {
  const alike = (last: number) =>
    Array.from({ length: 4_000 }, (_, at) => {
      const secret = Uint8Array.of(1, 2, 3, 4, at & 255, at >> 8, 5, 6, 7, last);
      return entry(last * 10_000 + at, { account: 'ada', parameters: { ...entry(0).parameters, secret } });
    });
  const [ours, theirs] = [alike(1), alike(2)];
  const startMs = performance.now();
  expect(new Set(verdicts(items(...theirs), content(...ours)).map(({ kind }) => kind))).toEqual(
    new Set(['conflicting']),
  );
  expect(new Set(verdicts(items(...theirs), content()).map(({ kind }) => kind))).toEqual(new Set(['new']));
  expect(performance.now() - startMs).toBeLessThan(5_000);
});
