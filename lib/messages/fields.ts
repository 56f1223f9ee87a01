import type { AccountEdit } from '../app/edit-account.ts';
import type { ManualForm } from '../app/manual-account.ts';
import { MAX_EXPORTED, MAX_SITES, MAX_TEXT_LENGTH, MAX_TEXTS } from './bounds.ts';
import type { AddChoice } from './protocol-finding.ts';
import type { KdfText, PassphraseProof } from './protocol-keys.ts';

/** The fields of a message, of which nothing is known. */
export type Fields = Readonly<Record<string, unknown>>;

/** Own data properties of a plain object, so that a polluted prototype adds nothing; null for anything else. */
export function ownFields(value: unknown): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.assign(Object.create(null), value);
}

/** Whether a field is a text of at most `most` characters. */
export const isText = (value: unknown, most = MAX_TEXT_LENGTH): value is string =>
  typeof value === 'string' && value.length <= most;

/** Whether a field is a whole number from 0. */
export const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** Whether a field is a list of at most `most` items of a kind, none of which is missing. */
export const isListOf = <T>(
  value: unknown,
  most: number,
  isItem: (item: unknown) => item is T,
): value is readonly T[] =>
  // Not `every`, which passes over the places of a list that hold nothing.
  Array.isArray(value) && value.length <= most && value.findIndex((item) => !isItem(item)) < 0;

/** Whether a field is a text as short as an identifier. */
export const isId = (value: unknown): value is string => isText(value, 64);

/** Whether a field is a list of texts as a page may show them. */
export const isTexts = (value: unknown): value is readonly string[] =>
  isListOf(value, MAX_TEXTS, (text): text is string => isText(text));

/** Whether a field says how an account is added. */
export const isChoice = (value: unknown): value is AddChoice =>
  value === 'new' || value === 'replace' || value === 'keep-both';

/** Which account is replaced: one for a replacement, none for any other choice. */
export const isReplaced = (value: unknown, choice: AddChoice): value is string | null =>
  choice === 'replace' ? isText(value, 64) : value === null;

/** How a key is derived; its bounds are checked where it is used. */
export function decodeKdf(value: unknown): KdfText | null {
  const kdf = ownFields(value);
  if (kdf === null || kdf.name !== 'scrypt') return null;
  const { N, r, p, salt } = kdf;
  return isCount(N) && isCount(r) && isCount(p) && isText(salt, 256) ? { name: 'scrypt', N, r, p, salt } : null;
}

/** Whether a field is one of some texts. */
export const isOneOf = <T extends string>(value: unknown, all: readonly T[]): value is T =>
  typeof value === 'string' && all.some((one) => one === value);

/** A manual form within the bounds of RFC 4226 §5.3 and RFC 6238; the key itself is judged where it is used. */
export function decodeManualForm(value: unknown): ManualForm | null {
  const form = ownFields(value);
  if (form === null) return null;
  const { issuer, account, secretText, kind, algorithm, digits, periodSeconds, counter } = form;
  if (!isText(issuer) || !isText(account) || !isText(secretText)) return null;
  if (!isOneOf(kind, ['totp', 'hotp', 'steam'])) return null;
  if (!isOneOf(algorithm, ['SHA1', 'SHA256', 'SHA512'])) return null;
  if (!isCount(digits) || digits < 1 || digits > 10) return null;
  if (!isCount(periodSeconds) || periodSeconds < 1 || !isCount(counter)) return null;
  return { issuer, account, secretText, kind, algorithm, digits, periodSeconds, counter };
}

/** An edit of an account, its codes within the same bounds; whatever of them is null stays as it is. */
export function decodeEdit(value: unknown): AccountEdit | null {
  const edit = ownFields(value);
  if (edit === null) return null;
  const { issuer, account, removedSites, codes, shownCounter } = edit;
  if (!isText(issuer) || !isText(account) || (shownCounter !== null && !isCount(shownCounter))) return null;
  if (!isListOf(removedSites, MAX_SITES, (site): site is string => isText(site))) return null;
  const names = { issuer, account, removedSites };
  if (codes === null) return { ...names, codes, shownCounter };
  const form = decodeManualForm({ ...ownFields(codes), issuer, account });
  if (form === null) return null;
  const { secretText, kind, algorithm, digits, periodSeconds, counter } = form;
  return { ...names, codes: { secretText, kind, algorithm, digits, periodSeconds, counter }, shownCounter };
}

/** Null where the message says that there is none; `undefined` where it is neither. */
export function decodeProof(value: unknown): PassphraseProof | null | undefined {
  if (value === null) return null;
  const { slotId, kekBase64 } = ownFields(value) ?? {};
  return isText(slotId, 64) && isText(kekBase64, 64) ? { slotId, kekBase64 } : undefined;
}

/** Whether a field is a list of backup codes. */
export const isBackupCodes = (value: unknown): value is readonly string[] => isListOf(value, 16, isId);

/** Whether a field is a list of places in a list of accounts. */
export const isPlaces = (value: unknown): value is readonly number[] => isListOf(value, MAX_EXPORTED, isCount);
