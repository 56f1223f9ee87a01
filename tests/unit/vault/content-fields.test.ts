import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../../lib/vault/base64.ts';
import { decodeContent, encodeContent } from '../../../lib/vault/content.ts';
import type { VaultContent } from '../../../lib/vault/entry.ts';
import { encodeEntry, encodeParameters } from '../../../lib/vault/entry-codec.ts';
import type { SlotLock } from '../../../lib/vault/key-slots.ts';
import { type Path, pathsOf, valueAt, withValue } from '../../support/paths.ts';
import { filled, leastScrypt, sampleContent, sampleEntry } from './samples.ts';

const secret = filled(20, 1);
const lockOf = (slot: SlotLock['slot']): SlotLock => ({ slot, publicKey: toBase64(filled(32, 1)), psk: filled(32, 2) });
const passphrase = lockOf({ kind: 'passphrase', id: '1'.repeat(32), kdf: leastScrypt });

/** Content with something in every field that there is. */
const content: VaultContent = {
  ...sampleContent(),
  entries: [
    { ...sampleEntry('a'), keptUnconfirmed: true, pinned: true, group: 'Work', replaces: 'c' },
    {
      ...sampleEntry('b'),
      parameters: { type: 'hotp', secret, algorithm: 'SHA512', digits: 8, counter: 7 },
      backupCodes: [{ code: 'ABCD-EFGH', used: true }],
    },
  ],
  trash: [
    {
      entry: { ...sampleEntry('c'), parameters: { type: 'steam', secret }, state: 'stale' },
      trashedUnixMs: 1_700_000_000_002,
      trashedAtMs: 3,
    },
  ],
  age: { writtenUnixMs: 4, passedMs: 5 },
  correction: { seconds: -42, seenUnixMs: 6 },
  locks: [
    passphrase,
    lockOf({ kind: 'recovery', id: '2'.repeat(32), salt: toBase64(filled(16, 3)) }),
    lockOf({ kind: 'computer', id: '3'.repeat(32) }),
  ],
  saved: {
    last: { unixMs: 7, accounts: [{ id: 'a', mark: '0123456789abcdef' }] },
    automatic: { lock: passphrase, keep: 5 },
  },
  reminder: { on: true, provenUnixMs: 8 },
  settings: {
    autoLockMinutes: 15,
    sharedComputer: true,
    automaticSites: ['https://a.example'],
    submitSites: ['https://b.example'],
  },
  strength: 3,
  openings: [{ unixMs: 9, by: 'recovery' }],
};

const json: unknown = JSON.parse(new TextDecoder().decode(encodeContent(content)));
const isWhole = (value: unknown) => decodeContent(new TextEncoder().encode(JSON.stringify(value))).ok;
const isTaken = (path: Path, value: unknown) => isWhole(withValue(json, path, value));

const NULLABLE = ['entries.0.replaces', 'entries.1.replaces', 'trash.0.entry.replaces', 'correction', 'saved.last'];
const OPTIONAL = ['keptUnconfirmed', 'pinned', 'group'];

/** What no field of content may be. */
const foreign: Readonly<Record<string, unknown>> = {
  'half a number': 0.5,
  'a number below every one': -1e9,
  'a number beyond every one': 1e17,
  'an object without fields': {},
  'a list of nothing': [null],
  'a list with one wrong item': ['https://a.example', 0.5],
  'a text of absurd length': 'x'.repeat(4_097),
  'a list in words': { length: 1, 0: 'A' },
};

describe('content of a vault', () => {
  it('is whole with something in every field', () => {
    expect(decodeContent(encodeContent(content))).toEqual({ ok: true, value: content });
  });

  it.each(pathsOf(json).map((path) => [path.join('.'), path] as const))('is damaged with another %s', (name, path) => {
    const given = valueAt(json, path);
    const others: Record<string, unknown> = { ...foreign, 'a list of it': [given] };
    if (typeof given !== 'boolean') Object.assign(others, { yes: true, no: false });
    if (!NULLABLE.includes(name) && !['saved.automatic', 'settings', 'strength'].includes(name)) others.null = null;
    if (!OPTIONAL.includes(String(path.at(-1))) && typeof path.at(-1) === 'string') others.nothing = undefined;
    const taken = Object.entries(others).filter(([, value]) => isTaken(path, value));
    expect(taken.map(([named]) => named)).toEqual([]);
  });

  const objects = pathsOf(json).filter(
    (path) => Object.prototype.toString.call(valueAt(json, path)) === '[object Object]',
  );
  it.each([[], ...objects].map((path) => [path.join('.'), path] as const))(
    'is damaged with a field more in "%s"',
    (_name, path) => {
      expect(isTaken([...path, 'more'], 1)).toBe(false);
      expect(isTaken([...path, '__proto__x'], null)).toBe(false);
    },
  );

  it.each<[string, Path, readonly unknown[]]>([
    ['state', ['entries', 0, 'state'], ['pending', 'confirmed', 'stale']],
    ['algorithm', ['entries', 0, 'parameters', 'algorithm'], ['SHA1', 'SHA256', 'SHA512']],
    ['opening', ['openings', 0, 'by'], ['passphrase', 'recovery', 'computer']],
    ['strength', ['strength'], [null, 0, 1, 2, 3, 4]],
  ])('takes every %s that there is', (_name, path, all) => {
    expect(all.filter((value) => !isTaken(path, value))).toEqual([]);
  });

  it.each<[Path, number, number]>([
    [['entries', 0, 'parameters', 'digits'], 1, 10],
    [['entries', 0, 'parameters', 'periodSeconds'], 1, Number.MAX_SAFE_INTEGER],
    [['entries', 1, 'parameters', 'counter'], 0, Number.MAX_SAFE_INTEGER],
    [['entries', 0, 'createdUnixMs'], 0, 8.64e15],
    [['trash', 0, 'trashedAtMs'], 0, 8.64e15],
    [['correction', 'seconds'], -86_400, 86_400],
    [['saved', 'automatic', 'keep'], 1, 50],
    [['settings', 'autoLockMinutes'], 1, 1_440],
    [['strength'], 0, 4],
  ])('has in %j a whole number from %d to %d', (path, least, most) => {
    expect([least - 1, least, most, most + 1].map((value) => isTaken(path, value))).toEqual([false, true, true, false]);
  });

  it.each<[Path, number, number]>([
    [['entries', 0, 'id'], 1, 4_096],
    [['entries', 0, 'issuer'], 0, 4_096],
    [['entries', 0, 'account'], 0, 4_096],
    [['entries', 0, 'replaces'], 0, 4_096],
    [['entries', 0, 'group'], 1, 40],
    [['entries', 0, 'origins', 0], 0, 4_096],
    [['entries', 1, 'backupCodes', 0, 'code'], 1, 64],
    [['saved', 'last', 'accounts', 0, 'id'], 0, 64],
    [['settings', 'submitSites', 0], 0, 4_096],
  ])('has in %j a text of %d to %d characters', (path, least, most) => {
    if (least > 0) expect(isTaken(path, 'x'.repeat(least - 1))).toBe(false);
    expect([least, most, most + 1].map((count) => isTaken(path, 'x'.repeat(count)))).toEqual([true, true, false]);
  });

  it.each<[Path, number, number]>([
    [['entries', 0, 'parameters', 'secret'], 1, 1_024],
    [['locks', 0, 'publicKey'], 32, 32],
    [['locks', 0, 'psk'], 32, 32],
    [['locks', 1, 'slot', 'salt'], 16, 16],
    [['locks', 0, 'slot', 'kdf', 'salt'], 16, 64],
  ])('has in %j base64 of %d to %d bytes', (path, least, most) => {
    const tried = [least - 1, least, most, most + 1].map((count) => isTaken(path, toBase64(filled(count, 1))));
    expect(tried).toEqual([false, true, true, false]);
    expect(isTaken(path, toBase64(filled(least, 1)).replace(/^./, '!'))).toBe(false);
  });

  it.each<[Path, number, unknown]>([
    [['entries', 0, 'origins'], 64, 'https://a.example'],
    [['entries', 0, 'backupCodes'], 16, { code: 'A', used: false }],
    [['locks'], 16, valueAt(json, ['locks', 2])],
    [['settings', 'automaticSites'], 1_000, 'https://a.example'],
    [['openings'], 10, { unixMs: 1, by: 'computer' }],
    [['saved', 'last', 'accounts'], 10_000, { id: 'a', mark: '0123456789abcdef' }],
  ])('has in %j at most %d items', (path, most, item) => {
    expect(isTaken(path, Array(most).fill(item))).toBe(true);
    expect(isTaken(path, Array(most + 1).fill(item))).toBe(false);
    expect(isTaken(path, [])).toBe(true);
  });

  it.each(['0123456789ABCDEF', '0123456789abcde', '0123456789abcdef0', 'x0123456789abcdef', '0123456789abcdeg', ''])(
    'has no account whose mark is %j',
    (mark) => expect(isTaken(['saved', 'last', 'accounts', 0, 'mark'], mark)).toBe(false),
  );

  it('has no account whose mark is a number of 16 digits', () => {
    expect(isTaken(['saved', 'last', 'accounts', 0, 'mark'], 1_234_567_890_123_456)).toBe(false);
  });

  it.each(['1'.repeat(31), '1'.repeat(33), 'A'.repeat(32), `${'1'.repeat(32)}\n`, `x${'1'.repeat(32)}`])(
    'has no slot whose identifier is %j',
    (id) => expect(isTaken(['locks', 0, 'slot', 'id'], id)).toBe(false),
  );

  it('has automatic copies for a passphrase alone', () => {
    for (const at of [1, 2]) expect(isTaken(['saved', 'automatic', 'lock'], valueAt(json, ['locks', at]))).toBe(false);
  });

  it('says of a later schema that it is newer, and of no other number', () => {
    const kindOf = (schema: unknown) => {
      const decoded = decodeContent(new TextEncoder().encode(JSON.stringify({ schema })));
      return decoded.ok ? 'whole' : decoded.error;
    };
    expect([9, 10, Number.MAX_SAFE_INTEGER].map(kindOf)).toEqual(Array(3).fill('newer-version'));
    expect([0, 8, 8.5, 9.5, 2 ** 53, -1, '9'].map(kindOf)).toEqual(Array(7).fill('damaged'));
  });

  it('names no field that an account does not have', () => {
    expect(Object.keys(encodeParameters({ type: 'steam', secret }))).toEqual(['type', 'secret']);
    const plain = Object.keys(encodeEntry(sampleEntry('a')));
    expect(OPTIONAL.filter((key) => plain.includes(key))).toEqual([]);
  });

  it('is padded by spaces alone', () => {
    const plain = encodeContent(content);
    const spaces = plain.length - 1 - plain.findLastIndex((byte) => byte !== 0x20);
    expect(plain[plain.length - 1 - spaces]).toBe('}'.charCodeAt(0));
    expect(spaces).toBeLessThan(1_024);
  });
});
