import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MAX_BACKUP_LENGTH,
  MAX_NAME_LENGTH,
  MAX_TEXT_LENGTH,
  MAX_TEXTS,
  MAX_WRITTEN_URI_LENGTH,
} from '../../../lib/messages/bounds.ts';
import { decodeContentRequest, decodePageRequest, pageDecoders } from '../../../lib/messages/decode.ts';
import { accepting, edit, exporting, importing, kdf, kept, text, validRequests } from './sample-requests.ts';

const withKdf = (other: unknown) => ({ ...kept, passphrase: { kdf: other, kekBase64: 'AAAA' } });
const accepted = { kind: 'accept-restore', text: '{}', kekBase64: 'AAAA', shown: 's1', beside: [0] };
const tooLongGroup = 'g'.repeat(41);
const tooLarge = ' '.repeat(MAX_BACKUP_LENGTH + 1);
const editing = (part: object) => ({
  kind: 'edit-entry',
  entryId: 'e',
  shownUnixMs: 1,
  edit,
  despiteCodes: true,
  ...part,
});
const arranging = (marks: unknown) => ({ kind: 'arrange-accounts', marks, order: [] });

describe('messages of our own pages', () => {
  it('are all among those that are tried here', () => {
    expect([...new Set(validRequests.map(({ kind }) => kind))].toSorted()).toEqual(
      Object.keys(pageDecoders).toSorted(),
    );
  });

  it.each(validRequests.map((request) => [request.kind, request] as const))(
    '%s is decoded as it was sent',
    (_kind, request) => {
      expect(decodePageRequest(JSON.parse(JSON.stringify(request)))).toEqual({ ok: true, value: request });
    },
  );

  it('lose every property that the protocol does not know', () => {
    expect(decodePageRequest({ kind: 'lock', origin: 'https://evil.example' })).toEqual({
      ok: true,
      value: { kind: 'lock' },
    });
  });

  it.each([
    ['a copy made at no time', { kind: 'seal-copy', newestUnixMs: 'today' }],
    ['copies without a key', { kind: 'copies-on', key: { kdf }, proof: null }],
    ['copies without a word on a proof', { kind: 'copies-on', key: { kdf, kekBase64: 'AAAA' } }],
    ['a saved copy without a word on a proof', { kind: 'export-backup', kdf, kekBase64: 'AAAA' }],
    ['a saved copy with half a proof', { kind: 'export-backup', kdf, kekBase64: 'AAAA', proof: { slotId: 's1' } }],
    ['a negative tab', { kind: 'fill', tabId: -1, entryId: 'e' }],
    ['an accepted file without a name for what was shown', { ...accepted, shown: undefined }],
    ['an accepted file with a place before the first', { ...accepted, beside: [-1] }],
    [
      'an accepted file with more places than accounts',
      { ...accepted, beside: Array.from({ length: 10_001 }, () => 0) },
    ],
    ['an accepted file without its places', { ...accepted, beside: '0' }],
    ['a preview of a file that is larger than one may be', { ...accepted, kind: 'preview-restore', text: tooLarge }],
    ['a preview of a file without its key', { kind: 'preview-restore', text: '{}' }],
    ["another app's accounts that are none", { ...importing, accounts: 'otpauth://totp/a?secret=AAAA' }],
    ["another app's account that is a bare text", { ...importing, accounts: [text.uri] }],
    [
      "another app's account of absurd length",
      { ...importing, accounts: [{ ...text, uri: 'a'.repeat(MAX_WRITTEN_URI_LENGTH + 1) }] },
    ],
    ["another app's account in half a group", { ...importing, accounts: [{ ...text, group: undefined }] }],
    [
      "another app's account in a group of absurd length",
      { ...importing, accounts: [{ ...text, group: tooLongGroup }] },
    ],
    ["another app's account that is no favourite and no other", { ...importing, accounts: [{ ...text, pinned: 1 }] }],
    ["one account of another app's among several that is none", { ...importing, accounts: [text, null, text] }],
    ["more accounts of another app's than a file may have", { ...importing, accounts: Array(10_001).fill(text) }],
    ["another app's accounts read at no time", { ...importing, readUnixMs: undefined }],
    ["another app's accounts accepted without a name for what was shown", { ...accepting, shown: undefined }],
    ["another app's accounts accepted as something of absurd length", { ...accepting, shown: 's'.repeat(65) }],
    ["another app's accounts accepted beside none", { ...accepting, beside: [0.5] }],
    ["another app's accounts accepted unseen", { ...accepting, accounts: undefined }],
    ['a file for no app', { ...exporting, format: undefined }],
    ['a file for an app of absurd name', { ...exporting, format: 'f'.repeat(65) }],
    ['a file for an app with half a key', { ...exporting, key: { kdf } }],
    ['a file for an app without a word on a key', { ...exporting, key: undefined }],
    ['a file for an app without a word on a proof', { ...exporting, proof: undefined }],
    ['a file for an app with half a proof', { ...exporting, proof: { slotId: 's1' } }],
    ['a name of an addition that no answer has given', { kind: 'undo-restore', undo: 'u'.repeat(65) }],
    ['a fractional tab', { kind: 'fill', tabId: 1.5, entryId: 'e' }],
    [
      'a use elsewhere that says nothing of warnings',
      { kind: 'use-here', tabId: 1, entryId: 'e', shown: 'https://a.example' },
    ],
    [
      'a use elsewhere that does not say where',
      { kind: 'use-here', tabId: 1, entryId: 'e', despiteLookAlike: true, asSecondSite: true },
    ],
    [
      'a warning that is no yes or no',
      {
        kind: 'use-here',
        tabId: 1,
        entryId: 'e',
        shown: 'https://a.example',
        despiteLookAlike: 1,
        asSecondSite: false,
      },
    ],
    ['a missing entry', { kind: 'fill', tabId: 1 }],
    ['an edit that does not say what was shown', editing({ shownUnixMs: undefined })],
    ['an edit that says nothing of a warning', editing({ despiteCodes: undefined })],
    ['an edit of nothing', editing({ edit: null })],
    ['an edit without names', editing({ edit: { ...edit, account: undefined } })],
    ['an edit that forgets the codes', editing({ edit: { ...edit, codes: undefined } })],
    ['an edit to no digits', editing({ edit: { ...edit, codes: { ...edit.codes, digits: 0 } } })],
    ['an edit to eleven digits', editing({ edit: { ...edit, codes: { ...edit.codes, digits: 11 } } })],
    ['an edit to codes of no time', editing({ edit: { ...edit, codes: { ...edit.codes, periodSeconds: 0 } } })],
    ['an edit to half a counter', editing({ edit: { ...edit, codes: { ...edit.codes, counter: 0.5 } } })],
    ['an edit to an unknown algorithm', editing({ edit: { ...edit, codes: { ...edit.codes, algorithm: 'MD5' } } })],
    ['an edit to an unknown kind', editing({ edit: { ...edit, codes: { ...edit.codes, kind: 'motp' } } })],
    ['an edit of more sites than there are', editing({ edit: { ...edit, removedSites: Array(65).fill('a') } })],
    ['an edit of a site that is no text', editing({ edit: { ...edit, removedSites: [1] } })],
    ['an edit with half a counter shown', editing({ edit: { ...edit, shownCounter: -1 } })],
    ['an undo of nothing', { kind: 'undo-edit', entryId: 'e', shownUnixMs: 1 }],
    ['an undo of what was not shown', { kind: 'undo-edit', entryId: 'e', keptId: 'k' }],
    [
      'too many texts',
      {
        kind: 'found-texts',
        tabId: 1,
        from: null,
        texts: Array(MAX_TEXTS + 1).fill('a'),
        shownKeys: [],
        screenshot: true,
      },
    ],
    [
      'a text of absurd length',
      {
        kind: 'found-texts',
        tabId: 1,
        from: null,
        texts: ['a'.repeat(MAX_TEXT_LENGTH + 1)],
        shownKeys: [],
        screenshot: true,
      },
    ],
    [
      'shown keys that are no texts',
      { kind: 'found-texts', tabId: 1, from: null, texts: [], shownKeys: [1], screenshot: true },
    ],
    ['an unknown choice', { kind: 'add-found', tabId: 1, shown: 'f1', index: 0, choice: 'overwrite', replaces: null }],
    [
      'a replacement of nothing',
      { kind: 'add-found', tabId: 1, shown: 'f1', index: 0, choice: 'replace', replaces: null },
    ],
    [
      'a new account that replaces one',
      { kind: 'add-found', tabId: 1, shown: 'f1', index: 0, choice: 'new', replaces: 'e1' },
    ],
    ['an account that was shown nowhere', { kind: 'add-found', tabId: 1, index: 0, choice: 'new', replaces: null }],
    ['accounts that were shown nowhere', { kind: 'add-moved', tabId: 1 }],
    ['a text from a phone that is none', { kind: 'phone-texts', tabId: 1, texts: ['one', 2] }],
    ['too many texts from a phone', { kind: 'phone-texts', tabId: 1, texts: Array(MAX_TEXTS + 1).fill('a') }],
    ['an account of a phone without a choice', { kind: 'add-phone', tabId: 1, index: 0, replaces: null }],
    ['one of a phone for nothing', { kind: 'add-phone', tabId: 1, index: 0, choice: 'replace', replaces: null }],
    [
      'a class of strength that there is not',
      {
        kind: 'create-vault',
        keys: { ...kept, passphrase: { kdf, kekBase64: 'AAAA', strength: 5 } },
        replacing: false,
      },
    ],
    ['another KDF', { kind: 'create-vault', keys: withKdf({ ...kdf, name: 'md5' }), replacing: false }],
    ['keys that are not said to stay', { kind: 'change-keys', keys: { ...kept, computer: undefined }, proof: null }],
    [
      'a key of this computer that a page brings',
      { kind: 'change-keys', keys: { ...kept, computer: 'AAAA' }, proof: null },
    ],
    ['a copy of no known place', { kind: 'open-copy', place: 'constructor', slotId: 's1', kekBase64: 'AAAA' }],
    ['a better key without its derivation', { kind: 'unlock-with-key', slotId: 's1', kekBase64: 'A', better: {} }],
    ['a code of absurd length', { kind: 'check-code', entryId: 'e1', typed: '1'.repeat(65), before: null }],
    ['an undefined code before', { kind: 'check-code', entryId: 'e1', typed: '1' }],
    ['an export without a word about its proof', { kind: 'export-entry', entryId: 'e1' }],
    ['half a proof', { kind: 'export-batch', entryIds: ['e1'], proof: { slotId: 's1' } }],
    ['too many accounts', { kind: 'export-batch', entryIds: Array(10_001).fill('e'), proof: null }],
    ['a group of absurd length', arranging([{ entryId: 'e1', pinned: true, group: 'g'.repeat(41) }])],
    ['a pin that is no yes or no', arranging([{ entryId: 'e1', pinned: 1, group: '' }])],
    ['a mark of nothing', arranging([{ pinned: true, group: '' }])],
    ['more marks than accounts', arranging(Array(10_001).fill({ entryId: 'e1', pinned: true, group: '' }))],
    ['an order that is none', { ...arranging([]), order: 'e1' }],
    ['a removal of nothing named', { kind: 'remove-accounts' }],
    ['more removed than there are', { kind: 'remove-accounts', entryIds: Array(10_001).fill('e') }],
    ['accounts put back nowhere', { kind: 'put-back-accounts', entryIds: ['e1'] }],
    ['no time before locking', { kind: 'set-auto-lock', minutes: 0 }],
    ['a kind of Object.prototype', { kind: 'constructor' }],
    ['an array', [{ kind: 'lock' }]],
  ])('are refused with %s', (_name, message) => {
    expect(decodePageRequest(message)).toEqual({ ok: false, error: 'unknown-message' });
  });

  it('never throw, whatever arrives', () => {
    fc.assert(fc.property(fc.anything(), (message) => typeof decodePageRequest(message).ok === 'boolean'));
  });
});

describe('messages of content scripts', () => {
  it('may say that a challenge was seen', () => {
    expect(decodeContentRequest({ kind: 'challenge-seen' })).toEqual({ ok: true, value: { kind: 'challenge-seen' } });
  });

  it('may say the user name of a login form, and nothing else with it', () => {
    const named = { kind: 'login-named', name: 'ada@example.org' };
    expect(decodeContentRequest({ ...named, password: 'secret' })).toEqual({ ok: true, value: named });
  });

  it.each([undefined, 7, ['ada'], 'a'.repeat(MAX_NAME_LENGTH + 1)])('may not say %j for a user name', (name) => {
    expect(decodeContentRequest({ kind: 'login-named', name }).ok).toBe(false);
  });

  it.each(validRequests.map((request) => [request.kind, request] as const))('may not say %s', (_kind, request) => {
    expect(decodeContentRequest(request).ok).toBe(false);
  });
});
