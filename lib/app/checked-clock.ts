import { isRecord } from '../vault/shape.ts';
import type { ClockCheck } from './clock-check.ts';
import type { Clock, SessionStore } from './vault-ports.ts';

const KEY = 'clock.checked';
// A clock may be set at any time, and a check does not hear of it.
const HOLDS_MS = 10 * 60_000;

function decodeCheck(value: unknown): ClockCheck | null {
  if (!isRecord(value)) return null;
  if (value.kind === 'right') return { kind: 'right' };
  return value.kind === 'off' && typeof value.bySeconds === 'number'
    ? { kind: 'off', bySeconds: value.bySeconds }
    : null;
}

/** What was measured, at which exact origin, and when. */
export type MeasuredAt = { readonly check: ClockCheck; readonly origin: string; readonly atUnixMs: number };

/** Remembers what the last check of the clock measured, and at which exact origin, in memory that ends with the browser. */
export function createCheckedClock(session: SessionStore, clock: Clock) {
  return {
    /** Notes a measurement; a check that measured nothing leaves the one before. */
    async note(check: ClockCheck, origin: string): Promise<void> {
      if (check.kind !== 'unknown') await session.set({ [KEY]: { check, origin, atUnixMs: clock.nowUnixMs() } });
    },
    /**
     * What was measured at an origin in the last ten minutes; null for nothing, or when the clock was set back since. What another
     * site says of the time is no reason to correct the codes of this one.
     */
    async last(origin: string): Promise<ClockCheck | null> {
      const kept = await session.get(KEY);
      if (!isRecord(kept) || kept.origin !== origin || typeof kept.atUnixMs !== 'number') return null;
      const ageMs = clock.nowUnixMs() - kept.atUnixMs;
      return ageMs >= 0 && ageMs < HOLDS_MS ? decodeCheck(kept.check) : null;
    },
    /** What was measured last, anywhere, since the browser began; null for nothing, or when the clock was set back since. */
    async latest(): Promise<MeasuredAt | null> {
      const kept = await session.get(KEY);
      if (!isRecord(kept) || typeof kept.origin !== 'string' || typeof kept.atUnixMs !== 'number') return null;
      const check = decodeCheck(kept.check);
      const { origin, atUnixMs } = kept;
      return check === null || clock.nowUnixMs() < atUnixMs ? null : { check, origin, atUnixMs };
    },
  };
}

/** What was measured of this computer's clock. */
export type CheckedClock = ReturnType<typeof createCheckedClock>;
