import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { requireChromium } from '../../support/browsers.ts';
import { bundle } from './bundle.ts';
import type { PageFacts } from './page-facts.ts';
import { renderPage } from './render-page.ts';

/** What the detector said about one page; `indices` count the page's inputs, textareas and selects in document order. */
export type Verdict = {
  readonly kind: string;
  readonly indices: readonly number[];
  readonly reason?: string;
  readonly score?: number;
  readonly evidence?: readonly string[];
};

/** One way to run a detector; `script` leaves it in the global `name`. */
export type Run = {
  readonly name: string;
  readonly script: string;
  readonly enrolledHere: boolean;
  readonly mode: 'automatic' | 'request';
};

/** The shipped detector. */
export const detector = fileURLToPath(new URL('../../../lib/page/find-code-field.ts', import.meta.url));

// Runs inside the page, as text: there the detector is a global that Node's types do not know.
const look = ({ name, enrolledHere, mode }: Run): string => `(() => {
  const all = [];
  const visit = (root) => { for (const e of root.querySelectorAll('*')) {
    if (e.matches('input, textarea, select')) all.push(e);
    if (e.shadowRoot) visit(e.shadowRoot);
  } };
  visit(document);
  const anchor = document.querySelector('img, canvas, svg');
  const found = ${name}.findCodeField(document, { mode: '${mode}', enrolledHere: ${enrolledHere}, anchor });
  const chosen = found.field === undefined ? [] : found.field.kind === 'single' ? [found.field.input] : [...found.field.inputs];
  return { kind: found.kind, reason: found.reason, score: found.score, evidence: found.evidence,
    indices: chosen.map((input) => all.indexOf(input)) };
})()`;

async function judgePage(page: Page, runs: readonly Run[], facts: PageFacts): Promise<Verdict[]> {
  await page.setContent(renderPage(facts));
  const verdicts: Verdict[] = JSON.parse(String(await page.evaluate(`JSON.stringify([${runs.map(look).join()}])`)));
  return verdicts;
}

/** Pages and the detectors that look at them. */
export type Job = { readonly pages: readonly PageFacts[]; readonly runs: readonly Run[] };

/** Renders every page of every job once in Chromium and runs the job's detectors in it: for each job a list of verdicts a detector. */
export async function runJobs(jobs: readonly Job[]): Promise<Verdict[][][]> {
  const browser: Browser = await puppeteer.launch({
    executablePath: requireChromium(),
    pipe: true,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  try {
    const page = await browser.newPage();
    const answers: Verdict[][][] = [];
    for (const { pages, runs } of jobs) {
      // A page's new content keeps its globals, so that the word tables are compiled once.
      for (const script of new Set(runs.map((run) => run.script))) await page.evaluate(script);
      const verdicts: Verdict[][] = [];
      for (const facts of pages) verdicts.push(await judgePage(page, runs, facts));
      answers.push(runs.map((_, run) => verdicts.flatMap((of) => of.slice(run, run + 1))));
    }
    return answers;
  } finally {
    await browser.close();
  }
}

/**
 * Runs the shipped detector in every page, in automatic mode.
 * @param enrolledHere whether the detector is told that an entry of the page's origin exists
 */
export async function runDetector(pages: readonly PageFacts[], enrolledHere: boolean): Promise<Verdict[]> {
  const script = await bundle(detector, 'detector');
  const run = { name: 'detector', script, enrolledHere, mode: 'automatic' } as const;
  const [[verdicts = []] = []] = await runJobs([{ pages, runs: [run] }]);
  return verdicts;
}
