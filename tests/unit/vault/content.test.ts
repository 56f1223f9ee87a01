import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeContent, emptyContent, encodeContent } from '../../../lib/vault/content.ts';
import { sampleContent, sampleEntry } from './samples.ts';

const encoder = new TextEncoder();
const sampleJson = () => JSON.parse(new TextDecoder().decode(encodeContent(sampleContent('one'))));
const decodeJson = (value: unknown) => decodeContent(encoder.encode(JSON.stringify(value)));
const damaged = { ok: false, error: 'damaged' };
const settings = { autoLockMinutes: 15, sharedComputer: false, automaticSites: [], submitSites: [] };

describe('content', () => {
  it('comes back as it was, in a multiple of 1 KiB', () => {
    for (const ids of [[], ['one'], ['one', 'two', 'three', 'four']]) {
      const plain = encodeContent(sampleContent(...ids));
      expect(plain.length % 1_024).toBe(0);
      expect(decodeContent(plain)).toEqual({ ok: true, value: sampleContent(...ids) });
    }
  });

  it('of a new vault has nothing in it, and reminds of nothing', () => {
    expect(emptyContent).toEqual({
      ...{ schema: 8, entries: [], trash: [], age: { writtenUnixMs: 0, passedMs: 0 }, correction: null, locks: [] },
      ...{ saved: { last: null, automatic: null }, reminder: { on: false, provenUnixMs: 0 } },
      ...{ settings: null, strength: null, openings: [] },
    });
  });

  it('has the same bytes whatever the order of the fields', () => {
    const { id, ...rest } = sampleEntry('one');
    const { entries: _none, ...others } = sampleContent();
    const reversed = Object.fromEntries(Object.entries(others).toReversed());
    expect(encodeContent({ ...sampleContent(), ...reversed, entries: [{ ...rest, id }] })).toEqual(
      encodeContent(sampleContent('one')),
    );
  });

  it('of schema 1, which knew no backup codes, is read as today’s', () => {
    const { entries } = sampleJson();
    const [{ backupCodes, replaces, ...entry }] = entries;
    expect([backupCodes, replaces]).toEqual([[], null]);
    expect(decodeJson({ schema: 1, entries: [entry] })).toEqual({ ok: true, value: sampleContent('one') });
    expect(decodeJson({ schema: 1, entries })).toEqual(damaged);
    expect(decodeJson({ schema: 2, entries: [entry] })).toEqual(damaged);
  });

  it('says that an unconfirmed account is kept only where that is true', () => {
    const kept = { ...sampleContent('one'), entries: [{ ...sampleEntry('one'), keptUnconfirmed: true as const }] };
    expect(decodeContent(encodeContent(kept))).toEqual({ ok: true, value: kept });
    expect(sampleJson().entries[0]).not.toHaveProperty('keptUnconfirmed');
    const [entry] = JSON.parse(new TextDecoder().decode(encodeContent(kept))).entries;
    for (const wrong of [false, null, 1, 'true'])
      expect(decodeJson({ ...sampleJson(), entries: [{ ...entry, keptUnconfirmed: wrong }] })).toEqual(damaged);
    const { backupCodes: _codes, replaces: _replaces, ...old } = entry;
    expect(decodeJson({ schema: 1, entries: [old] })).toEqual(damaged);
  });

  it('of schema 2, which knew no trash, is read as today’s', () => {
    const { entries, trash, age } = sampleJson();
    expect(decodeJson({ schema: 2, entries })).toEqual({ ok: true, value: sampleContent('one') });
    expect(decodeJson({ schema: 2, entries, trash, age })).toEqual(damaged);
    expect(decodeJson({ schema: 3, entries })).toEqual(damaged);
  });

  it('of schema 3, which knew no correction of the clock, is read as today’s with none', () => {
    const frozen = readFileSync(join(import.meta.dirname, '../../fixtures/vault/content-schema-3.json'), 'utf8');
    const read = decodeContent(encoder.encode(frozen));
    const backupCodes = [{ code: 'ABCD-EFGH', used: true }];
    const pending = { state: 'pending', backupCodes } as const;
    expect(read).toEqual({
      ok: true,
      value: {
        ...sampleContent(),
        entries: [{ ...sampleEntry('one'), ...pending, keptUnconfirmed: true }],
        trash: [
          {
            entry: { ...sampleEntry('two'), ...pending, replaces: 'one' },
            trashedUnixMs: 1_700_000_000_002,
            trashedAtMs: 3,
          },
        ],
        age: { writtenUnixMs: 1_700_000_000_004, passedMs: 5 },
        correction: null,
      },
    });
    expect(decodeJson({ ...JSON.parse(frozen), correction: null })).toEqual(damaged);
    const { entries, trash, age, ...json } = sampleJson();
    expect(decodeJson({ ...json, entries, trash })).toEqual(damaged);
    expect(decodeJson({ schema: 3, entries, trash, age })).toEqual({ ok: true, value: sampleContent('one') });
  });

  it('of schema 4, which knew no locks and no saved copies, is read as today’s with none', () => {
    const frozen = readFileSync(join(import.meta.dirname, '../../fixtures/vault/content-schema-4.json'), 'utf8');
    const read = decodeContent(encoder.encode(frozen));
    expect(read).toMatchObject({ ok: true, value: { schema: 8, locks: [], saved: { last: null, automatic: null } } });
    expect(read.ok && read.value.correction).toEqual({ seconds: -90, seenUnixMs: 1_700_000_000_006 });
    expect(read.ok && read.value.entries.map(({ id }) => id)).toEqual(['one']);
    expect(decodeJson({ ...JSON.parse(frozen), locks: [] })).toEqual(damaged);
  });

  it('of schema 5, whose settings lay in the clear alone, is read as today’s with none', () => {
    const frozen = readFileSync(join(import.meta.dirname, '../../fixtures/vault/content-schema-5.json'), 'utf8');
    const read = decodeContent(encoder.encode(frozen));
    expect(read).toMatchObject({
      ok: true,
      value: {
        schema: 8,
        locks: [{ slot: { kind: 'computer', id: 'fedcba9876543210fedcba9876543210' } }],
        saved: { last: { unixMs: 1_700_000_000_007, accounts: [{ id: 'one', mark: '0123456789abcdef' }] } },
        reminder: { on: true, provenUnixMs: 1_700_000_000_008 },
        settings: null,
      },
    });
    expect(read.ok && read.value.entries.map(({ id }) => id)).toEqual(['one']);
    expect(decodeJson({ ...JSON.parse(frozen), settings: null })).toEqual(damaged);
    expect(decodeJson({ ...JSON.parse(frozen), schema: 6 })).toEqual(damaged);
  });

  it('of schema 6, which knew no pins and no groups, is read as today’s with none', () => {
    const frozen = readFileSync(join(import.meta.dirname, '../../fixtures/vault/content-schema-6.json'), 'utf8');
    const read = decodeContent(encoder.encode(frozen));
    const sites = ['https://example.org'];
    const sealed = { autoLockMinutes: 15, sharedComputer: true, automaticSites: sites, submitSites: sites };
    expect(read).toMatchObject({ ok: true, value: { schema: 8, settings: sealed } });
    expect(read.ok && read.value.entries.map(({ id, pinned, group }) => [id, pinned, group])).toEqual([
      ['one', undefined, undefined],
    ]);
    const { entries, trash, ...json } = JSON.parse(frozen);
    for (const mark of [{ pinned: true }, { group: 'Work' }]) {
      const marked = { ...json, trash, entries: [{ ...entries[0], ...mark }] };
      expect(decodeJson(marked)).toEqual(damaged);
      expect(decodeJson({ ...marked, schema: 7 })).toMatchObject({ ok: true, value: { entries: [mark] } });
      const removed = { ...json, entries, trash: [{ ...trash[0], entry: { ...trash[0].entry, ...mark } }] };
      expect(decodeJson(removed)).toEqual(damaged);
      expect(decodeJson({ ...removed, schema: 7 })).toMatchObject({ ok: true, value: { trash: [{ entry: mark }] } });
    }
  });

  it('of schema 7, which knew no strength and no openings, is read as today’s with none', () => {
    const frozen = readFileSync(join(import.meta.dirname, '../../fixtures/vault/content-schema-7.json'), 'utf8');
    const json = JSON.parse(frozen);
    const read = decodeContent(encoder.encode(frozen));
    expect(read).toMatchObject({ ok: true, value: { schema: 8, strength: null, openings: [] } });
    expect(read.ok && read.value.entries).toMatchObject([{ id: 'one', pinned: true, group: 'Work' }]);
    const written = read.ok && JSON.parse(new TextDecoder().decode(encodeContent(read.value)));
    expect(written).toEqual({ ...json, schema: 8, strength: null, openings: [] });
    expect(decodeJson({ ...json, strength: null, openings: [] })).toEqual(damaged);
    expect(decodeJson({ ...json, schema: 8 })).toEqual(damaged);
  });

  it.each([
    ['pinned', false],
    ['pinned', null],
    ['pinned', 1],
    ['group', ''],
    ['group', null],
    ['group', 42],
    ['group', 'g'.repeat(41)],
  ])('with an account whose %s is %j is damaged', (mark, value) => {
    const json = sampleJson();
    expect(decodeJson({ ...json, entries: [{ ...json.entries[0], [mark]: value }] })).toEqual(damaged);
  });

  it('keeps the order of the accounts, and a group of 40 characters', () => {
    const entries = ['b', 'c', 'a'].map((id) => ({ ...sampleEntry(id), group: 'g'.repeat(40) }));
    const ordered = { ...sampleContent(), entries };
    expect(decodeContent(encodeContent(ordered))).toEqual({ ok: true, value: ordered });
  });

  it.each([
    undefined,
    42,
    {},
    { seconds: 86_401, seenUnixMs: 1 },
    { seconds: -86_401, seenUnixMs: 1 },
    { seconds: 6.5, seenUnixMs: 1 },
    { seconds: 42, seenUnixMs: -1 },
    { seconds: 42, seenUnixMs: 1, more: 1 },
  ])('with a correction that is %j is damaged', (correction) => {
    expect(decodeJson({ ...sampleJson(), correction })).toEqual(damaged);
  });

  it('of a newer schema is refused as such', () => {
    expect(decodeJson({ schema: 9, somethingNew: [] })).toEqual({ ok: false, error: 'newer-version' });
  });

  it.each([
    ['trash', {}],
    ['trash', [null]],
    ['trash', [{ entry: null, trashedUnixMs: 1, trashedAtMs: 1 }]],
    ['age', null],
    ['age', { writtenUnixMs: -1, passedMs: 0 }],
    ['age', { writtenUnixMs: 0 }],
    ['locks', [{}]],
    ['locks', [{ slot: { kind: 'computer', id: 'x' }, publicKey: btoa('k'.repeat(32)), psk: btoa('p'.repeat(32)) }]],
    ['saved', null],
    ['saved', { last: { unixMs: 1, accounts: [{ id: 'one', mark: 'XYZ' }] }, automatic: null }],
    ['saved', { last: null, automatic: { lock: {}, keep: 5 } }],
    ['reminder', { on: 1, provenUnixMs: 0 }],
    ['settings', {}],
    ['settings', { ...settings, autoLockMinutes: 0 }],
    ['settings', { ...settings, autoLockMinutes: 1_441 }],
    ['settings', { ...settings, sharedComputer: 0 }],
    ['settings', { ...settings, automaticSites: [1] }],
    ['settings', { ...settings, automaticSites: Array(1_001).fill('https://a.example') }],
    ['settings', { ...settings, submitSites: null }],
    ['settings', { ...settings, submitSites: ['x'.repeat(4_097)] }],
    ['settings', { ...settings, submitSites: Array(1_001).fill('https://a.example') }],
    ['settings', { autoLockMinutes: 15, sharedComputer: false, automaticSites: [] }],
    ['settings', { ...settings, more: 1 }],
    ['strength', 5],
    ['strength', -1],
    ['strength', 1.5],
    ['strength', '3'],
    ['openings', null],
    ['openings', [{ unixMs: 1 }]],
    ['openings', [{ unixMs: -1, by: 'computer' }]],
    ['openings', [{ unixMs: 1, by: 'magic' }]],
    ['openings', [{ unixMs: 1, by: 'computer', more: 1 }]],
    ['openings', Array(11).fill({ unixMs: 1, by: 'computer' })],
  ])('with %s = %j is damaged', (key, value) => {
    expect(decodeJson({ ...sampleJson(), [key]: value })).toEqual(damaged);
  });

  it('with the most sites that there may be is whole', () => {
    const most = Array(1_000).fill('https://a.example');
    const value = { ...settings, automaticSites: most, submitSites: most };
    expect(decodeJson({ ...sampleJson(), settings: value })).toMatchObject({ ok: true, value: { settings: value } });
  });

  it('with one account among the removed ones and the others is damaged', () => {
    const json = sampleJson();
    const [entry] = json.entries;
    const removed = { entry, trashedUnixMs: 1, trashedAtMs: 1 };
    expect(decodeJson({ ...json, trash: [removed] })).toEqual(damaged);
    expect(decodeJson({ ...json, entries: [], trash: [removed] })).toMatchObject({ ok: true });
    expect(decodeJson({ ...json, entries: [], trash: [{ ...removed, trashedUnixMs: 0.5 }] })).toEqual(damaged);
    expect(decodeJson({ ...json, entries: [], trash: [{ ...removed, more: 1 }] })).toEqual(damaged);
  });

  it.each([null, 1, [], {}, { schema: 1 }, { schema: '1', entries: [] }, { schema: 0, entries: [] }, { entries: [] }])(
    '%j is damaged',
    (value) => {
      expect(decodeJson(value)).toEqual(damaged);
    },
  );

  it('that is not UTF-8 or not JSON is damaged', () => {
    expect(decodeContent(new Uint8Array([0xff]))).toEqual(damaged);
    expect(decodeContent(encoder.encode('{"schema":1,'))).toEqual(damaged);
    expect(decodeContent(new Uint8Array())).toEqual(damaged);
  });

  it.each([
    ['id', ''],
    ['id', 5],
    ['issuer', 'x'.repeat(4_097)],
    ['account', null],
    ['origins', 'https://example.org'],
    ['origins', [1]],
    ['origins', new Array(65).fill('https://example.org')],
    ['state', 'new'],
    ['createdUnixMs', -1],
    ['updatedUnixMs', 1.5],
    ['more', 1],
    ['backupCodes', null],
    ['backupCodes', ['ABCD-EFGH']],
    ['backupCodes', [{ code: '', used: false }]],
    ['backupCodes', [{ code: 'x'.repeat(65), used: false }]],
    ['backupCodes', [{ code: 'ABCD-EFGH', used: 'no' }]],
    ['backupCodes', new Array(17).fill({ code: 'ABCD-EFGH', used: false })],
    ['replaces', 1],
    ['parameters', null],
  ])('with %s = %j is damaged', (key, value) => {
    const json = sampleJson();
    json.entries[0][key] = value;
    expect(decodeJson(json)).toEqual(damaged);
  });

  it.each([
    ['type', 'motp'],
    ['type', 'hotp'],
    ['type', 'steam'],
    ['secret', ''],
    ['secret', 'MTIzNDU2Nzg5MA'],
    ['secret', Buffer.alloc(1_025).toString('base64')],
    ['algorithm', 'MD5'],
    ['digits', 0],
    ['digits', 11],
    ['periodSeconds', 0],
    ['periodSeconds', 1e300],
    ['counter', 1],
  ])('with parameters whose %s is %j is damaged', (key, value) => {
    const json = sampleJson();
    json.entries[0].parameters[key] = value;
    expect(decodeJson(json)).toEqual(damaged);
  });

  it('with one identifier twice is damaged', () => {
    const [entry] = sampleJson().entries;
    expect(decodeJson({ schema: 1, entries: [entry, entry] })).toEqual(damaged);
  });
});
