import type { Sample } from './measure.ts';

/** What a target asks for, and whether it is met. */
export type Verdict = {
  readonly what: string;
  readonly found: string;
  readonly target: string;
  readonly met: boolean;
  /** What was found and what was asked for as times, where they are; both in ms. */
  readonly wait?: { readonly ms: number; readonly mostMs: number };
};

/** A chart of a topic: the name of its file without its ending, what it shows in words, and the SVG. */
export type Chart = { readonly name: string; readonly title: string; readonly svg: string };

/** One topic of the page: what was measured, as Markdown, and what came of its targets. */
export type Topic = {
  readonly title: string;
  readonly text: string;
  readonly parts: readonly string[];
  readonly verdicts: readonly Verdict[];
  readonly charts: readonly Chart[];
};

/** A line of a table of times; `mostMs`: what 95 of 100 must not exceed. */
export type Line = { readonly what: string; readonly sample: Sample; readonly mostMs?: number };

/** A number in few digits. */
export const number = (value: number): string =>
  Math.abs(value) < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en-US');

/** How often `of` goes into a value. */
export const times = (value: number, of: number): string => `${(value / of).toFixed(2)} ×`;

/** A Markdown table; all columns but the first stand to the right. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

/** Median, 95th percentile and number of repeats. */
export const figures = ({ median, p95, repeats }: Sample): readonly [string, string, string] => [
  number(median),
  number(p95),
  String(repeats),
];

/** `met` or what stands out. */
export const word = (met: boolean): string => (met ? 'met' : '**missed**');

/** A table of times with their targets. */
export const timesTable = (lines: readonly Line[]): string =>
  table(
    ['what', 'median ms', 'p95 ms', 'repeats', 'target'],
    lines.map(({ what, sample, mostMs }) => [
      what,
      ...figures(sample),
      mostMs === undefined ? '' : `p95 ${mostMs.toLocaleString('en-US')} ms: ${word(sample.p95 <= mostMs)}`,
    ]),
  );

/** What came of the targets of lines. */
export const verdictsOf = (lines: readonly Line[]): readonly Verdict[] =>
  lines.flatMap(({ what, sample, mostMs }) =>
    mostMs === undefined
      ? []
      : [
          {
            what,
            found: `p95 ${number(sample.p95)} ms`,
            target: `p95 ≤ ${mostMs.toLocaleString('en-US')} ms`,
            met: sample.p95 <= mostMs,
            wait: { ms: sample.p95, mostMs },
          },
        ],
  );
