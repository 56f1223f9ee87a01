import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccountEdit, editAccount, editable, undoEdit } from '../../../lib/app/edit-account.ts';
import type { CodesForm } from '../../../lib/app/manual-account.ts';
import { codeAt } from '../../../lib/otp/code.ts';
import type { Entry, VaultContent } from '../../../lib/vault/entry.ts';
import { anyContent, sampleContent, sampleEntry } from '../vault/samples.ts';

const NOW = 1_750_000_000_000;
const KEY = 'JBSWY3DPEHPK3PXP';

/** The form as it opens, with what the customer changed. */
const editOf = (entry: Entry, part: Partial<AccountEdit> = {}): AccountEdit => ({
  issuer: entry.issuer,
  account: entry.account,
  removedSites: [],
  codes: null,
  shownCounter: entry.parameters.type === 'hotp' ? entry.parameters.counter : null,
  ...part,
});
const codesOf = (entry: Entry, part: Partial<CodesForm> = {}): CodesForm => ({
  secretText: '',
  ...editable(entry).codes,
  ...part,
});

function edited(content: VaultContent, entry: Entry, edit: AccountEdit, part = {}) {
  const context = { entryId: entry.id, shownUnixMs: entry.updatedUnixMs, keptId: 'kept', nowUnixMs: NOW };
  return editAccount(content, edit, { ...context, despiteCodes: true, ...part });
}
function saved(...how: Parameters<typeof edited>) {
  const outcome = edited(...how);
  if (!outcome.ok || outcome.value.kind !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome.value.content;
}
const entryOf = ({ entries }: VaultContent, id: string): Entry => {
  const found = entries.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

const withAccount = anyContent.filter(({ entries }) => entries.length > 0);
const pick = (content: VaultContent, nth: number): Entry => content.entries[nth % content.entries.length] as Entry;
const anyCodes: fc.Arbitrary<CodesForm> = fc.record({
  secretText: fc.constantFrom('', KEY, 'gezd gnbv gy3t qojq'),
  kind: fc.constantFrom('totp', 'hotp', 'steam'),
  algorithm: fc.constantFrom('SHA1', 'SHA256', 'SHA512'),
  digits: fc.integer({ min: 1, max: 10 }),
  periodSeconds: fc.integer({ min: 1, max: 9e5 }),
  counter: fc.maxSafeNat(),
});

describe('an edit of names and sites', () => {
  it('never changes codes, keeps nothing among the removed accounts, and touches no other account', () => {
    const names = fc.record({ issuer: fc.string(), account: fc.string() });
    fc.assert(
      fc.property(withAccount, fc.nat(), names, fc.boolean(), (content, nth, typed, asShown) => {
        const entry = pick(content, nth);
        const removedSites = entry.origins.slice(nth % 2);
        const codes = asShown ? codesOf(entry) : null;
        const outcome = edited(content, entry, editOf(entry, { ...typed, removedSites, codes }), {
          despiteCodes: false,
        });
        if (!outcome.ok) throw new Error(outcome.error);
        if (outcome.value.kind === 'unchanged') return;
        if (outcome.value.kind !== 'saved') throw new Error('asked about codes');
        const after = outcome.value.content;
        expect(after.entries.map(({ parameters }) => parameters)).toEqual(
          content.entries.map(({ parameters }) => parameters),
        );
        expect(after.trash).toEqual(content.trash);
        expect(after.entries.filter(({ id }) => id !== entry.id)).toEqual(
          content.entries.filter(({ id }) => id !== entry.id),
        );
        expect(entryOf(after, entry.id)).toMatchObject({
          state: entry.state,
          issuer: typed.issuer === entry.issuer ? entry.issuer : typed.issuer.trim(),
        });
      }),
    );
  });

  it('takes only the sites that were named, and leaves one that the account got meanwhile', () => {
    const content = sampleContent('a');
    const entry = {
      ...sampleEntry('a'),
      origins: ['https://example.org', 'https://example.org:8443', 'https://new.example'],
    };
    const after = saved(
      { ...content, entries: [entry] },
      entry,
      editOf(entry, { removedSites: ['https://example.org'] }),
    );
    expect(entryOf(after, 'a').origins).toEqual(['https://example.org:8443', 'https://new.example']);
  });

  it('may give two accounts the same names', () => {
    const content = { ...sampleContent('a'), entries: [sampleEntry('a'), { ...sampleEntry('b'), account: 'other' }] };
    const b = entryOf(content, 'b');
    expect(entryOf(saved(content, b, editOf(b, { account: 'jane@example.org' })), 'b').account).toBe(
      'jane@example.org',
    );
  });

  it('that changes nothing is none, also where a stored name has spaces around it', () => {
    const entry = { ...sampleEntry('a'), issuer: ' Example ' };
    const content = { ...sampleContent('a'), entries: [entry] };
    expect(edited(content, entry, editOf(entry, { codes: codesOf(entry) }))).toEqual({
      ok: true,
      value: { kind: 'unchanged' },
    });
  });

  it('is refused where a name is too long, and says which', () => {
    const entry = sampleEntry('a');
    const long = 'x'.repeat(4_097);
    for (const field of ['issuer', 'account'] as const)
      expect(edited(sampleContent('a'), entry, editOf(entry, { [field]: long }))).toEqual({
        ok: false,
        error: `${field}-too-long`,
      });
  });
});

describe('an edit that changes codes', () => {
  const entry = sampleEntry('a');
  const content = sampleContent('a', 'b');
  const toEight = editOf(entry, { codes: codesOf(entry, { digits: 8, periodSeconds: 60, secretText: KEY }) });

  it('is told first with what was and what is to be, of the key only that it is another one', () => {
    expect(edited(content, entry, toEight, { despiteCodes: false })).toEqual({
      ok: true,
      value: {
        kind: 'would-change-codes',
        changes: [{ field: 'digits', from: 6, to: 8 }, { field: 'periodSeconds', from: 30, to: 60 }, { field: 'key' }],
      },
    });
  });

  it.each([
    [{ algorithm: 'SHA512' }, [{ field: 'algorithm', from: 'SHA1', to: 'SHA512' }]],
    [{ periodSeconds: 60 }, [{ field: 'periodSeconds', from: 30, to: 60 }]],
    [{ kind: 'steam' }, [{ field: 'kind', from: 'totp', to: 'steam' }]],
    [
      { kind: 'hotp', counter: 4 },
      [
        { field: 'kind', from: 'totp', to: 'hotp' },
        { field: 'counter', from: null, to: 4 },
      ],
    ],
  ] as const)('is told also of %j, and of nothing else', (part, changes) => {
    const edit = editOf(entry, { codes: codesOf(entry, part) });
    expect(edited(content, entry, edit, { despiteCodes: false })).toMatchObject({ value: { changes } });
  });

  it('from Steam’s letters tells all that they did not have', () => {
    const steam: Entry = { ...entry, parameters: { type: 'steam', secret: entry.parameters.secret } };
    const edit = editOf(steam, { codes: codesOf(steam, { kind: 'totp' }) });
    const outcome = edited({ ...content, entries: [steam] }, steam, edit, { despiteCodes: false });
    expect(outcome).toMatchObject({
      value: {
        changes: [
          { field: 'kind', from: 'steam', to: 'totp' },
          { field: 'algorithm', from: null, to: 'SHA1' },
          { field: 'digits', from: null, to: 6 },
          { field: 'periodSeconds', from: null, to: 30 },
        ],
      },
    });
  });

  it('keeps what the account was among the removed ones, under an id of its own', () => {
    const after = saved(content, entry, toEight);
    expect(after.trash).toEqual([
      { entry: { ...entry, id: 'kept' }, trashedUnixMs: NOW, trashedAtMs: expect.any(Number) },
    ]);
    expect(codeAt(entryOf(after, 'a').parameters, 0).code).toHaveLength(8);
  });

  it('knows the same key in another spelling', () => {
    const same = codesOf(entry, { secretText: 'gezd gnbv gy3t qojq gezd gnbv gy3t qojq' });
    expect(edited(content, entry, editOf(entry, { codes: same }))).toEqual({ ok: true, value: { kind: 'unchanged' } });
  });

  it('takes a whole key URI for the key and for what it says of its codes, and leaves the names', () => {
    const secretText = `otpauth://totp/Other:eve?secret=${KEY}&digits=8&algorithm=SHA512`;
    const after = entryOf(saved(content, entry, editOf(entry, { codes: codesOf(entry, { secretText }) })), 'a');
    expect(after).toMatchObject({ issuer: 'Example', parameters: { digits: 8, algorithm: 'SHA512' } });
  });

  it.each(['confirmed', 'stale', 'pending'] as const)(
    'of a %s account has it wait for the site’s acceptance, and not be asked about as unfinished',
    (state) => {
      const before = { ...entry, state };
      const after = saved({ ...content, entries: [before] }, before, toEight);
      expect(entryOf(after, 'a')).toMatchObject({ state: 'pending', keptUnconfirmed: true });
      expect(after.trash[0]?.entry.state).toBe(state);
    },
  );

  it.each([
    ['1', 'secret-invalid'],
    ['JBSW', 'secret-short'],
  ])('is refused for %j as a key', (secretText, error) => {
    expect(edited(content, entry, editOf(entry, { codes: codesOf(entry, { secretText }) }))).toEqual({
      ok: false,
      error,
    });
  });

  it('then undone gives an account with the same codes, names and sites, and loses neither of the two', () => {
    fc.assert(
      fc.property(withAccount, fc.nat(), anyCodes, fc.string(), (any, nth, codes, issuer) => {
        const before = pick(any, nth);
        const removedSites = before.origins;
        const outcome = edited(any, before, editOf(before, { codes, issuer, removedSites }));
        if (!outcome.ok) throw new Error(outcome.error);
        if (outcome.value.kind !== 'saved' || outcome.value.keptId === null) return;
        const changed = outcome.value.content;
        const after = entryOf(changed, before.id);
        const shown = { entryId: before.id, keptId: 'kept', shownUnixMs: after.updatedUnixMs, nowUnixMs: NOW + 1 };
        const undone = undoEdit(changed, shown);
        if (!undone.ok) throw new Error(undone.error);
        expect(undone.value.entries).toEqual(
          any.entries.map((one) => (one.id === before.id ? { ...one, updatedUnixMs: expect.any(Number) } : one)),
        );
        expect(undone.value.trash.map((one) => one.entry)).toEqual([
          ...any.trash.map((one) => one.entry),
          { ...after, id: 'kept' },
        ]);
      }),
    );
  });
});

describe('what was changed meanwhile', () => {
  const counted: Entry = {
    ...sampleEntry('a'),
    parameters: { type: 'hotp', secret: new Uint8Array(20), algorithm: 'SHA1', digits: 6, counter: 7 },
  };
  const content = { ...sampleContent('a'), entries: [counted] };

  it('is not overwritten by an edit of what was shown before, nor by an undo', () => {
    const refused = { ok: false, error: 'changed-meanwhile' };
    const edit = editOf(counted, { account: 'other' });
    expect(edited(content, counted, edit, { shownUnixMs: counted.updatedUnixMs - 1 })).toEqual(refused);
    const changed = saved(content, counted, editOf(counted, { codes: codesOf(counted, { digits: 8 }) }));
    const undo = { entryId: 'a', keptId: 'kept', shownUnixMs: counted.updatedUnixMs, nowUnixMs: NOW };
    expect(undoEdit(changed, undo)).toEqual(refused);
  });

  it('is told apart where both edits fall on one millisecond', () => {
    const once = saved(content, counted, editOf(counted, { account: 'one' }), { nowUnixMs: counted.updatedUnixMs });
    expect(edited(once, counted, editOf(counted, { account: 'two' }))).toEqual({
      ok: false,
      error: 'changed-meanwhile',
    });
  });

  it('is a counter that moved on, for an edit of codes; one of names leaves it where it is', () => {
    const late = editOf(counted, { codes: codesOf(counted, { digits: 8 }), shownCounter: 6 });
    expect(edited(content, counted, late)).toEqual({ ok: false, error: 'changed-meanwhile' });
    const named = saved(content, counted, editOf(counted, { account: 'other', shownCounter: null }));
    expect(entryOf(named, 'a').parameters).toMatchObject({ counter: 7 });
  });

  it('is an account that is gone', () => {
    expect(edited(content, counted, editOf(counted), { entryId: 'b' })).toEqual({ ok: false, error: 'no-entry' });
    const undo = { entryId: 'a', keptId: 'kept', shownUnixMs: counted.updatedUnixMs, nowUnixMs: NOW };
    expect(undoEdit(content, undo)).toEqual({ ok: false, error: 'no-entry' });
  });
});

describe('the form of an account', () => {
  it('never holds the key', () => {
    fc.assert(
      fc.property(withAccount, fc.nat(), (content, nth) => {
        const form = editable(pick(content, nth));
        expect(Object.keys(form.codes).toSorted()).toEqual(['algorithm', 'counter', 'digits', 'kind', 'periodSeconds']);
        expect(Object.keys(form)).not.toContain('parameters');
      }),
    );
  });
});
