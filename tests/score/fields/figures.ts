import { type PageFacts, rightIndices, wantsCode } from './page-facts.ts';
import type { Verdict } from './run-detector.ts';

/** A page, what the detector said there, and whether that was right. */
export type Row = { readonly page: PageFacts; readonly verdict: Verdict; readonly ok: boolean };

/** Percentages, as the last line of `score:fields` has them. */
export type Figures = {
  readonly pages: number;
  readonly rightByApp: number;
  readonly rightSplit: number;
  readonly rightOtherLanguages: number;
  readonly falseFill: number;
  readonly smsFilled: number;
};

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10);
const same = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((value, at) => value === other[at]);

function isRight(page: PageFacts, { kind, indices }: Verdict): boolean {
  return wantsCode(page) ? kind === 'found' && same(indices, rightIndices(page)) : kind !== 'found';
}

/** Pairs pages with what was said of them. */
export const judgeVerdicts = (pages: readonly PageFacts[], verdicts: readonly Verdict[]): Row[] =>
  pages.map((page, at) => {
    const verdict = verdicts[at] ?? { kind: 'none', indices: [] };
    return { page, verdict, ok: isRight(page, verdict) };
  });

/** Sums up; `rightByApp` averages over apps, so that one with many pages counts no more than another. */
export function figuresOf(rows: readonly Row[]): Figures {
  const share = (of: readonly Row[]): number => percent(of.filter(({ ok }) => ok).length, of.length);
  const wanted = rows.filter(({ page }) => wantsCode(page));
  const sms = rows.filter(({ page }) => page.kind === 'sms-code');
  const traps = rows.filter(({ page }) => !wantsCode(page) && page.kind !== 'sms-code');
  const shares = [...Map.groupBy(wanted, ({ page }) => page.app).values()].map(
    (of) => of.filter(({ ok }) => ok).length / of.length,
  );
  return {
    pages: rows.length,
    rightByApp: percent(
      shares.reduce((sum, one) => sum + one, 0),
      shares.length,
    ),
    rightSplit: share(wanted.filter(({ page }) => page.split === true)),
    rightOtherLanguages: share(wanted.filter(({ page }) => page.lang !== 'en')),
    falseFill: percent(traps.filter(({ ok }) => !ok).length, traps.length),
    smsFilled: percent(sms.filter(({ ok }) => !ok).length, sms.length),
  };
}
