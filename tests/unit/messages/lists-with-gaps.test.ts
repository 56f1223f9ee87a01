import { expect, it } from 'vitest';
import { decodePageRequest } from '../../../lib/messages/decode.ts';

const proof = { slotId: 's1', kekBase64: 'AAAA' };
/** A list of two places of which the first holds nothing, as structured cloning keeps it. */
const withGap = (item: unknown): readonly unknown[] => Object.assign(new Array(2), { 1: item });
const edit = { issuer: '', account: '', removedSites: withGap('https://a.example'), codes: null, shownCounter: null };

it.each<[string, object]>([
  ['texts', { kind: 'phone-texts', tabId: 3, texts: withGap('one') }],
  ['keys', { kind: 'found-texts', tabId: 3, from: null, texts: [], shownKeys: withGap('K'), screenshot: false }],
  ['identifiers', { kind: 'remove-accounts', entryIds: withGap('e1') }],
  ['identifiers to export', { kind: 'export-batch', entryIds: withGap('e1'), proof }],
  ['backup codes', { kind: 'discard-backup-codes', tabId: 3, codes: withGap('ABCD') }],
  ['places', { kind: 'accept-restore', text: '{}', kekBase64: 'AAAA', shown: 's1', beside: withGap(0) }],
  ['sites', { kind: 'edit-entry', entryId: 'e1', shownUnixMs: 1, edit, despiteCodes: false }],
])('a list with a place that holds nothing is no list of %s', (_what, message) => {
  expect(decodePageRequest(message).ok).toBe(false);
  // Without the gap it is one.
  const whole = JSON.stringify(message, (_key, value: unknown) =>
    Array.isArray(value) ? value.filter(() => true) : value,
  );
  expect(decodePageRequest(JSON.parse(whole)).ok).toBe(true);
});
