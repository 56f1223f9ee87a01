import { hotp } from './hotp.ts';
import type { OtpParameters } from './parameters.ts';
import { STEAM_PERIOD_SECONDS, steamCode } from './steam.ts';

/** A code and the span in which it is shown, in Unix milliseconds; a counter-based code lasts until it is used. */
export type Code = {
  readonly code: string;
  readonly step: number;
  readonly startsUnixMs: number;
  readonly endsUnixMs: number;
};

/** The time step of RFC 6238 §4.2 (T0 = 0); exact beyond 2^31 s. */
export const stepAt = (unixMs: number, periodSeconds: number): number => Math.floor(unixMs / (periodSeconds * 1000));

/** The code that an account shows at a time; for `hotp` the code of its counter. */
export function codeAt(parameters: OtpParameters, unixMs: number): Code {
  if (parameters.type === 'hotp') {
    const { secret, algorithm, digits, counter } = parameters;
    const code = hotp(secret, algorithm, digits, counter);
    return { code, step: counter, startsUnixMs: unixMs, endsUnixMs: Number.POSITIVE_INFINITY };
  }
  const periodSeconds = parameters.type === 'steam' ? STEAM_PERIOD_SECONDS : parameters.periodSeconds;
  const step = stepAt(unixMs, periodSeconds);
  const code =
    parameters.type === 'steam'
      ? steamCode(parameters.secret, step)
      : hotp(parameters.secret, parameters.algorithm, parameters.digits, step);
  return { code, step, startsUnixMs: step * periodSeconds * 1000, endsUnixMs: (step + 1) * periodSeconds * 1000 };
}
