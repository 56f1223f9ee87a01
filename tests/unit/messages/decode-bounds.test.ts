import { describe, expect, it } from 'vitest';
import {
  MAX_BACKUP_LENGTH,
  MAX_EXPORTED,
  MAX_GROUP_LENGTH,
  MAX_NAME_LENGTH,
  MAX_SITES,
  MAX_TEXT_LENGTH,
  MAX_TEXTS,
  MAX_TYPED_LENGTH,
  MAX_WRITTEN_URI_LENGTH,
} from '../../../lib/messages/bounds.ts';
import { decodeContentRequest, decodePageRequest, pageDecoders } from '../../../lib/messages/decode.ts';
import type { ContentRequest } from '../../../lib/messages/protocol.ts';
import { type Path, pathsOf, valueAt, withValue } from '../../support/paths.ts';
import { validRequests } from './sample-requests.ts';

/** The last sample of a kind, which has most of its fields. */
const sampleOf = (kind: string) => validRequests.findLast((request) => request.kind === kind);

const accepts = (kind: string, path: Path, value: unknown) =>
  decodePageRequest(withValue(sampleOf(kind), path, value)).ok;

const IDENTIFIERS = ['entryId', 'keptId', 'slotId', 'kekBase64', 'shown', 'undo', 'copyId', 'format', 'replaces'];

// Where `shown` is a site and no identifier.
const SHOWN_SITES = ['use-here', 'want-automatic', 'decline-automatic', 'stop-automatic', 'set-submit'];

const FEW_WORDS = ['kind', 'name', 'place', 'choice', 'what', 'algorithm', 'passphrase', 'recovery', 'computer'];

/** Most characters of the text in one place of a request; 0 for one of a few words. */
function mostOf(kind: string, path: Path): number {
  const name = String(path.findLast((key) => typeof key === 'string'));
  if (FEW_WORDS.includes(name)) return 0;
  if (name === 'shown' && SHOWN_SITES.includes(kind)) return MAX_TEXT_LENGTH;
  if ([...IDENTIFIERS, 'entryIds', 'order', 'codes'].includes(name)) return 64;
  if (name === 'salt') return path.includes('kdf') ? 256 : 64;
  if (name === 'typed' || name === 'before') return MAX_TYPED_LENGTH;
  if (name === 'uri') return MAX_WRITTEN_URI_LENGTH;
  if (name === 'group') return MAX_GROUP_LENGTH;
  if (name === 'text') return MAX_BACKUP_LENGTH;
  return MAX_TEXT_LENGTH;
}

const texts = Object.keys(pageDecoders).flatMap((kind) => {
  const request = sampleOf(kind);
  const paths = pathsOf(request).filter((path) => typeof valueAt(request, path) === 'string');
  return paths.map((path) => ({ kind, path, most: mostOf(kind, path) }));
});

describe('a text in a request of our own pages', () => {
  it.each(texts.filter(({ most }) => most > 0))('$kind $path has at most $most characters', ({ kind, path, most }) => {
    expect(accepts(kind, path, 'x'.repeat(most))).toBe(true);
    expect(accepts(kind, path, 'x'.repeat(most + 1))).toBe(false);
  });

  it.each(texts.filter(({ most }) => most === 0))('$kind $path is one of a few words', ({ kind, path }) => {
    expect(accepts(kind, path, 'x')).toBe(false);
    expect(accepts(kind, path, '')).toBe(false);
  });

  const words: readonly [string, Path, readonly string[]][] = [
    ['open-copy', ['place'], ['a', 'b', 'mirror', 'day.1', 'day.2', 'day.3', 'day.4', 'day.5']],
    ['change-keys', ['keys', 'passphrase'], ['keep', 'remove']],
    ['change-keys', ['keys', 'recovery'], ['keep', 'remove']],
    ['change-keys', ['keys', 'computer'], ['new', 'keep', 'remove']],
    ['add-manual', ['form', 'kind'], ['totp', 'hotp', 'steam']],
    ['add-manual', ['form', 'algorithm'], ['SHA1', 'SHA256', 'SHA512']],
    ['add-phone', ['choice'], ['new', 'keep-both']],
    ['stop-site', ['what'], ['automatic', 'all']],
  ];
  it.each(words)('%s %s is any of %j', (kind, path, all) => {
    expect(all.filter((word) => !accepts(kind, path, word))).toEqual([]);
  });
});

describe('a number in a request of our own pages', () => {
  it.each<[string, Path, number, number]>([
    ['fill', ['tabId'], 0, Number.MAX_SAFE_INTEGER],
    ['add-manual', ['form', 'digits'], 1, 10],
    ['add-manual', ['form', 'periodSeconds'], 1, Number.MAX_SAFE_INTEGER],
    ['add-manual', ['form', 'counter'], 0, Number.MAX_SAFE_INTEGER],
    ['set-auto-lock', ['minutes'], 1, 1_440],
    ['correct-codes', ['seconds'], Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ])('%s %s is from %d to %d', (kind, path, least, most) => {
    const tried = [least - 1, least, most, most + 1];
    expect(tried.map((value) => accepts(kind, path, value))).toEqual([false, true, true, false]);
  });

  it('is a class of strength, from 0 to 4', () => {
    const withStrength = (strength: unknown) => {
      const passphrase = { kdf: { name: 'scrypt', N: 2, r: 1, p: 1, salt: '' }, kekBase64: '', strength };
      return { kind: 'change-keys', keys: { passphrase, recovery: 'keep', computer: 'keep' }, proof: null };
    };
    const tried = [-1, 0, 1, 2, 3, 4, 5].filter((strength) => decodePageRequest(withStrength(strength)).ok);
    expect(tried).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('a list in a request of our own pages', () => {
  const mark = { entryId: 'e1', pinned: true, group: '' };
  it.each<[string, Path, number, unknown]>([
    ['found-texts', ['texts'], MAX_TEXTS, 'A'],
    ['phone-texts', ['texts'], MAX_TEXTS, 'A'],
    ['found-texts', ['shownKeys'], MAX_TEXTS, 'A'],
    ['export-batch', ['entryIds'], MAX_EXPORTED, 'A'],
    ['remove-accounts', ['entryIds'], MAX_EXPORTED, 'A'],
    ['arrange-accounts', ['marks'], MAX_EXPORTED, mark],
    ['arrange-accounts', ['order'], MAX_EXPORTED, 'A'],
    ['accept-restore', ['beside'], MAX_EXPORTED, 0],
    ['preview-import', ['accounts'], MAX_EXPORTED, { uri: '', group: null, pinned: false }],
    ['edit-entry', ['edit', 'removedSites'], MAX_SITES, 'A'],
    ['print-codes', ['codes'], 16, 'A'],
  ])('%s %s has at most %d items', (kind, path, most, item) => {
    expect(accepts(kind, path, Array(most).fill(item))).toBe(true);
    expect(accepts(kind, path, Array(most + 1).fill(item))).toBe(false);
  });
});

describe('a message of a content script', () => {
  const kinds: Readonly<Record<ContentRequest['kind'], true>> = {
    'watch-here': true,
    'worth-a-look': true,
    'challenge-seen': true,
    'no-challenge': true,
    'page-changed': true,
    'code-perhaps': true,
    'code-gone': true,
    'login-named': true,
  };
  it.each(Object.keys(kinds))('may say %s', (kind) => {
    const name = kind === 'login-named' ? { name: 'a'.repeat(MAX_NAME_LENGTH) } : {};
    expect(decodeContentRequest({ kind, ...name })).toEqual({ ok: true, value: { kind, ...name } });
  });

  it.each([
    ['nothing known', { kind: 'fill' }],
    ['a kind that only reads like one', { kind: ['code-gone'] }],
    ['no kind', {}],
    ['no user name', { kind: 'login-named' }],
    ['no message', null],
  ])('may not say %s', (_name, message) => {
    expect(decodeContentRequest(message)).toEqual({ ok: false, error: 'unknown-message' });
  });
});
