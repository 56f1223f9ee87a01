import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serveSmallSite } from '../support/e2e/small-site.ts';
import { rounds } from './amount.ts';
import { summarise } from './measure.ts';
import { ask, closeAll, expectKind, openSeeded, type Seeded, seededEntry } from './seeded-browser.ts';
import { type Line, type Topic, timesTable, verdictsOf } from './topic.ts';

const MOST_MS = 100;
const PATIENCE_MS = 10_000;
const [STEP_MS, LEAST_LEFT_MS] = [30_000, 8_000];

// The page's own clock: from the form's coming to the event that a code was written.
const addBox = `new Promise((done, fail) => {
  setTimeout(() => fail(new Error('no code came')), ${PATIENCE_MS});
  document.addEventListener('input', ({ target }) => {
    if (/^\\d{6}$/.test(target.value)) done(performance.now() - startMs);
  }, true);
  const startMs = performance.now();
  document.querySelector('main').innerHTML = '<h1>Two-factor authentication</h1><form><label for="code">Authentication code</label>' +
    '<input id="code" name="code" autocomplete="one-time-code" inputmode="numeric" maxlength="6"><button>Verify</button></form>';
})`;

/** Lets codes be filled by themselves at the origin of the tab in front, as a press in its popup does. */
export async function allowHere({ page }: Seeded, origin: string): Promise<void> {
  const tabs = `chrome.tabs.query({ url: '${origin.replace(/:\d+$/, '')}/*' }).then(([tab]) => tab.id)`;
  const tabId = Number(await page.evaluate(tabs));
  expectKind(await ask(page, { kind: 'want-automatic', tabId, shown: origin }), 'done');
}

/** A code that is about to end is waited for, so that it does not end before it is typed: no time of ours. */
async function farFromTheEnd(): Promise<void> {
  const leftMs = STEP_MS - (Date.now() % STEP_MS);
  if (leftMs < LEAST_LEFT_MS) await pause(leftMs + 100);
}

/** How long it takes from a box's coming until the code stands in it, at a site where that was allowed. */
export async function fillTopic(): Promise<Topic> {
  const site = await serveSmallSite(() => ({ '/': { body: '<main><p>Welcome</p></main>' } }));
  const folder = mkdtempSync(join(tmpdir(), 'doorcode-bench-'));
  const count = rounds(30) + 1;
  const origins = Array.from({ length: count }, (_, index) => site.at(`fill-${index}`));
  const entries = origins.map((origin, index) => ({ ...seededEntry(index), origins: [origin] }));
  const seeded = await openSeeded(join(folder, 'fill'), entries, ['http://*.localhost/*']);
  try {
    const taken: number[] = [];
    const tab = await seeded.browser.newPage();
    // A code is filled once, so each time is at another site, with another account.
    for (const origin of origins) {
      await tab.goto(`${origin}/`);
      await allowHere(seeded, origin);
      await tab.goto(`${origin}/`);
      await farFromTheEnd();
      // The watcher comes once the document is idle; a box of its own time comes later.
      await pause(300);
      taken.push(Number(await tab.evaluate(addBox)));
    }
    // The first one starts what the others find running.
    const lines: readonly Line[] = [
      { what: 'box appears until it is filled by itself', sample: summarise(taken.slice(1)), mostMs: MOST_MS },
    ];
    return {
      title: 'Filled by itself',
      text: `In Chromium, at sites where filling by itself was allowed: a script of the page puts a form with a box for codes into it; the time ends with the
event of the code in the box.`,
      parts: [timesTable(lines)],
      verdicts: verdictsOf(lines),
      charts: [],
    };
  } finally {
    await closeAll([seeded.browser], folder);
    await site.close();
  }
}
