import { encodeBase32 } from '../otp/base32.ts';
import { formatKeyUri } from '../otp/key-uri.ts';
import { MAX_QR_TEXT_LENGTH } from '../otp/migration-format.ts';
import type { HashAlgorithm, OtpParameters } from '../otp/parameters.ts';
import type { Entry } from '../vault/entry.ts';

/** What an app that takes the setup key by hand has to be told; null where it is what every app takes for granted. */
export type SheetCodes =
  | { readonly kind: 'steam' }
  | {
      readonly kind: 'hotp' | 'totp';
      readonly digits: number;
      readonly algorithm: HashAlgorithm;
      /** Null for codes by counter. */
      readonly periodSeconds: number | null;
    };

/** An account on paper. */
export type SheetAccount = {
  readonly issuer: string;
  readonly account: string;
  /** The text of its QR code; null where it is too long for one. */
  readonly uri: string | null;
  /** Base32 in groups of four. */
  readonly setupKey: string;
  readonly codes: SheetCodes | null;
};

/** All accounts, as the page that prints them shows them. */
export type AccountSheet = { readonly accounts: readonly SheetAccount[]; readonly atUnixMs: number };

function codesOf(parameters: OtpParameters): SheetCodes | null {
  if (parameters.type === 'steam') return { kind: 'steam' };
  const { type: kind, digits, algorithm } = parameters;
  const periodSeconds = parameters.type === 'totp' ? parameters.periodSeconds : null;
  const isUsual = digits === 6 && algorithm === 'SHA1' && periodSeconds === 30;
  return isUsual ? null : { kind, digits, algorithm, periodSeconds };
}

/** An account as it is printed. */
export function sheetAccount(entry: Entry): SheetAccount {
  const uri = formatKeyUri(entry);
  return {
    issuer: entry.issuer,
    account: entry.account,
    uri: uri.length <= MAX_QR_TEXT_LENGTH ? uri : null,
    setupKey:
      encodeBase32(entry.parameters.secret)
        .match(/.{1,4}/g)
        ?.join(' ') ?? '',
    codes: codesOf(entry.parameters),
  };
}
