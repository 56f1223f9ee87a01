import type { Mark } from '../app/arrange.ts';
import { MAX_EXPORTED, MAX_GROUP_LENGTH, MAX_TYPED_LENGTH } from './bounds.ts';
import { type Decoders, ofEntry, ofTab } from './decoder.ts';
import { decodeEdit, decodeProof, isBackupCodes, isCount, isId, isListOf, isText, ownFields } from './fields.ts';

const isIds = (value: unknown): value is readonly string[] => isListOf(value, MAX_EXPORTED, isId);

function decodeMarks(value: unknown): readonly Mark[] | null {
  if (!Array.isArray(value) || value.length > MAX_EXPORTED) return null;
  const marks: Mark[] = [];
  for (const item of value) {
    const { entryId, pinned, group } = ownFields(item) ?? {};
    if (!isText(entryId, 64) || typeof pinned !== 'boolean' || !isText(group, MAX_GROUP_LENGTH)) return null;
    marks.push({ entryId, pinned, group });
  }
  return marks;
}

/** One account and what becomes of it: checked, moved to a phone, edited, printed, removed. */
export const accountDecoders = {
  'list-unconfirmed': ofTab('list-unconfirmed'),
  'keep-unconfirmed': ofEntry('keep-unconfirmed'),
  'discard-unconfirmed': ofEntry('discard-unconfirmed'),
  'check-code': ({ entryId, typed, before }) =>
    isText(entryId, 64) && isText(typed, MAX_TYPED_LENGTH) && (before === null || isText(before, MAX_TYPED_LENGTH))
      ? { kind: 'check-code', entryId, typed, before }
      : null,
  'export-entry': ({ entryId, proof }) => {
    const decoded = decodeProof(proof);
    return isText(entryId, 64) && decoded !== undefined ? { kind: 'export-entry', entryId, proof: decoded } : null;
  },
  'export-batch': ({ entryIds, proof }) => {
    const decoded = decodeProof(proof);
    return isIds(entryIds) && decoded !== undefined ? { kind: 'export-batch', entryIds, proof: decoded } : null;
  },
  'revive-entry': ofEntry('revive-entry'),
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
  'print-accounts': ({ proof }) => {
    const decoded = decodeProof(proof);
    return decoded === undefined ? null : { kind: 'print-accounts', proof: decoded };
  },
  'take-print': () => ({ kind: 'take-print' }),
  'remove-entry': ofEntry('remove-entry'),
  'list-removed': () => ({ kind: 'list-removed' }),
  'put-back': ofEntry('put-back'),
  'delete-for-good': ofEntry('delete-for-good'),
  'list-accounts': () => ({ kind: 'list-accounts' }),
  'arrange-accounts': ({ marks, order }) => {
    const decoded = decodeMarks(marks);
    return decoded !== null && isIds(order) ? { kind: 'arrange-accounts', marks: decoded, order } : null;
  },
  'remove-accounts': ({ entryIds }) => (isIds(entryIds) ? { kind: 'remove-accounts', entryIds } : null),
  'put-back-accounts': ({ entryIds, order }) =>
    isIds(entryIds) && isIds(order) ? { kind: 'put-back-accounts', entryIds, order } : null,
} satisfies Decoders;
