import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundle } from '../score/fields/bundle.ts';
import { launchChromium } from '../support/e2e/chromium.ts';
import { type BrowserName, browsers } from '../support/e2e/driver.ts';
import { launchFirefox } from '../support/e2e/firefox.ts';
import { fieldOf } from '../support/faults/answer.ts';
import { rounds } from './amount.ts';
import { type Sample, summarise } from './measure.ts';
import { changeRoot, fillRoot } from './news-page.ts';
import { pageBeside } from './page-beside.ts';
import { type Line, type Topic, timesTable, verdictsOf } from './topic.ts';

/** What the content script costs a page that has neither box nor code, in ms of its main thread. */
type PageCost = {
  readonly name: BrowserName;
  readonly elements: number;
  /** The look when it comes into a document of 5 000 elements. */
  readonly look: Sample;
  /** All its looks together while 10 000 attributes of that document change. */
  readonly changes: Sample;
};

const REPEATS = rounds(20);
const launchers = { chromium: launchChromium, firefox: launchFirefox } as const;

// What the script does while the cards change: its timer is the only thing that runs then.
const measured = (watcher: string): string => `(async () => {
  ${watcher}
  const root = document.querySelector('#root');
  ${fillRoot}
  const timer = setTimeout;
  const rest = (ms) => new Promise((resolve) => timer(resolve, ms));
  await rest(50);
  let changes = 0;
  window.setTimeout = (act, ms) => timer(() => {
    const startMs = performance.now();
    act();
    changes += performance.now() - startMs;
  }, ms);
  const startMs = performance.now();
  const end = watcher.watchForMore(document, async () => true, watcher.isWorthReading);
  const look = performance.now() - startMs;
  ${changeRoot}
  end();
  window.setTimeout = timer;
  return { elements: document.querySelectorAll('*').length, look, changes };
})()`;

/** Measures the script that is registered for allowed sites, in a plain page of each real browser. */
async function measurePageCost(): Promise<readonly PageCost[]> {
  const watcher = await bundle(resolve(import.meta.dirname, 'page-room.ts'), 'watcher');
  const results: PageCost[] = [];
  for (const name of browsers) {
    const profile = mkdtempSync(join(tmpdir(), 'doorcode-bench-'));
    const browser = await launchers[name]({ profile });
    try {
      const page = await browser.newPage();
      const runs: unknown[] = [];
      for (let run = 0; run <= REPEATS; run += 1) {
        await page.goto('about:blank');
        await page.setContent('<!doctype html><title>News</title><div id="root"></div>');
        const one: unknown = await page.evaluate(measured(watcher));
        if (run > 0) runs.push(one);
      }
      const sample = (field: string): Sample => summarise(runs.map((one) => Number(fieldOf(one, field))));
      const elements = Number(fieldOf(runs[0], 'elements'));
      results.push({ name, elements, look: sample('look'), changes: sample('changes') });
    } finally {
      await browser.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  }
  return results;
}

/** What a page without a box costs where filling by itself was allowed. */
export async function pageTopic(): Promise<Topic> {
  const beside = await pageBeside();
  const lines: readonly Line[] = (await measurePageCost()).flatMap(({ name, elements, look, changes }) => [
    { what: `${name}: the look at ${elements.toLocaleString('en-US')} elements`, sample: look, mostMs: 5 },
    { what: `${name}: all looks during 10,000 changes`, sample: changes, mostMs: 50 },
  ]);
  return {
    title: 'Pages without a box',
    text: `The script that comes into every document of a site where filling by itself was allowed, in a page of cards with neither box nor
picture. No other site has any of it.`,
    parts: [beside.part, `The script by itself\n\n${timesTable(lines)}`],
    verdicts: [...beside.verdicts, ...verdictsOf(lines)],
    charts: [],
  };
}
