import { type PageFacts, wantsCode } from './page-facts.ts';

/** A page and whether the detector did right there. */
export type Judged = { readonly page: PageFacts; readonly ok: boolean };

/** One demanded app: its row of the table, and the line that says what is wrong, or null. */
export type Demand = { readonly sentence: string; readonly error: string | null };

const tally = (of: readonly Judged[]): string => `${of.filter(({ ok }) => ok).length}/${of.length}`;

/**
 * Judges the demand that everything is right on every challenge, enrolment and trap of the apps whose name starts with a prefix.
 * Pages of sent codes have a figure of their own. An app without a page fails, so that a shorter corpus cannot hide it.
 */
export function judgeDemand(prefix: string, rows: readonly Judged[]): Demand {
  const of = rows.filter(({ page }) => page.app.startsWith(prefix) && page.kind !== 'sms-code');
  const wanted = of.filter(({ page }) => wantsCode(page));
  const traps = of.filter(({ page }) => !wantsCode(page));
  const wrong = of.filter(({ ok }) => !ok);
  const count = `${String(of.length).padStart(3)} pages  right ${tally(of).padStart(6)}`;
  const parts = wanted.length === 0 ? `traps only ${tally(traps)}` : `boxes ${tally(wanted)}, silent ${tally(traps)}`;
  const sentence = `DEMAND ${prefix.padEnd(12)} ${count}  ${of.length === 0 ? 'no page' : parts}`;
  if (of.length === 0) return { sentence, error: `ERROR ${prefix}: the corpus has no page of it` };
  const named = wrong.map(({ page }) => page.id).join(', ');
  return { sentence, error: wrong.length === 0 ? null : `ERROR ${prefix}: wrong on ${named}` };
}
