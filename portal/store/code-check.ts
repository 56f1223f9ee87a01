import { timingSafeEqual } from 'node:crypto';
import { hotp } from '../../lib/otp/hotp.ts';
import type { Bytes } from '../../lib/otp/parameters.ts';
import { canonicalCode, verifyCode } from '../../lib/otp/verify.ts';
import { parametersOf } from '../key-uri.ts';

const periodSeconds = 30;

const codeAt = (secret: Bytes, step: number): Buffer => Buffer.from(hotp(secret, 'SHA1', 6, step));

/**
 * The step (-1, 0 or +1 around now) whose code was typed and which is greater than `lastStep`; `undefined` otherwise.
 * No drift is recorded: customers' devices have clocks from the network, and a window that wanders is one to guess in.
 */
export const matchCode = (secret: Bytes, typed: string, nowMs: number, lastStep: number): number | undefined => {
  const parameters = parametersOf(secret);
  const verdict = verifyCode({ parameters, code: typed, nowUnixMs: nowMs, driftSteps: 0, lastAcceptedStep: lastStep });
  return verdict.kind === 'accepted' ? verdict.step : undefined;
};

/** The offsets from now, in steps of -reach..+reach, at which the typed code is the right one; every one is compared. */
export const codeSteps = (secret: Bytes, typed: string, nowMs: number, reach: number): number[] => {
  const code = canonicalCode(typed, 6);
  if (code === null) return [];
  const now = Math.floor(nowMs / 1000 / periodSeconds);
  return Array.from({ length: 2 * reach + 1 }, (_, n) => n - reach).filter(
    (offset) => now + offset >= 0 && timingSafeEqual(codeAt(secret, now + offset), Buffer.from(code)),
  );
};
