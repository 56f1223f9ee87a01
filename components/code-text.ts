import type { Grouping } from '../lib/app/habits.ts';
import type { EntryView } from './view-models.ts';

/**
 * A code in groups for the eye. In threes: 6 → 3+3, 8 → 4+4, 7 → 3+4, 9 → 3+3+3, 10 → 3+3+4; 5 or fewer stay whole. In pairs: the last
 * of an odd number takes three.
 */
export function groupCode(code: string, grouping: Grouping = 'threes'): readonly string[] {
  if (grouping === 'pairs') return code.match(/..(?=..)|.+$/gs) ?? [code];
  if (grouping === 'whole' || code.length <= 5) return [code];
  if (code.length === 8) return [code.slice(0, 4), code.slice(4)];
  const groups: string[] = [];
  let start = 0;
  while (code.length - start > 4) {
    groups.push(code.slice(start, start + 3));
    start += 3;
  }
  return [...groups, code.slice(start)];
}

/** A code spelled for a screen reader, so that it is read character by character. */
export function spellCode(code: string): string {
  return Array.from(code).join(' ');
}

/** A code as people say it: its digits in pairs, three at the end of an odd number; letters one by one. */
export function pairCode(code: string): string {
  if (!/^\d+$/.test(code)) return spellCode(code);
  return code.replaceAll(/\d\d(?=\d\d)/g, '$& ');
}

/** Whole seconds until `endsUnixMs`, rounded up and never below 0. */
export function secondsLeft(endsUnixMs: number, nowUnixMs: number): number {
  return Math.max(0, Math.ceil((endsUnixMs - nowUnixMs) / 1000));
}

// Long enough to read and type the next code, short enough not to be mistaken for the current one.
const nextCodeShownSeconds = 5;

/** Whether a code by time is about to end, so that the next one is of use. */
export const isEnding = ({ kind, endsUnixMs }: Pick<EntryView, 'kind' | 'endsUnixMs'>, nowUnixMs: number): boolean =>
  kind !== 'hotp' && secondsLeft(endsUnixMs, nowUnixMs) <= nextCodeShownSeconds;

/** Seconds with their sign, a true minus for negative ones. */
export const signed = (seconds: number): string => (seconds < 0 ? `\u2212${-seconds}` : `+${seconds}`);
