import type { Decoders } from './decoder.ts';
import { decodeProof, isCount, isText } from './fields.ts';
import { decodeKeys, decodePassphraseKey, isPlace } from './key-fields.ts';

/** What opens the vault: its keys, the proof of one, the reminder, and what there is where it does not open. */
export const keyDecoders = {
  'vault-state': () => ({ kind: 'vault-state' }),
  'create-vault': ({ keys, replacing }) => {
    const decoded = decodeKeys(keys);
    return decoded === null || typeof replacing !== 'boolean'
      ? null
      : { kind: 'create-vault', keys: decoded, replacing };
  },
  'unlock-with-key': ({ slotId, kekBase64, better }) => {
    const decoded = decodePassphraseKey(better);
    if (!isText(slotId, 64) || !isText(kekBase64, 64) || (better !== null && decoded === null)) return null;
    return { kind: 'unlock-with-key', slotId, kekBase64, better: decoded };
  },
  'unlock-with-computer': () => ({ kind: 'unlock-with-computer' }),
  lock: () => ({ kind: 'lock' }),
  'change-keys': ({ keys, proof }) => {
    const [decoded, proven] = [decodeKeys(keys), decodeProof(proof)];
    return decoded === null || proven === undefined ? null : { kind: 'change-keys', keys: decoded, proof: proven };
  },
  'check-proof': ({ proof }) => {
    const decoded = decodeProof(proof);
    return decoded === undefined ? null : { kind: 'check-proof', proof: decoded };
  },
  'set-auto-lock': ({ minutes }) =>
    isCount(minutes) && minutes >= 1 && minutes <= 24 * 60 ? { kind: 'set-auto-lock', minutes } : null,
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
  'dismiss-missed': () => ({ kind: 'dismiss-missed' }),
} satisfies Decoders;
