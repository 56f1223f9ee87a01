import { timingSafeEqual } from 'node:crypto';
import { hotp } from '../../lib/otp/hotp.ts';
import type { Bytes } from '../../lib/otp/parameters.ts';

/** The portal's time step in seconds (RFC 6238 §4.1). */
export const periodSeconds = 30;

const codeAt = (secret: Bytes, step: number): Buffer => Buffer.from(hotp(secret, 'SHA1', 6, step));

/**
 * The step (-1, 0 or +1 around now) whose code was typed and which is greater than `lastStep`; `undefined` otherwise.
 * ASCII spaces are removed, then it must be six ASCII digits; every step is computed and compared in constant time.
 */
export const matchCode = (secret: Bytes, typed: string, nowMs: number, lastStep: number): number | undefined => {
  const code = typed.replaceAll(' ', '');
  if (typed.length > 32 || !/^[0-9]{6}$/.test(code)) return undefined;
  const now = Math.floor(nowMs / 1000 / periodSeconds);
  const found = [now - 1, now, now + 1].filter((step) => timingSafeEqual(codeAt(secret, step), Buffer.from(code)));
  return found.find((step) => step > lastStep);
};

/** The offsets from now, in steps of -reach..+reach, at which the typed code is the right one; every one is compared. */
export const codeSteps = (secret: Bytes, typed: string, nowMs: number, reach: number): number[] => {
  const code = typed.replaceAll(' ', '');
  if (typed.length > 32 || !/^[0-9]{6}$/.test(code)) return [];
  const now = Math.floor(nowMs / 1000 / periodSeconds);
  return Array.from({ length: 2 * reach + 1 }, (_, n) => n - reach).filter(
    (offset) => now + offset >= 0 && timingSafeEqual(codeAt(secret, now + offset), Buffer.from(code)),
  );
};
