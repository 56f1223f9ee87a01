import { describe, expect, it } from 'vitest';
import { decodePayload, encodePayload } from '../../../lib/backup/backup-payload.ts';
import { parseKeyUri } from '../../../lib/otp/key-uri.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { sampleEntry } from '../vault/samples.ts';

const kept: Entry = { ...sampleEntry('kept'), state: 'pending', keptUnconfirmed: true };
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const written = (...entries: readonly Entry[]): { schema: number; entries: Record<string, unknown>[] } =>
  JSON.parse(new TextDecoder().decode(encodePayload(entries)));
const [sample = {}] = written(sampleEntry('one')).entries;
const readOne = (changes: Record<string, unknown>, crit: readonly string[] = []) => {
  const items = decodePayload(bytes({ schema: 1, entries: [{ ...sample, ...changes }, sample] }), crit);
  // The account beside it always comes through.
  expect(items).toMatchObject({ ok: true, value: [{}, { kind: 'entry', entry: { issuer: 'Example' } }] });
  return items.ok ? items.value[0] : null;
};
const unreadable = (reason: string) => ({
  kind: 'unreadable',
  issuer: 'Example',
  account: 'jane@example.org',
  reason,
});

describe('the payload of a backup file', () => {
  it('holds every account with a key URI of the same codes', () => {
    const payload = written(sampleEntry('one'), kept);
    expect(payload.schema).toBe(1);
    for (const { uri, issuer, account } of payload.entries) {
      const { parameters } = sampleEntry('one');
      expect(parseKeyUri(String(uri))).toMatchObject({ ok: true, value: { account: { issuer, account, parameters } } });
    }
    expect(decodePayload(encodePayload([sampleEntry('one'), kept]), [])).toEqual({
      ok: true,
      value: [sampleEntry('one'), kept].map((entry) => ({ kind: 'entry', entry })),
    });
  });

  it('keeps where an account stands, and reads an account whose mark is none without it', () => {
    const marked: Entry = { ...sampleEntry('one'), pinned: true, group: 'Work' };
    expect(decodePayload(encodePayload([marked]), [])).toEqual({ ok: true, value: [{ kind: 'entry', entry: marked }] });
    for (const mark of [{ pinned: 'yes' }, { pinned: false }, { group: '' }, { group: 'g'.repeat(41) }, { group: 7 }])
      expect(readOne(mark)).toEqual({ kind: 'entry', entry: sampleEntry('one') });
  });

  it('is padded with spaces to 1 KiB', () => {
    expect(encodePayload([]).length).toBe(1_024);
    expect(encodePayload([sampleEntry('one'), kept, kept]).length % 1_024).toBe(0);
    expect(encodePayload([]).at(-1)).toBe(0x20);
  });

  it('may have keys that we do not know, in itself, in an account and in its parameters', () => {
    const parameters = { ...Object(sample.parameters), comment: 'x' };
    const payload = { schema: 1, entries: [{ ...sample, tags: ['work'], parameters }], settings: {} };
    expect(decodePayload(bytes(payload), [])).toEqual({
      ok: true,
      value: [{ kind: 'entry', entry: sampleEntry('one') }],
    });
  });

  it('has an account of a time that no date can show as one that cannot be read', () => {
    for (const time of ['createdUnixMs', 'updatedUnixMs'])
      expect(readOne({ [time]: 8.64e15 + 1 })).toEqual(unreadable('fields'));
  });

  it('needs a newer Doorcode for a later schema, and for a key of its own that may not be ignored', () => {
    const newer = { ok: false, error: 'newer-version' };
    expect(decodePayload(bytes({ schema: 2, entries: [] }), [])).toEqual(newer);
    expect(decodePayload(bytes({ schema: 1, entries: [], groups: [] }), ['groups'])).toEqual(newer);
    expect(decodePayload(bytes({ schema: 1, entries: [] }), ['groups', 'entries'])).toMatchObject({ ok: true });
  });

  it('that is none releases nothing', () => {
    for (const value of [null, [], { schema: 1 }, { schema: 0, entries: [] }, { schema: 1, entries: {} }]) {
      expect(decodePayload(bytes(value), [])).toEqual({ ok: false, error: 'altered' });
    }
    expect(decodePayload(Uint8Array.of(0xff), [])).toEqual({ ok: false, error: 'altered' });
    const many = Array.from({ length: 10_001 }, () => 0);
    expect(decodePayload(bytes({ schema: 1, entries: many }), [])).toEqual({ ok: false, error: 'altered' });
  });
});

describe('an account that cannot be read', () => {
  it('is named with the reason, and costs no other account', () => {
    const parameters = Object(sample.parameters);
    expect(readOne({ parameters: { ...parameters, secret: '***' } })).toEqual(unreadable('secret'));
    expect(readOne({ parameters: { ...parameters, secret: '' } })).toEqual(unreadable('secret'));
    expect(readOne({ parameters: { ...parameters, digits: 11 } })).toEqual(unreadable('parameters'));
    expect(readOne({ parameters: { ...parameters, algorithm: 'MD5' } })).toEqual(unreadable('parameters'));
    expect(readOne({ parameters: { ...parameters, type: 'motp' } })).toEqual(unreadable('newer'));
    expect(readOne({ parameters: null })).toEqual(unreadable('secret'));
    expect(readOne({ origins: 'https://example.org' })).toEqual(unreadable('fields'));
    expect(readOne({ createdUnixMs: -1 })).toEqual(unreadable('fields'));
    expect(readOne({ issuer: 7, account: 'x'.repeat(4_097) })).toEqual({
      ...unreadable('fields'),
      issuer: '',
      account: '',
    });
  });

  it('is told from one that needs a newer Doorcode', () => {
    expect(readOne({ pin: '1234' }, ['pin'])).toEqual(unreadable('newer'));
    expect(readOne({ parameters: { ...Object(sample.parameters), pin: '1' } }, ['pin'])).toEqual(unreadable('newer'));
    expect(readOne({}, ['pin', 'uri', 'parameters'])).toMatchObject({ kind: 'entry' });
  });

  it('may be no object at all', () => {
    const items = decodePayload(bytes({ schema: 1, entries: [null, 7, [], 'x'] }), []);
    expect(items.ok && items.value.map(({ kind }) => kind)).toEqual(Array(4).fill('unreadable'));
  });

  it('is none that merely has the identifier of another', () => {
    const items = decodePayload(bytes({ schema: 1, entries: [sample, sample, sample] }), []);
    const ids = items.ok ? items.value.map((item) => item.kind === 'entry' && item.entry.id) : [];
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).toBe('one');
  });
});
