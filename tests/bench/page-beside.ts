import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { serveSmallSite } from '../support/e2e/small-site.ts';
import { rounds } from './amount.ts';
import { allowHere } from './automatic-fill.ts';
import { summarise } from './measure.ts';
import { changeRoot, fillRoot } from './news-page.ts';
import { closeAll, openSeeded, seededEntry, startChromium } from './seeded-browser.ts';
import { number, table, type Verdict, word } from './topic.ts';

const most = { load: 5, changes: 50, heap: 2 } as const;
const MB = 2 ** 20;

// Changed later, so that loading and changing are measured apart.
const news = `<div id="root"></div><script>
const root = document.querySelector('#root');
${fillRoot}
</script>`;
const change = `(async () => {
  const root = document.querySelector('#root');
  const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  ${changeRoot}
})()`;

// What any script of any extension costs a page, which is the browser's own part.
function emptyExtension(folder: string): string {
  mkdirSync(folder);
  const script = { matches: ['http://*.localhost/*'], js: ['empty.js'], all_frames: true };
  const manifest = { manifest_version: 3, name: 'Empty', version: '1', content_scripts: [script] };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'empty.js'), '0;');
  return folder;
}

type Cost = { readonly load: number; readonly changes: number; readonly heap: number };

/** One visit, in the time that the page's main thread worked, which a busy machine does not change, and what its heap holds after. */
async function visit(page: Page, url: string): Promise<Cost> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spentMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  const start = await spentMs();
  await page.goto(url, { waitUntil: 'load' });
  // What comes once a document is idle has come.
  await page.evaluate('new Promise((done) => setTimeout(done, 300))');
  const loaded = await spentMs();
  await page.evaluate(change);
  const changed = await spentMs();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { load: loaded - start, changes: changed - loaded, heap: usedSize / MB };
}

/** What a page without a box costs at an allowed site, against the same page in a browser without the extension. */
export async function pageBeside(): Promise<{ readonly part: string; readonly verdicts: readonly Verdict[] }> {
  const site = await serveSmallSite(() => ({ '/': { body: news } }));
  const folder = mkdtempSync(join(tmpdir(), 'doorcode-bench-'));
  const browsers: Browser[] = [];
  try {
    const origin = site.at('news');
    const seeded = await openSeeded(
      join(folder, 'with'),
      [{ ...seededEntry(0), origins: [origin] }],
      ['http://*.localhost/*'],
    );
    const without = await startChromium(join(folder, 'without'), null);
    const empty = await startChromium(join(folder, 'empty'), emptyExtension(join(folder, 'empty-extension')));
    browsers.push(seeded.browser, without, empty);
    const tabs = {
      with: await seeded.browser.newPage(),
      without: await without.newPage(),
      empty: await empty.newPage(),
    };
    await tabs.with.goto(`${origin}/`);
    await allowHere(seeded, origin);
    const costs: Readonly<Record<keyof typeof tabs, Cost[]>> = { with: [], without: [], empty: [] };
    const names = ['with', 'without', 'empty'] as const;
    const count = rounds(20);
    for (let round = 0; round <= count; round += 1) {
      for (let index = 0; index < names.length; index += 1) {
        const name = names[(index + round) % names.length] ?? 'with';
        const cost = await visit(tabs[name], `${origin}/`);
        if (round > 0) costs[name].push(cost);
      }
    }
    const median = (name: keyof typeof costs, what: keyof Cost): number =>
      summarise(costs[name].map((cost) => cost[what])).median;
    const rows = [
      ['load', 'loading the page, ms of its main thread', 'ms'],
      ['changes', '10,000 changes in it, ms of its main thread', 'ms'],
      ['heap', 'heap of JavaScript after that, MB', 'MB'],
    ] as const;
    const more = (what: keyof Cost): number => median('with', what) - median('without', what);
    return {
      part: `In Chromium, the whole page\n\n${table(
        ['what', 'with', 'without', 'more', 'target', 'an empty script of an empty extension, more'],
        rows.map(([what, words, unit]) => [
          words,
          number(median('with', what)),
          number(median('without', what)),
          number(more(what)),
          `${most[what]} ${unit}: ${word(more(what) <= most[what])}`,
          number(median('empty', what) - median('without', what)),
        ]),
      )}`,
      verdicts: rows.map(([what, words, unit]) => ({
        what: `page without a box: ${words.replace(/, [^,]*$/, '')}`,
        found: `${number(more(what))} ${unit} more`,
        target: `≤ ${most[what]} ${unit} more`,
        met: more(what) <= most[what],
      })),
    };
  } finally {
    await closeAll(browsers, folder);
    await site.close();
  }
}
