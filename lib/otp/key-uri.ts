import { err, ok, type Result } from '../result.ts';
import { decodeBase32, encodeBase32 } from './base32.ts';
import { cutKeyUri, type KeyUriText, MAX_KEY_URI_LENGTH } from './key-uri-text.ts';
import type { Bytes, HashAlgorithm, OtpAccount, OtpParameters } from './parameters.ts';

/** Why a text is not taken as an account; nothing is ever defaulted into a wrong code. */
export type KeyUriError =
  | 'not-a-key-uri'
  | 'too-long'
  | 'unknown-type'
  | 'secret-missing'
  | 'secret-invalid'
  | 'algorithm-unknown'
  | 'digits-invalid'
  | 'period-invalid'
  | 'counter-invalid';

/** What the customer should know about an account that was taken all the same. */
export type KeyUriNote = 'issuer-differs-from-label' | 'counter-missing' | 'period-unusual';

/** An account read from a key URI. */
export type KeyUri = { readonly account: OtpAccount; readonly notes: readonly KeyUriNote[] };

const MAX_SECRET_BYTES = 1_024;
const USUAL_PERIOD_SECONDS = 3_600;

/** Removes control and bidirectional formatting characters, which could make one name look like another; trims. */
function cleanName(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim();
}

function namesOf({ label, parameters }: KeyUriText): { issuer: string; account: string; prefix: string } {
  const colon = label.indexOf(':');
  const prefix = cleanName(colon < 0 ? '' : label.slice(0, colon));
  const account = cleanName(label.slice(colon + 1));
  const issuer = cleanName(parameters.get('issuer') ?? '');
  return { issuer: issuer === '' ? prefix : issuer, account, prefix };
}

function algorithmOf(text: string): HashAlgorithm | null {
  const plain = text
    .toUpperCase()
    .replace(/^ALGORITHM\./, '')
    .replace(/^HMAC/, '')
    .replace(/[-_ ]/g, '');
  if (plain === '' || plain === 'SHA1') return 'SHA1';
  return plain === 'SHA256' || plain === 'SHA512' ? plain : null;
}

/** A whole number in decimal digits, `usual` for an empty text, null for anything else. */
function wholeOf(text: string | undefined, usual: number): number | null {
  if (text === undefined || text === '') return usual;
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : null;
}

const isSteam = ({ type, parameters }: KeyUriText, issuer: string): boolean =>
  type === 'steam' ||
  parameters.has('steam') ||
  parameters.get('encoder')?.toLowerCase() === 'steam' ||
  (type === 'totp' && issuer.toLowerCase() === 'steam');

function parametersFor(text: KeyUriText, issuer: string, secret: Bytes): Result<OtpParameters, KeyUriError> {
  if (isSteam(text, issuer)) return ok({ type: 'steam', secret });
  const algorithm = algorithmOf(text.parameters.get('algorithm') ?? '');
  if (algorithm === null) return err('algorithm-unknown');
  const digits = wholeOf(text.parameters.get('digits'), 6);
  if (digits === null || digits < 1 || digits > 10) return err('digits-invalid');
  if (text.type === 'hotp') {
    const counter = wholeOf(text.parameters.get('counter'), 0);
    return counter === null ? err('counter-invalid') : ok({ type: 'hotp', secret, algorithm, digits, counter });
  }
  const periodSeconds = wholeOf(text.parameters.get('period'), 30);
  if (periodSeconds === null || periodSeconds < 1) return err('period-invalid');
  return ok({ type: 'totp', secret, algorithm, digits, periodSeconds });
}

/**
 * Reads a key URI (google/google-authenticator wiki, Key Uri Format) with the deviations that sites produce.
 * @param text an `otpauth://` URI of at most 4096 characters
 * @returns the account with notes, or why it cannot give right codes
 */
export function parseKeyUri(text: string): Result<KeyUri, KeyUriError> {
  if (text.length > MAX_KEY_URI_LENGTH) return err('too-long');
  const cut = cutKeyUri(text.trim());
  if (cut === null) return err('not-a-key-uri');
  if (!['totp', 'hotp', 'steam'].includes(cut.type)) return err('unknown-type');
  const secret = decodeBase32(cut.parameters.get('secret') ?? '');
  if (!secret.ok) return err(secret.error === 'empty' ? 'secret-missing' : 'secret-invalid');
  if (secret.value.length > MAX_SECRET_BYTES) return err('secret-invalid');
  const { issuer, account, prefix } = namesOf(cut);
  const parameters = parametersFor(cut, issuer, secret.value);
  if (!parameters.ok) return parameters;
  const notes: KeyUriNote[] = [];
  if (prefix !== '' && prefix !== issuer) notes.push('issuer-differs-from-label');
  if (cut.type === 'hotp' && !cut.parameters.get('counter')) notes.push('counter-missing');
  if (parameters.value.type === 'totp' && parameters.value.periodSeconds > USUAL_PERIOD_SECONDS)
    notes.push('period-unusual');
  return ok({ account: { issuer, account, parameters: parameters.value }, notes });
}

/** Writes the key URI of an account: every parameter explicit, `%20` for spaces, no padding. */
export function formatKeyUri({ issuer, account, parameters }: OtpAccount): string {
  const label =
    issuer === '' ? encodeURIComponent(account) : `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const query = [`secret=${encodeBase32(parameters.secret)}`];
  if (issuer !== '') query.push(`issuer=${encodeURIComponent(issuer)}`);
  if (parameters.type !== 'steam') query.push(`algorithm=${parameters.algorithm}`, `digits=${parameters.digits}`);
  if (parameters.type === 'totp') query.push(`period=${parameters.periodSeconds}`);
  if (parameters.type === 'hotp') query.push(`counter=${parameters.counter}`);
  return `otpauth://${parameters.type}/${label}?${query.join('&')}`;
}
