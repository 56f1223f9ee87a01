import { encodeBase32 } from '../../otp/base32.ts';
import { cleanName } from '../../otp/key-uri-label.ts';
import { readParameters } from '../../otp/key-uri-parameters.ts';
import type { Bytes } from '../../otp/parameters.ts';
import type { ForeignItem, SkipReason } from './foreign-format.ts';

/**
 * An account as another app's file spells it. Absent, null and empty values are the format's defaults (SHA1, 6, 30 s, counter 0);
 * a value that is there and makes no sense leaves the account out.
 */
export type LooseAccount = {
  readonly issuer: unknown;
  readonly account: unknown;
  /** `totp`, `hotp` or `steam` in any case; anything else is a kind that nobody here knows. */
  readonly type: unknown;
  /** Base32 as people write it, bytes, or `unreadable`. */
  readonly secret: unknown;
  readonly algorithm?: unknown;
  readonly digits?: unknown;
  readonly periodSeconds?: unknown;
  readonly counter?: unknown;
  readonly group?: unknown;
  readonly pinned?: boolean;
};

const MOST_SECRET_CHARACTERS = 2_048;
const MOST_GROUP = 40;

/** A key that is there and cannot be read, which is not the same as none. */
const unreadable = Symbol('unreadable key');

/** The key that `written` gave as bytes; null where they cannot be read. */
export const keyOf = (written: unknown, bytes: Bytes | null): Bytes | symbol | null =>
  bytes ?? (written === undefined || written === null || written === '' ? null : unreadable);

/** A text or a number as text; empty for anything else. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'bigint' ? String(value) : '';

/** A number, or a text of one, as a number; NaN for anything else: what an object says of itself could throw. */
export const numberOf = (value: unknown): number => (textOf(value) === '' ? Number.NaN : Number(textOf(value)));

/** The name of a group, as short as ours are; empty for none. */
export const groupName = (value: unknown): string =>
  cleanName(textOf(value)).slice(0, MOST_GROUP).toWellFormed().trim();

/** An account that is left out, under its names. */
export const skipped = (issuer: unknown, account: unknown, why: SkipReason): ForeignItem => ({
  kind: 'skipped',
  issuer: cleanName(textOf(issuer)),
  account: cleanName(textOf(account)),
  why,
});

/** Whether a value is there and is neither a text nor a number. */
const isOdd = (value: unknown): boolean =>
  value !== undefined && value !== null && !['string', 'number'].includes(typeof value);

/** An account of a file by the rules of a key URI's parameters: nothing unknown falls back to a default. */
export function foreignAccount(loose: LooseAccount): ForeignItem {
  const { secret, algorithm, digits, periodSeconds, counter } = loose;
  const [issuer, account] = [cleanName(textOf(loose.issuer)), cleanName(textOf(loose.account))];
  if (secret === unreadable) return skipped(issuer, account, 'secret-invalid');
  const base32 = secret instanceof Uint8Array ? encodeBase32(secret) : textOf(secret);
  if (base32.trim() === '') return skipped(issuer, account, 'no-key');
  if (base32.length > MOST_SECRET_CHARACTERS) return skipped(issuer, account, 'secret-invalid');
  if (isOdd(algorithm)) return skipped(issuer, account, 'algorithm-unknown');
  if (isOdd(digits)) return skipped(issuer, account, 'digits-invalid');
  if (isOdd(periodSeconds)) return skipped(issuer, account, 'period-invalid');
  if (isOdd(counter)) return skipped(issuer, account, 'counter-invalid');
  const type = textOf(loose.type).toLowerCase();
  const query = new Map([
    ['secret', base32],
    ['algorithm', textOf(algorithm)],
    ['digits', textOf(digits)],
    ['period', textOf(periodSeconds)],
    ['counter', textOf(counter)],
    // The file says the kind itself; the issuer's name decides nothing.
    ...(type === 'totp' ? ([['encoder', 'otp']] as const) : []),
  ]);
  const read = readParameters(type, query, issuer);
  if (!read.ok) return skipped(issuer, account, read.error);
  const group = groupName(loose.group);
  return {
    kind: 'account',
    account: { issuer, account, parameters: read.value.parameters },
    ...(group === '' ? {} : { group }),
    ...(loose.pinned === true ? { pinned: true as const } : {}),
  };
}
