import type { ClockCorrection } from '../vault/entry.ts';

// A clock that is steered a little by the system must not look like one that was set.
const STEERED_MS = 2_000;
const SECOND_MS = 1_000;

/**
 * Whether this computer's clock was surely set since a correction was last used. A clock that now shows less was set back. One
 * that ran ahead of a steady clock was set forward or the computer slept, which nothing here can tell apart, unless it ran ahead
 * by just what the correction adds: then it was set right.
 * @param correction the seconds added, and what the clock showed last as far as that is known
 * @param jumpMs by how much the clock ran ahead of a steady one since the last look in this context, negative for behind
 */
export function wasClockSet({ seconds, seenUnixMs }: ClockCorrection, nowUnixMs: number, jumpMs: number): boolean {
  if (nowUnixMs < seenUnixMs - STEERED_MS || jumpMs < -STEERED_MS) return true;
  return seconds > 0 && Math.abs(jumpMs - seconds * SECOND_MS) <= STEERED_MS + SECOND_MS;
}
