import { err, ok, type Result } from '../result.ts';
import { MAX_CORRECTION } from '../vault/content.ts';
import type { ClockCorrection, VaultContent } from '../vault/entry.ts';
import { isWhole } from '../vault/shape.ts';
import { type ClockCheck, RIGHT_WITHIN_MS } from './clock-check.ts';
import { wasClockSet } from './clock-set.ts';
import type { MutateError } from './vault-answers.ts';
import type { Clock, SessionStore } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** The time that codes are made by: this computer's, moved by the correction that the customer accepted. */
export type CodeTime = {
  /** Seconds added to this computer's clock, negative for one that is ahead; 0 without a correction. */
  readonly correctionSeconds: number;
  /** Unix milliseconds, corrected. */
  nowUnixMs(): number;
  /** When this computer's own clock shows what is `unixMs` in corrected time; for everything that is waited for or counted down. */
  onThisClock(unixMs: number): number;
};

/** Where the time of codes comes from; asked anew for each use, so that nothing goes on with a correction that has ended. */
export type CodeClock = {
  now(): Promise<CodeTime>;
  /** The same where the vault was just read, and that is what was in it. */
  nowBy(content: VaultContent): Promise<CodeTime>;
  /** Adds so many whole seconds from now on; `out-of-range` for a number that no check would offer. */
  correct(seconds: number): Promise<Result<null, 'out-of-range' | MutateError>>;
  /** Ends the correction, if there is one. */
  stop(): Promise<Result<null, MutateError>>;
};

const SEEN = 'codes.seen';
const SECOND_MS = 1_000;
const NOTED_EVERY_MS = 60_000;

const isCorrection = (seconds: unknown): seconds is number =>
  isWhole(seconds, -MAX_CORRECTION, MAX_CORRECTION) && Math.abs(seconds) * SECOND_MS > RIGHT_WITHIN_MS;

/**
 * The correction that a check of the clock gives reason to offer.
 * @param nowSeconds the correction in force, 0 for none
 * @returns seconds to add to this computer's clock; null where the clock was not found off, is off by more than a day, or is
 * corrected by about as much already
 */
export function correctionFor(check: ClockCheck, nowSeconds: number): number | null {
  if (check.kind !== 'off' || !isCorrection(-check.bySeconds)) return null;
  return Math.abs(check.bySeconds + nowSeconds) * SECOND_MS > RIGHT_WITHIN_MS ? -check.bySeconds : null;
}

/** This computer's clock moved by so many seconds. */
export const codeTimeOf = (clock: Clock, correctionSeconds: number): CodeTime => ({
  correctionSeconds,
  nowUnixMs: () => clock.nowUnixMs() + correctionSeconds * SECOND_MS,
  onThisClock: (unixMs) => unixMs - correctionSeconds * SECOND_MS,
});

const isSame = (a: ClockCorrection, b: ClockCorrection | null): boolean =>
  a.seconds === b?.seconds && a.seenUnixMs === b.seenUnixMs;

/**
 * Keeps the correction in the sealed vault, where no page can write: a clock stays wrong when the browser ends. While the vault is
 * locked no codes are made, and nothing is corrected.
 * @param steadyMs milliseconds of a clock that nobody can set, from any beginning that lasts as long as this object
 */
export function createCodeClock(ports: {
  readonly clock: Clock;
  readonly vault: Pick<VaultRepository, 'read' | 'mutate'>;
  readonly session: SessionStore;
  readonly steadyMs: () => number;
}): CodeClock {
  const { clock, vault, session } = ports;
  const gap = (): number => clock.nowUnixMs() - ports.steadyMs();
  let lastGap = gap();
  const noteSeen = (): Promise<void> => session.set({ [SEEN]: clock.nowUnixMs() });

  /** The latest that the clock showed: at a look of this browser's run, or at a write of the vault. */
  async function lastSeen({ seenUnixMs }: ClockCorrection, { age }: VaultContent): Promise<number> {
    const noted = await session.get(SEEN);
    return Math.max(seenUnixMs, age.writtenUnixMs, typeof noted === 'number' ? noted : 0);
  }

  async function nowBy(content: VaultContent): Promise<CodeTime> {
    const jumpMs = gap() - lastGap;
    lastGap += jumpMs;
    const { correction } = content;
    if (correction === null) return codeTimeOf(clock, 0);
    const seenUnixMs = await lastSeen(correction, content);
    if (wasClockSet({ ...correction, seenUnixMs }, clock.nowUnixMs(), jumpMs)) {
      const end = (now: VaultContent) => (isSame(correction, now.correction) ? { ...now, correction: null } : now);
      const ended = await vault.mutate(end, { use: false });
      // What could not be written down is judged again.
      if (!ended.ok) lastGap -= jumpMs;
      return codeTimeOf(clock, 0);
    }
    if (clock.nowUnixMs() - seenUnixMs >= NOTED_EVERY_MS) await noteSeen();
    return codeTimeOf(clock, correction.seconds);
  }

  return {
    nowBy,
    async now() {
      const content = await vault.read({ use: false });
      // What was set meanwhile is judged once it is known whether there is a correction.
      return content.ok ? nowBy(content.value) : codeTimeOf(clock, 0);
    },
    async correct(seconds) {
      if (!isCorrection(seconds)) return err('out-of-range');
      const correction = { seconds, seenUnixMs: clock.nowUnixMs() };
      const saved = await vault.mutate((content) => ({ ...content, correction }));
      if (!saved.ok) return saved;
      // What was set before this correction was measured does not end it.
      lastGap = gap();
      await noteSeen();
      return ok(null);
    },
    async stop() {
      const saved = await vault.mutate((content) =>
        content.correction === null ? content : { ...content, correction: null },
      );
      return saved.ok ? ok(null) : saved;
    },
  };
}
