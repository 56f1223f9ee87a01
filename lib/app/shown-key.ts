import { decodeBase32, encodeBase32 } from '../otp/base32.ts';
import type { OtpAccount } from '../otp/parameters.ts';

const letters = (text: string): string => text.toUpperCase().replaceAll(/[\s=-]/g, '');

/** The same key, whatever words stood before it or after it on its line, and however much of it is shown. */
function isSame(shown: string, scanned: string): boolean {
  const bytes = decodeBase32(shown);
  // The last letter of a key may carry spare bits.
  return shown.includes(scanned) || scanned.includes(shown) || (bytes.ok && encodeBase32(bytes.value) === scanned);
}

/**
 * Whether a page shows as text another setup key than the one in an account's code. Said only where one shown key is left over
 * for one account that has none: with more of either, nobody knows what belongs together, and a list of keys may be backup codes.
 * @param accounts all that the page's codes hold
 * @param shownKeys base32 in any case, grouped or not
 */
export function hasOtherKey(
  account: OtpAccount,
  accounts: readonly OtpAccount[],
  shownKeys: readonly string[],
): boolean {
  // Of what cannot be decoded nothing is said.
  const shown = [...new Set(shownKeys.filter((key) => decodeBase32(key).ok).map(letters))];
  const scanned = accounts.map(({ parameters }) => encodeBase32(parameters.secret));
  const own = encodeBase32(account.parameters.secret);
  const leftShown = shown.filter((key) => !scanned.some((other) => isSame(key, other)));
  const leftScanned = scanned.filter((key) => !shown.some((other) => isSame(other, key)));
  return leftShown.length === 1 && leftScanned.length === 1 && leftScanned[0] === own;
}
