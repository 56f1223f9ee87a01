import { stepAt } from '../otp/code.ts';
import { hotp } from '../otp/hotp.ts';
import type { OtpParameters } from '../otp/parameters.ts';
import { STEAM_PERIOD_SECONDS, steamCode } from '../otp/steam.ts';

/** A day on each side by time; by counter a generous look-ahead (RFC 4226 §7.4), and a few codes that were used. */
const REACH_SECONDS = 24 * 60 * 60;
const AHEAD_COUNTERS = 100;
const BACK_COUNTERS = 10;

/** How many codes of an account's row are looked at before and after the one it shows now. */
export type Reach = { readonly back: number; readonly ahead: number };

/** Characters of a code of the account. */
export const codeLength = (parameters: OtpParameters): number => (parameters.type === 'steam' ? 5 : parameters.digits);

/** How many different codes the account can show; ten digits show a 31-bit number (RFC 4226 §5.3). */
export const possibleCodes = (parameters: OtpParameters): number =>
  parameters.type === 'steam' ? 26 ** 5 : Math.min(10 ** parameters.digits, 2 ** 31);

/** Seconds of one code by time. */
export const periodOf = (parameters: OtpParameters): number =>
  parameters.type === 'totp' ? parameters.periodSeconds : STEAM_PERIOD_SECONDS;

/** The widest reach in which a code is looked for. */
export function widestReach(parameters: OtpParameters): Reach {
  if (parameters.type === 'hotp') return { back: BACK_COUNTERS, ahead: AHEAD_COUNTERS };
  const steps = Math.ceil(REACH_SECONDS / periodOf(parameters));
  return { back: steps, ahead: steps };
}

const codeOf = (parameters: OtpParameters, step: number): string =>
  parameters.type === 'steam'
    ? steamCode(parameters.secret, step)
    : hotp(parameters.secret, parameters.algorithm, parameters.digits, step);

/** Every distance within reach at which the account shows `code`, ascending; negative for codes before the present one. */
export function codeDistances(
  parameters: OtpParameters,
  code: string,
  nowUnixMs: number,
  { back, ahead }: Reach,
): readonly number[] {
  if (code.length !== codeLength(parameters)) return [];
  const here = parameters.type === 'hotp' ? parameters.counter : stepAt(nowUnixMs, periodOf(parameters));
  const found: number[] = [];
  for (let step = Math.max(0, here - back); step <= here + ahead; step += 1)
    if (codeOf(parameters, step) === code) found.push(step - here);
  return found;
}

/** The distance nearest to 0; null when there is none. */
export const nearestOf = (distances: readonly number[]): number | null =>
  distances.toSorted((one, other) => Math.abs(one) - Math.abs(other))[0] ?? null;

/** How many codes lie as near as `distance`, within the reach. */
export const codesAsNear = (distance: number, { back, ahead }: Reach): number =>
  1 + Math.min(Math.abs(distance), back) + Math.min(Math.abs(distance), ahead);
