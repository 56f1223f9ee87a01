import { err, ok, type Result } from '../result.ts';
import type { OtpAccount } from './parameters.ts';
import { writeProtobuf } from './protobuf.ts';

/** Accounts that Google Authenticator puts into one QR code. */
export const MIGRATION_ACCOUNTS_PER_CODE = 10;

/** Longest text for one QR code: version 40 at level M holds 2331 bytes (ISO/IEC 18004 table 7), less room for a batch's numbers. */
export const MAX_QR_TEXT_LENGTH = 2_200;
const VERSION = 1;
const ALGORITHMS = { SHA1: 1, SHA256: 2, SHA512: 3 } as const;

/** Why a migration code cannot carry an account: it has no Steam codes, no period but 30 s, no digits but 6 and 8. */
export type MigrationObstacle = 'steam' | 'period-not-30' | 'digits-not-6-or-8' | 'too-long';

/** What became of accounts to be moved: the texts for QR codes, in order, and those that must go another way. */
export type FormattedMigration = {
  readonly texts: readonly string[];
  readonly leftOut: readonly { readonly account: OtpAccount; readonly why: MigrationObstacle }[];
};

type Batch = { readonly size: number; readonly index: number; readonly id: number };

function partText(accounts: readonly Uint8Array[], { size, index, id }: Batch): string {
  const payload = writeProtobuf([
    ...accounts.map((account) => [1, account] as const),
    [2, VERSION],
    [3, size],
    [4, index],
    [5, id],
  ]);
  const base64 = btoa(Array.from(payload, (byte) => String.fromCharCode(byte)).join(''));
  return `otpauth-migration://offline?data=${encodeURIComponent(base64)}`;
}

const fits = (accounts: readonly Uint8Array[]): boolean =>
  partText(accounts, { size: 1, index: 0, id: 0 }).length <= MAX_QR_TEXT_LENGTH;

function writeAccount({ issuer, account, parameters }: OtpAccount): Result<Uint8Array, MigrationObstacle> {
  if (parameters.type === 'steam') return err('steam');
  if (parameters.type === 'totp' && parameters.periodSeconds !== 30) return err('period-not-30');
  if (parameters.digits !== 6 && parameters.digits !== 8) return err('digits-not-6-or-8');
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const data = writeProtobuf([
    [1, parameters.secret],
    [2, utf8(issuer === '' ? account : `${issuer}:${account}`)],
    [3, utf8(issuer)],
    [4, ALGORITHMS[parameters.algorithm]],
    [5, parameters.digits === 6 ? 1 : 2],
    [6, parameters.type === 'hotp' ? 1 : 2],
    ...(parameters.type === 'hotp' ? [[7, parameters.counter] as const] : []),
  ]);
  return fits([data]) ? ok(data) : err('too-long');
}

/**
 * Writes accounts as `otpauth-migration://` texts (Google Authenticator's MigrationPayload, version 1) for one QR code
 * each; `parseMigration` reads them back. Nothing is rounded to what the format knows: such accounts are left out, with
 * the reason. Names are those of `OtpAccount`, cleaned already.
 * @param batchId a random 32-bit signed integer that ties the parts together
 * @param perCode accounts in one code, 1..10; fewer make codes that weak cameras read
 */
export function formatMigration(
  accounts: readonly OtpAccount[],
  batchId: number,
  perCode = MIGRATION_ACCOUNTS_PER_CODE,
): FormattedMigration {
  const written = accounts.map((account) => ({ account, data: writeAccount(account) }));
  const parts: Uint8Array[][] = [];
  for (const { data } of written) {
    if (!data.ok) continue;
    const last = parts.at(-1);
    if (last !== undefined && last.length < perCode && fits([...last, data.value])) last.push(data.value);
    else parts.push([data.value]);
  }
  return {
    texts: parts.map((part, index) => partText(part, { size: parts.length, index, id: batchId })),
    leftOut: written.flatMap(({ account, data }) => (data.ok ? [] : [{ account, why: data.error }])),
  };
}
