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
 * The account in whose code another setup key lies than the page shows as text; null for none. Said only where one shown key is left
 * over for one account that has none: with more of either, nobody knows what belongs together, and a list of keys may be backup codes.
 * @param accounts all that the page's codes hold
 * @param shownKeys base32 in any case, grouped or not
 */
export function withOtherKey(accounts: readonly OtpAccount[], shownKeys: readonly string[]): OtpAccount | null {
  // Of what cannot be decoded nothing is said.
  const shown = [...new Set(shownKeys.filter((key) => decodeBase32(key).ok).map(letters))];
  const scanned = accounts.map((account) => ({ account, key: encodeBase32(account.parameters.secret) }));
  const leftShown = shown.filter((one) => !scanned.some(({ key }) => isSame(one, key)));
  const [left, ...more] = scanned.filter(({ key }) => !shown.some((one) => isSame(one, key)));
  return leftShown.length === 1 && more.length === 0 ? (left?.account ?? null) : null;
}
