import { formatKeyUri } from '../otp/key-uri.ts';
import { formatMigration, MAX_QR_TEXT_LENGTH, type MigrationObstacle } from '../otp/migration-format.ts';
import type { Entry } from '../vault/entry.ts';

/** Accounts in one migration code: half of what the format takes, so that weak cameras read it from a popup. */
const ACCOUNTS_PER_CODE = 5;

/** Texts for QR codes that a phone's app reads, in order, and the accounts that cannot travel in them, with the reason. */
export type ExportedAccounts = {
  readonly texts: readonly string[];
  readonly leftOut: readonly {
    readonly entryId: string;
    readonly issuer: string;
    readonly account: string;
    readonly why: MigrationObstacle;
  }[];
};

const leftOut = ({ id, issuer, account }: Entry, why: MigrationObstacle): ExportedAccounts['leftOut'][number] => ({
  entryId: id,
  issuer,
  account,
  why,
});

/** One account as a key URI (Key URI Format), which every app reads; left out where it is longer than a QR code holds. */
export function exportOne(entry: Entry): ExportedAccounts {
  const text = formatKeyUri(entry);
  return text.length <= MAX_QR_TEXT_LENGTH
    ? { texts: [text], leftOut: [] }
    : { texts: [], leftOut: [leftOut(entry, 'too-long')] };
}

/**
 * Many accounts as migration codes (Google Authenticator's export), which several apps read at once.
 * @param batchId a random 32-bit signed integer
 */
export function exportMany(entries: readonly Entry[], batchId: number): ExportedAccounts {
  const formatted = formatMigration(entries, batchId, ACCOUNTS_PER_CODE);
  return {
    texts: formatted.texts,
    leftOut: formatted.leftOut.flatMap(({ account, why }) =>
      entries.filter((entry) => entry === account).map((entry) => leftOut(entry, why)),
    ),
  };
}
