import { encodeBase32 } from '../../../lib/otp/base32.ts';
import { codeAt } from '../../../lib/otp/code.ts';
import { formatKeyUri, parseWrittenKeyUri } from '../../../lib/otp/key-uri.ts';
import type { OtpAccount } from '../../../lib/otp/parameters.ts';

const isName = (text: string): boolean => typeof text === 'string' && text.length <= 512 && text.isWellFormed();
const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;

/** An account as a text that two equal ones share. */
export const lookOf = ({ issuer, account, parameters }: OtpAccount): string =>
  JSON.stringify([issuer, account, { ...parameters, secret: encodeBase32(parameters.secret) }]);

/** What is wrong with an account that a reader accepted; null for nothing. */
export function problemOfAccount(found: OtpAccount): string | null {
  const { issuer, account, parameters } = found;
  if (!isName(issuer) || !isName(account)) return 'a name out of bounds';
  if (!isWithin(parameters.secret.length, 1, 1_024)) return 'a key out of bounds';
  if (parameters.type !== 'steam') {
    if (!['SHA1', 'SHA256', 'SHA512'].includes(parameters.algorithm)) return 'an unknown algorithm';
    if (!isWithin(parameters.digits, 1, 10)) return 'digits out of bounds';
  }
  if (parameters.type === 'totp' && !isWithin(parameters.periodSeconds, 1, 2 ** 31 - 1))
    return 'a period out of bounds';
  if (parameters.type === 'hotp' && !isWithin(parameters.counter, 0, Number.MAX_SAFE_INTEGER))
    return 'a counter out of bounds';
  return null;
}

/** Likewise, and that it is the same after it was written as a key URI and read again, and has a code. */
export function problemOfTrip(found: OtpAccount): string | null {
  const problem = problemOfAccount(found);
  if (problem !== null) return problem;
  const again = parseWrittenKeyUri(formatKeyUri(found));
  if (!again.ok) return `refused as ${again.error} once it was written`;
  if (lookOf(again.value.account) !== lookOf(found)) return 'another account once it was written';
  const { parameters } = found;
  const length = parameters.type === 'steam' ? 5 : parameters.digits;
  return parameters.type === 'hotp' || codeAt(parameters, 1_700_000_000_000).code.length === length
    ? null
    : 'a code of another length';
}
