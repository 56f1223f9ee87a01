import { type ClockCheck, RIGHT_WITHIN_MS } from './clock-check.ts';
import { correctionFor } from './code-clock.ts';
import type { RefusedFill } from './filled-record.ts';

/** Why a site refused a code, as far as that is known. */
export type WhyRefused =
  /** The page shows another secret for the account than the one that made the code. */
  | { readonly kind: 'other-secret' }
  /** This computer's clock was off when the code was made; positive for ahead. */
  | { readonly kind: 'clock'; readonly bySeconds: number }
  /** The code's step was over when the site answered, by so many seconds; null where only the site says so. */
  | { readonly kind: 'late'; readonly seconds: number | null }
  /** The site says that the code was used before. */
  | { readonly kind: 'used' }
  | { readonly kind: 'unknown' };

/** A refusal as our own pages show it. */
export type Refusal = {
  /** Whose code it was; null where that is not known. */
  readonly entryId: string | null;
  readonly why: WhyRefused;
  /** Whether the code depends on the clock, so that checking it may tell more. */
  readonly askClock: boolean;
  /** Seconds that the codes may be corrected by; null where there is no reason to. */
  readonly offerSeconds: number | null;
};

/** Everything that is known of a refusal. */
export type RefusalFacts = {
  /** What was refused; null where only the refusal is known. */
  readonly refused: Pick<RefusedFill, 'entryId' | 'life' | 'answeredUnixMs' | 'siteSays'> | null;
  /** What a check of the clock measured lately; null without one. */
  readonly check: ClockCheck | null;
  /** Seconds that codes are corrected by now, 0 for none. */
  readonly correctionSeconds: number;
  /** Whether the page shows another secret for the account whose code was refused. */
  readonly otherSecret: boolean;
};

const SECOND_MS = 1_000;

function whyRefused({ refused, check, otherSecret }: RefusalFacts): WhyRefused {
  if (otherSecret) return { kind: 'other-secret' };
  if (refused === null) return { kind: 'unknown' };
  const { life, answeredUnixMs, siteSays } = refused;
  if (life !== null && check?.kind === 'off') {
    // What the code was corrected by was made up for already.
    const bySeconds = check.bySeconds + life.correctedSeconds;
    if (Math.abs(bySeconds) * SECOND_MS > RIGHT_WITHIN_MS) return { kind: 'clock', bySeconds };
  }
  if (siteSays === 'used') return { kind: 'used' };
  if (life !== null && answeredUnixMs !== null && answeredUnixMs > life.endsUnixMs)
    return { kind: 'late', seconds: Math.ceil((answeredUnixMs - life.endsUnixMs) / SECOND_MS) };
  return siteSays === 'late' ? { kind: 'late', seconds: null } : { kind: 'unknown' };
}

/**
 * Judges why a site refused a code: what is measured or seen comes before what the site says, and nothing is guessed. A verifier
 * may take a code for a step longer (RFC 6238 §5.2), so that `late` is the likely reason and not a certain one.
 */
export function judgeRefusal(facts: RefusalFacts): Refusal {
  const { refused, check, correctionSeconds } = facts;
  const why = whyRefused(facts);
  return {
    entryId: refused?.entryId ?? null,
    why,
    askClock: why.kind !== 'other-secret' && (refused === null || refused.life !== null),
    offerSeconds: why.kind === 'clock' && check !== null ? correctionFor(check, correctionSeconds) : null,
  };
}
