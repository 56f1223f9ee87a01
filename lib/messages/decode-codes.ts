import { type Decoders, ofEntry, ofTab } from './decoder.ts';
import { decodeProof, type Fields, isBackupCodes, isCount, isText } from './fields.ts';

/** A request about filling by itself at the site that was shown. */
const aboutAutomatic =
  <K extends `${'want' | 'decline' | 'stop'}-automatic`>(kind: K) =>
  ({ tabId, shown }: Fields) =>
    isCount(tabId) && isText(shown) ? { kind, tabId, shown } : null;

/** The codes, and how they come into a page: of accounts, and the backup codes of sites. */
export const codeDecoders = {
  'list-entries': ({ tabId, most }) => (isCount(tabId) && isCount(most) ? { kind: 'list-entries', tabId, most } : null),
  fill: ({ tabId, entryId }) => (isCount(tabId) && isText(entryId, 64) ? { kind: 'fill', tabId, entryId } : null),
  'fill-next': ofTab('fill-next'),
  'fill-here': ofTab('fill-here'),
  'use-here': ({ tabId, entryId, shown, despiteLookAlike, asSecondSite }) =>
    isCount(tabId) &&
    isText(entryId, 64) &&
    isText(shown) &&
    typeof despiteLookAlike === 'boolean' &&
    typeof asSecondSite === 'boolean'
      ? { kind: 'use-here', tabId, entryId, shown, despiteLookAlike, asSecondSite }
      : null,
  'advance-counter': ofEntry('advance-counter'),
  'want-automatic': aboutAutomatic('want-automatic'),
  'decline-automatic': aboutAutomatic('decline-automatic'),
  'stop-automatic': aboutAutomatic('stop-automatic'),
  'set-submit': ({ tabId, shown, on }) =>
    isCount(tabId) && isText(shown) && typeof on === 'boolean' ? { kind: 'set-submit', tabId, shown, on } : null,
  'look-back': ofTab('look-back'),
  'keep-backup-codes': ({ tabId, entryId, codes }) => {
    return isCount(tabId) && isText(entryId, 64) && isBackupCodes(codes)
      ? { kind: 'keep-backup-codes', tabId, entryId, codes }
      : null;
  },
  'discard-backup-codes': ({ tabId, codes }) =>
    isCount(tabId) && isBackupCodes(codes) ? { kind: 'discard-backup-codes', tabId, codes } : null,
  'reveal-backup-codes': ({ entryId, proof }) => {
    const decoded = decodeProof(proof);
    return isText(entryId, 64) && decoded !== undefined
      ? { kind: 'reveal-backup-codes', entryId, proof: decoded }
      : null;
  },
  'fill-backup-code': ({ tabId, entryId }) =>
    isCount(tabId) && isText(entryId, 64) ? { kind: 'fill-backup-code', tabId, entryId } : null,
} satisfies Decoders;
