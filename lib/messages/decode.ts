import { err, ok, type Result } from '../result.ts';
import {
  decodeEdit,
  decodeManualForm,
  decodeProof,
  type Fields,
  isBackupCodes,
  isChoice,
  isCount,
  isOneOf,
  isPlaces,
  isReplaced,
  isText,
  isTexts,
  ownFields,
} from './fields.ts';
import { decodeKeys, decodePassphraseKey, isPlace } from './key-fields.ts';
import {
  type ContentRequest,
  MAX_BACKUP_LENGTH,
  MAX_EXPORTED,
  MAX_NAME_LENGTH,
  MAX_TYPED_LENGTH,
  type PageRequest,
} from './protocol.ts';

type Decoder = (fields: Fields) => PageRequest | null;

type TabKind = Extract<PageRequest, { readonly tabId: number }>['kind'] &
  (
    | 'list-found'
    | 'fill-added'
    | 'dismiss-found'
    | 'list-phone'
    | 'add-all-phone'
    | 'forget-phone'
    | 'take-area'
    | 'give-area'
    | 'drop-area'
    | 'opened'
    | 'list-unconfirmed'
    | 'fill-here'
    | 'fill-next'
    | 'look-back'
    | 'check-clock'
  );

/** A request about a tab and nothing else. */
const ofTab =
  <K extends TabKind>(kind: K): Decoder =>
  ({ tabId }) =>
    isCount(tabId) ? { kind, tabId } : null;

/** A request about filling by itself at the site that was shown. */
const aboutAutomatic =
  (kind: `${'want' | 'decline' | 'stop'}-automatic`): Decoder =>
  ({ tabId, shown }) =>
    isCount(tabId) && isText(shown) ? { kind, tabId, shown } : null;

type EntryKind =
  | 'remove-entry'
  | 'put-back'
  | 'delete-for-good'
  | 'keep-unconfirmed'
  | 'discard-unconfirmed'
  | 'advance-counter'
  | 'revive-entry'
  | 'show-editable';

/** A request about one account and nothing else. */
const ofEntry =
  (kind: EntryKind): Decoder =>
  ({ entryId }) =>
    isText(entryId, 64) ? { kind, entryId } : null;

const decoders: Readonly<Record<PageRequest['kind'], Decoder>> = {
  'vault-state': () => ({ kind: 'vault-state' }),
  'create-vault': ({ keys, replacing }) => {
    const decoded = decodeKeys(keys);
    return decoded === null || typeof replacing !== 'boolean'
      ? null
      : { kind: 'create-vault', keys: decoded, replacing };
  },
  'unlock-with-key': ({ slotId, kekBase64, better }) => {
    const decoded = better === null ? null : decodePassphraseKey(better);
    if (!isText(slotId, 64) || !isText(kekBase64, 64) || (better !== null && decoded === null)) return null;
    return { kind: 'unlock-with-key', slotId, kekBase64, better: decoded };
  },
  'unlock-with-computer': () => ({ kind: 'unlock-with-computer' }),
  lock: () => ({ kind: 'lock' }),
  'list-entries': ({ tabId, most }) => (isCount(tabId) && isCount(most) ? { kind: 'list-entries', tabId, most } : null),
  'found-texts': ({ tabId, from, texts, shownKeys, screenshot }) =>
    isCount(tabId) &&
    (from === null || isText(from)) &&
    isTexts(texts) &&
    isTexts(shownKeys) &&
    typeof screenshot === 'boolean'
      ? { kind: 'found-texts', tabId, from, texts, shownKeys, screenshot }
      : null,
  'add-found': ({ tabId, shown, index, choice, replaces }) =>
    isCount(tabId) && isText(shown, 64) && isCount(index) && isChoice(choice) && isReplaced(replaces, choice)
      ? { kind: 'add-found', tabId, shown, index, choice, replaces }
      : null,
  'list-found': ofTab('list-found'),
  'fill-added': ofTab('fill-added'),
  'add-moved': ({ tabId, shown }) => (isCount(tabId) && isText(shown, 64) ? { kind: 'add-moved', tabId, shown } : null),
  'dismiss-found': ofTab('dismiss-found'),
  'phone-texts': ({ tabId, texts }) =>
    isCount(tabId) && isTexts(texts) ? { kind: 'phone-texts', tabId, texts } : null,
  'list-phone': ofTab('list-phone'),
  'add-phone': ({ tabId, index, choice, replaces }) =>
    isCount(tabId) && isCount(index) && isChoice(choice) && isReplaced(replaces, choice)
      ? { kind: 'add-phone', tabId, index, choice, replaces }
      : null,
  'add-all-phone': ofTab('add-all-phone'),
  'forget-phone': ofTab('forget-phone'),
  'take-area': ofTab('take-area'),
  'give-area': ofTab('give-area'),
  'drop-area': ofTab('drop-area'),
  'fill-here': ofTab('fill-here'),
  opened: ofTab('opened'),
  'list-unconfirmed': ofTab('list-unconfirmed'),
  'keep-unconfirmed': ofEntry('keep-unconfirmed'),
  'discard-unconfirmed': ofEntry('discard-unconfirmed'),
  'fill-next': ofTab('fill-next'),
  fill: ({ tabId, entryId }) => (isCount(tabId) && isText(entryId, 64) ? { kind: 'fill', tabId, entryId } : null),
  'use-here': ({ tabId, entryId, shown, despiteLookAlike, asSecondSite }) =>
    isCount(tabId) &&
    isText(entryId, 64) &&
    isText(shown) &&
    typeof despiteLookAlike === 'boolean' &&
    typeof asSecondSite === 'boolean'
      ? { kind: 'use-here', tabId, entryId, shown, despiteLookAlike, asSecondSite }
      : null,
  'add-manual': ({ form }) => {
    const decoded = decodeManualForm(form);
    return decoded === null ? null : { kind: 'add-manual', form: decoded };
  },
  'check-clock': ofTab('check-clock'),
  'correct-codes': ({ seconds }) =>
    typeof seconds === 'number' && Number.isSafeInteger(seconds) ? { kind: 'correct-codes', seconds } : null,
  'stop-correcting': () => ({ kind: 'stop-correcting' }),
  'change-keys': ({ keys, proof }) => {
    const [decoded, proven] = [decodeKeys(keys), decodeProof(proof)];
    return decoded === null || proven === undefined ? null : { kind: 'change-keys', keys: decoded, proof: proven };
  },
  'set-reminder': ({ on }) => (typeof on === 'boolean' ? { kind: 'set-reminder', on } : null),
  practise: ({ proof }) => {
    const decoded = decodeProof(proof);
    return decoded == null ? null : { kind: 'practise', proof: decoded };
  },
  'put-off-reminder': () => ({ kind: 'put-off-reminder' }),
  'list-copies': () => ({ kind: 'list-copies' }),
  'open-copy': ({ place, slotId, kekBase64 }) =>
    isPlace(place) && isText(slotId, 64) && (kekBase64 === null || isText(kekBase64, 64))
      ? { kind: 'open-copy', place, slotId, kekBase64 }
      : null,
  'raw-copies': () => ({ kind: 'raw-copies' }),
  'dismiss-missed': () => ({ kind: 'dismiss-missed' }),
  settings: () => ({ kind: 'settings' }),
  'export-backup': ({ kdf, kekBase64, proof }) => {
    const [key, proven] = [decodePassphraseKey({ kdf, kekBase64 }), decodeProof(proof)];
    return key !== null && proven !== undefined ? { kind: 'export-backup', ...key, proof: proven } : null;
  },
  'preview-restore': ({ text, kekBase64 }) =>
    isText(text, MAX_BACKUP_LENGTH) && isText(kekBase64, 64) ? { kind: 'preview-restore', text, kekBase64 } : null,
  'accept-restore': ({ text, kekBase64, shown, beside }) =>
    isText(text, MAX_BACKUP_LENGTH) && isText(kekBase64, 64) && isText(shown, 64) && isPlaces(beside)
      ? { kind: 'accept-restore', text, kekBase64, shown, beside }
      : null,
  'undo-restore': ({ undo }) => (isText(undo, 64) ? { kind: 'undo-restore', undo } : null),
  'copy-health': () => ({ kind: 'copy-health' }),
  'seal-copy': ({ newestUnixMs }) =>
    newestUnixMs === null || isCount(newestUnixMs) ? { kind: 'seal-copy', newestUnixMs } : null,
  'backup-kept': ({ copyId }) => (isText(copyId, 64) ? { kind: 'backup-kept', copyId } : null),
  'copies-later': () => ({ kind: 'copies-later' }),
  'copies-on': ({ key, proof }) => {
    const [decoded, proven] = [decodePassphraseKey(key), decodeProof(proof)];
    return decoded !== null && proven !== undefined ? { kind: 'copies-on', key: decoded, proof: proven } : null;
  },
  'copies-keep': ({ keep }) => (isCount(keep) ? { kind: 'copies-keep', keep } : null),
  'copies-off': () => ({ kind: 'copies-off' }),
  'want-automatic': aboutAutomatic('want-automatic'),
  'decline-automatic': aboutAutomatic('decline-automatic'),
  'stop-automatic': aboutAutomatic('stop-automatic'),
  'set-submit': ({ tabId, shown, on }) =>
    isCount(tabId) && isText(shown) && typeof on === 'boolean' ? { kind: 'set-submit', tabId, shown, on } : null,
  'look-back': ofTab('look-back'),
  'discard-backup-codes': ({ tabId, codes }) =>
    isCount(tabId) && isBackupCodes(codes) ? { kind: 'discard-backup-codes', tabId, codes } : null,
  'keep-backup-codes': ({ tabId, entryId, codes }) => {
    return isCount(tabId) && isText(entryId, 64) && isBackupCodes(codes)
      ? { kind: 'keep-backup-codes', tabId, entryId, codes }
      : null;
  },
  'advance-counter': ofEntry('advance-counter'),
  'check-code': ({ entryId, typed, before }) =>
    isText(entryId, 64) && isText(typed, MAX_TYPED_LENGTH) && (before === null || isText(before, MAX_TYPED_LENGTH))
      ? { kind: 'check-code', entryId, typed, before }
      : null,
  'revive-entry': ofEntry('revive-entry'),
  'reveal-backup-codes': ({ entryId, proof }) => {
    const decoded = decodeProof(proof);
    return isText(entryId, 64) && decoded !== undefined
      ? { kind: 'reveal-backup-codes', entryId, proof: decoded }
      : null;
  },
  'fill-backup-code': ({ tabId, entryId }) =>
    isCount(tabId) && isText(entryId, 64) ? { kind: 'fill-backup-code', tabId, entryId } : null,
  'export-entry': ({ entryId, proof }) => {
    const decoded = decodeProof(proof);
    return isText(entryId, 64) && decoded !== undefined ? { kind: 'export-entry', entryId, proof: decoded } : null;
  },
  'export-batch': ({ entryIds, proof }) => {
    const decoded = decodeProof(proof);
    const bounded =
      Array.isArray(entryIds) && entryIds.length <= MAX_EXPORTED && entryIds.every((id) => isText(id, 64));
    return bounded && decoded !== undefined ? { kind: 'export-batch', entryIds, proof: decoded } : null;
  },
  'remove-entry': ofEntry('remove-entry'),
  'show-editable': ofEntry('show-editable'),
  'edit-entry': ({ entryId, shownUnixMs, edit, despiteCodes }) => {
    const decoded = decodeEdit(edit);
    return isText(entryId, 64) && isCount(shownUnixMs) && decoded !== null && typeof despiteCodes === 'boolean'
      ? { kind: 'edit-entry', entryId, shownUnixMs, edit: decoded, despiteCodes }
      : null;
  },
  'undo-edit': ({ entryId, keptId, shownUnixMs }) =>
    isText(entryId, 64) && isText(keptId, 64) && isCount(shownUnixMs)
      ? { kind: 'undo-edit', entryId, keptId, shownUnixMs }
      : null,
  'print-codes': ({ entryId, site, codes }) =>
    (entryId === null || isText(entryId, 64)) && (site === null || isText(site)) && isBackupCodes(codes)
      ? { kind: 'print-codes', entryId, site, codes }
      : null,
  'take-print': () => ({ kind: 'take-print' }),
  'list-removed': () => ({ kind: 'list-removed' }),
  'put-back': ofEntry('put-back'),
  'delete-for-good': ofEntry('delete-for-good'),
  'set-shared-computer': ({ shared }) => (typeof shared === 'boolean' ? { kind: 'set-shared-computer', shared } : null),
  'check-proof': ({ proof }) => {
    const decoded = decodeProof(proof);
    return decoded === undefined ? null : { kind: 'check-proof', proof: decoded };
  },
  'set-auto-lock': ({ minutes }) =>
    isCount(minutes) && minutes >= 1 && minutes <= 24 * 60 ? { kind: 'set-auto-lock', minutes } : null,
};

const isPageKind = (kind: unknown): kind is PageRequest['kind'] =>
  typeof kind === 'string' && Object.hasOwn(decoders, kind);

/**
 * Decodes a message from one of our own pages.
 * @returns the request, or `unknown-message` for anything that is not exactly one of {@link PageRequest}
 */
export function decodePageRequest(message: unknown): Result<PageRequest, 'unknown-message'> {
  const fields = ownFields(message);
  const request = fields !== null && isPageKind(fields.kind) ? decoders[fields.kind](fields) : null;
  return request === null ? err('unknown-message') : ok(request);
}

const contentKinds: readonly Exclude<ContentRequest['kind'], 'login-named'>[] = [
  'watch-here',
  'worth-a-look',
  'challenge-seen',
  'no-challenge',
  'page-changed',
  'code-perhaps',
  'code-gone',
];

/**
 * Decodes a message from a content script.
 * @returns the request, or `unknown-message`; no page request is ever decoded here
 */
export function decodeContentRequest(message: unknown): Result<ContentRequest, 'unknown-message'> {
  const { kind, name } = ownFields(message) ?? {};
  if (kind === 'login-named') return isText(name, MAX_NAME_LENGTH) ? ok({ kind, name }) : err('unknown-message');
  return isOneOf(kind, contentKinds) ? ok({ kind }) : err('unknown-message');
}
