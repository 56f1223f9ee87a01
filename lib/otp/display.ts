import type { Code } from './code.ts';

/** Splits digits into groups that are easy to read: `123 456`, `1234 5678`, `123 456 789`; a Steam code stays whole. */
export function groupDigits(code: string): string {
  if (code.length <= 5 || !/^[0-9]+$/.test(code)) return code;
  const size = code.length % 3 === 0 ? 3 : Math.ceil(code.length / 2);
  return code.replace(new RegExp(`(.{${size}})(?=.)`, 'g'), '$1 ');
}

/** Whole seconds for which a code is still shown, rounded up, 0 when it is over; Infinity for a counter-based code. */
export const secondsLeft = ({ endsUnixMs }: Code, nowUnixMs: number): number =>
  Math.max(0, Math.ceil((endsUnixMs - nowUnixMs) / 1000));
