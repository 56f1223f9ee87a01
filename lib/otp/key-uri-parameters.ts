import { err, ok, type Result } from '../result.ts';
import { decodeBase32 } from './base32.ts';
import type { Bytes, HashAlgorithm, OtpParameters } from './parameters.ts';

const MAX_SECRET_BYTES = 1024;
const MAX_PERIOD_SECONDS = 2 ** 31 - 1;
const ODD_PERIOD_SECONDS = 3_600;

/** Why a parameter is refused; nothing unknown falls back to a default, since that would give wrong codes. */
export type ParameterError =
  | 'secret-missing'
  | 'secret-invalid'
  | 'unknown-type'
  | 'algorithm-unknown'
  | 'digits-invalid'
  | 'period-invalid'
  | 'counter-invalid';

/** What was assumed or is unusual in parameters that were accepted. */
export type ParameterNote = 'counter-missing' | 'period-unusual';

/** Decodes a base32 secret of at most 1 KiB. */
export function readSecret(text: string): Result<Bytes, ParameterError> {
  const decoded = decodeBase32(text);
  if (!decoded.ok) return err(decoded.error === 'empty' ? 'secret-missing' : 'secret-invalid');
  return decoded.value.length > MAX_SECRET_BYTES ? err('secret-invalid') : ok(decoded.value);
}

/** Names a hash as sites spell it: `SHA-1`, `sha1`, `HmacSHA1`, `Algorithm.sha1`; null for any other hash. */
export function readAlgorithm(text: string): HashAlgorithm | null {
  const name = text
    .trim()
    .toUpperCase()
    .replace(/^ALGORITHM\./, '')
    .replace(/^HMAC/, '')
    .replace(/[-_ ]/g, '');
  if (name === '' || name === 'SHA1') return 'SHA1';
  return name === 'SHA256' || name === 'SHA512' ? name : null;
}

function wholeNumber(text: string, fallback: number): number {
  const digits = text.trim();
  if (digits === '') return fallback;
  return /^\d{1,16}$/.test(digits) ? Number(digits) : Number.NaN;
}

/** True for the spellings of a Steam Guard key: its own type, `encoder=steam`, bare `steam`, or Steam as issuer. */
function isSteam(type: string, query: ReadonlyMap<string, string>, issuer: string): boolean {
  const encoder = (query.get('encoder') ?? '').toLowerCase();
  if (type === 'steam' || encoder === 'steam') return true;
  if (type !== 'totp' || encoder !== '') return false;
  if (query.has('steam')) return true;
  // An explicit six-digit, other-period or other-hash key of that issuer is ordinary TOTP and says so itself.
  const ordinary = ['', '5'].includes(query.get('digits') ?? '') && ['', '30'].includes(query.get('period') ?? '');
  return issuer.toLowerCase() === 'steam' && ordinary && readAlgorithm(query.get('algorithm') ?? '') === 'SHA1';
}

/** Reads what is needed to compute codes from a key URI's type (lower-case) and query (Key URI Format and its deviations). */
export function readParameters(
  type: string,
  query: ReadonlyMap<string, string>,
  issuer: string,
): Result<{ readonly parameters: OtpParameters; readonly notes: readonly ParameterNote[] }, ParameterError> {
  if (type !== 'totp' && type !== 'hotp' && type !== 'steam') return err('unknown-type');
  const secret = readSecret(query.get('secret') ?? '');
  if (!secret.ok) return secret;
  if (isSteam(type, query, issuer)) {
    return type === 'hotp'
      ? err('unknown-type')
      : ok({ parameters: { type: 'steam', secret: secret.value }, notes: [] });
  }
  const algorithm = readAlgorithm(query.get('algorithm') ?? '');
  if (algorithm === null) return err('algorithm-unknown');
  const digits = wholeNumber(query.get('digits') ?? '', 6);
  if (!(digits >= 1 && digits <= 10)) return err('digits-invalid');
  const common = { secret: secret.value, algorithm, digits };
  if (type === 'hotp') {
    const text = query.get('counter') ?? '';
    const counter = wholeNumber(text, 0);
    if (!Number.isSafeInteger(counter)) return err('counter-invalid');
    return ok({
      parameters: { type: 'hotp', ...common, counter },
      notes: text.trim() === '' ? ['counter-missing'] : [],
    });
  }
  const periodSeconds = wholeNumber(query.get('period') ?? '', 30);
  if (!(periodSeconds >= 1 && periodSeconds <= MAX_PERIOD_SECONDS)) return err('period-invalid');
  const notes: readonly ParameterNote[] = periodSeconds > ODD_PERIOD_SECONDS ? ['period-unusual'] : [];
  return ok({ parameters: { type: 'totp', ...common, periodSeconds }, notes });
}
