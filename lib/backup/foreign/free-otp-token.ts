import type { Bytes } from '../../otp/parameters.ts';
import { isWhole } from '../../vault/shape.ts';
import { foreignAccount } from './foreign-account.ts';
import type { ForeignItem } from './foreign-format.ts';

/** The bytes of a list of signed ones, as Java writes them; null for anything else. */
export function signedBytes(value: unknown): Bytes | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > 2 ** 16) return null;
  return value.every((one) => isWhole(one, -128, 255)) ? Uint8Array.from(value, (one) => Number(one)) : null;
}

const first = (...names: readonly unknown[]): unknown => names.find((name) => typeof name === 'string' && name !== '');

/**
 * One of FreeOTP's tokens; the names that the customer gave win. The counter is the one that the app uses next, though its own
 * setup links say one more.
 */
export const freeOtpToken = (token: Record<string, unknown>, secret: unknown): ForeignItem =>
  foreignAccount({
    issuer: first(token.issuerAlt, token.issuerExt, token.issuerInt),
    account: first(token.labelAlt, token.label),
    type: token.type,
    secret,
    algorithm: token.algo,
    digits: token.digits,
    periodSeconds: token.period,
    counter: token.counter,
  });
