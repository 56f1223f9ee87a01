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

const detector = fileURLToPath(new URL('../../../lib/page/find-code-field.ts', import.meta.url));

// Runs inside the page, as text: there the detector is a global that Node's types do not know.
const look = (enrolledHere: boolean, mode: string): string => `(() => {
  const all = [];
  const visit = (root) => { for (const e of root.querySelectorAll('*')) {
    if (e.matches('input, textarea, select')) all.push(e);
    if (e.shadowRoot) visit(e.shadowRoot);
  } };
  visit(document);
  const anchor = document.querySelector('img, canvas, svg');
  const found = detector.findCodeField(document, { mode: '${mode}', enrolledHere: ${enrolledHere}, anchor });
  const chosen = found.field === undefined ? [] : found.field.kind === 'single' ? [found.field.input] : [...found.field.inputs];
  return JSON.stringify({ kind: found.kind, reason: found.reason, score: found.score, evidence: found.evidence,
    indices: chosen.map((input) => all.indexOf(input)) });
})()`;

async function judgePage(page: Page, script: string, facts: PageFacts, enrolledHere: boolean): Promise<Verdict> {
  await page.setContent(renderPage(facts));
  await page.evaluate(script);
  const verdict: Verdict = JSON.parse(String(await page.evaluate(look(enrolledHere, 'automatic'))));
  return verdict;
}

/**
 * Renders every page in Chromium and runs the detector in it, in automatic mode.
 * @param enrolledHere whether the detector is told that an entry of the page's origin exists
 */
export async function runDetector(pages: readonly PageFacts[], enrolledHere: boolean): Promise<Verdict[]> {
  const script = await bundle(detector, 'detector');
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
    const verdicts: Verdict[] = [];
    for (const facts of pages) verdicts.push(await judgePage(page, script, facts, enrolledHere));
    return verdicts;
  } finally {
    await browser.close();
  }
}
