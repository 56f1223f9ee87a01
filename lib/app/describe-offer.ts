import type { OfferAnswer } from '../messages/protocol-codes.ts';
import type { Entry } from '../vault/entry.ts';
import type { BackupOffer } from './backup-offers.ts';
import { entriesForLogin } from './entry-life.ts';

/**
 * A site's backup codes that wait, as our own pages see them: with the accounts that they may belong to, the likeliest first.
 * @param entries those of the open vault; null while it is locked, and then the codes are not shown
 */
export function describeOffer(offer: BackupOffer | null, entries: readonly Entry[] | null): OfferAnswer['offer'] {
  if (offer === null) return null;
  const known = (entries ?? []).filter(({ id }) => id === offer.entryId);
  const here = entriesForLogin(entries ?? [], offer.origin).filter(({ id }) => id !== offer.entryId);
  return {
    quote: offer.quote,
    codes: entries === null ? [] : offer.codes,
    entryId: offer.entryId,
    accounts: [...known, ...here].map(({ id, issuer, account, backupCodes }) => ({
      id,
      issuer,
      account,
      hasCodes: backupCodes.length > 0,
    })),
  };
}
