import type { CDPSession } from 'puppeteer-core';
import { cycles } from './amount.ts';
import { openPopup } from './popup-opening.ts';
import type { Seeded } from './seeded-browser.ts';
import { number, type Topic, table } from './topic.ts';

const MB = 2 ** 20;
const MOST_GROWTH = 0.5;

/** What the heap of a target holds after its garbage is collected, in MB. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / MB;
}

/**
 * What popup and service worker hold with the most accounts, and whether opening and closing the popup lets it grow. `openPopup` marks
 * what it paints, so this runs after the popup was measured.
 */
export async function memoryTopic(seeded: Seeded, count: number): Promise<Topic> {
  const { browser, page, base } = seeded;
  const worker = await browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().endsWith('/background.js'),
  );
  const background = await worker.createCDPSession();
  const popup = await page.createCDPSession();
  await openPopup(seeded);
  const idle = await heapOf(background);
  await page.goto(`${base}popup.html`);
  await page.waitForFunction('globalThis.doorcodeMarks?.painted !== undefined');
  const [shown, whileShown] = [await heapOf(popup), await heapOf(background)];
  await page.goto('about:blank');
  // The first ones fill what is kept on purpose.
  for (let turn = 0; turn < Math.min(20, cycles); turn += 1) await openPopup(seeded);
  const [before, pageBefore] = [await heapOf(background), await heapOf(popup)];
  const startMs = performance.now();
  for (let turn = 0; turn < cycles; turn += 1) await openPopup(seeded);
  const seconds = (performance.now() - startMs) / 1000;
  const [growth, pageGrowth] = [(await heapOf(background)) - before, (await heapOf(popup)) - pageBefore];
  await background.detach();
  await popup.detach();
  const times = cycles.toLocaleString('en-US');
  return {
    title: 'Memory',
    text: `The heap of JavaScript after its garbage was collected, in Chromium, ${count.toLocaleString('en-US')} accounts, the vault open. The popup was opened and closed ${times} times in
${number(seconds)} seconds.`,
    parts: [
      table(
        ['what', 'MB'],
        [
          ['popup open', number(shown)],
          ['service worker while it is', number(whileShown)],
          ['service worker idle', number(idle)],
          [`service worker, growth over ${times} openings`, number(growth)],
          [`page of the popup, growth over ${times} openings`, number(pageGrowth)],
        ],
      ),
    ],
    verdicts: [
      {
        what: `memory after the popup was opened and closed ${times} times`,
        found: `${growth >= 0 ? '+' : ''}${number(growth)} MB in the service worker, ${pageGrowth >= 0 ? '+' : ''}${number(pageGrowth)} MB in the page`,
        target: `no growth (≤ ${MOST_GROWTH} MB)`,
        met: growth <= MOST_GROWTH && pageGrowth <= MOST_GROWTH,
      },
    ],
    charts: [],
  };
}
