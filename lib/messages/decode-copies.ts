import { MAX_BACKUP_LENGTH } from './bounds.ts';
import type { Decoders } from './decoder.ts';
import { decodeProof, isCount, isPlaces, isText } from './fields.ts';
import { decodePassphraseKey } from './key-fields.ts';

/** Saved copies: made, restored, and written by themselves. */
export const copyDecoders = {
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
  'raw-copies': ({ proof }) => {
    const proven = decodeProof(proof);
    return proven === undefined ? null : { kind: 'raw-copies', proof: proven };
  },
} satisfies Decoders;
