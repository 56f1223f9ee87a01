import { MAX_EXPORTED, MAX_GROUP_LENGTH, MAX_WRITTEN_URI_LENGTH } from './bounds.ts';
import type { Decoders } from './decoder.ts';
import { decodeProof, isCount, isPlaces, isText, ownFields } from './fields.ts';
import { decodePassphraseKey } from './key-fields.ts';
import type { ImportedText } from './protocol-transfer.ts';

function decodeImported(value: unknown): ImportedText | null {
  const { uri, group, pinned } = ownFields(value) ?? {};
  if (!isText(uri, MAX_WRITTEN_URI_LENGTH) || typeof pinned !== 'boolean') return null;
  return group === null || isText(group, MAX_GROUP_LENGTH) ? { uri, group, pinned } : null;
}

function decodeAccounts(value: unknown): readonly ImportedText[] | null {
  if (!Array.isArray(value) || value.length > MAX_EXPORTED) return null;
  // Not its own `map`, which asks the array what to make another one with.
  const accounts = Array.from(value, decodeImported).filter((one) => one !== null);
  return accounts.length === value.length ? accounts : null;
}

/** Accounts in from other apps' files, and out into them. */
export const transferDecoders = {
  'preview-import': ({ accounts, readUnixMs }) => {
    const decoded = decodeAccounts(accounts);
    return decoded !== null && isCount(readUnixMs) ? { kind: 'preview-import', accounts: decoded, readUnixMs } : null;
  },
  'accept-import': ({ accounts, readUnixMs, shown, beside }) => {
    const decoded = decodeAccounts(accounts);
    return decoded !== null && isCount(readUnixMs) && isText(shown, 64) && isPlaces(beside)
      ? { kind: 'accept-import', accounts: decoded, readUnixMs, shown, beside }
      : null;
  },
  'export-file': ({ format, key, proof }) => {
    const [decoded, proven] = [decodePassphraseKey(key), decodeProof(proof)];
    if (!isText(format, 64) || proven === undefined || (key !== null && decoded === null)) return null;
    return { kind: 'export-file', format, key: decoded, proof: proven };
  },
} satisfies Decoders;
