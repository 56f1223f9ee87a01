import type { Page } from 'puppeteer-core';
import { qrPng } from '../../portal/qr-picture.ts';
import { serveSmallSite } from '../support/e2e/small-site.ts';
import { rounds } from './amount.ts';
import { barChart } from './chart.ts';
import { interleave } from './measure.ts';
import type { Seeded } from './seeded-browser.ts';
import { type Line, type Topic, timesTable, verdictsOf } from './topic.ts';

const screens = [
  { width: 1366, height: 768, mostMs: 300 },
  { width: 3840, height: 2160, mostMs: 600 },
] as const;

const keyUri = 'otpauth://totp/Service:customer@example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Service';

/** A page that enrols: writing all over it, and the code as a picture, a fifth of the window high. */
const page = `<style>body { font: 2vh sans-serif; columns: 3; } img { height: 20vh; }</style><h1>Two-factor authentication</h1>
<img alt="QR code" src="data:image/png;base64,${qrPng(keyUri, 5).toString('base64')}">
${'<p>Scan the code with your app, then type the six digits that it shows into the box below, and keep the backup codes.</p>'.repeat(40)}`;

// Said with the popup's own clock, which began with its navigation, so that nobody waits for the driver's question.
const cardPainted = `new Promise((done) => {
  const look = () => {
    if (document.querySelector('section.card dl') === null) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => done(performance.timeOrigin + performance.now());
    port1.postMessage(0);
  };
  look();
})`;

const isPopup = (target: { url(): string }): boolean => target.url().endsWith('/popup.html');

async function pressAndWait({ browser }: Seeded, shown: Page): Promise<number> {
  await shown.bringToFront();
  const [extension] = (await browser.extensions()).values();
  if (extension === undefined) throw new Error('Chromium did not load the extension');
  const startMs = performance.timeOrigin + performance.now();
  const [target] = await Promise.all([browser.waitForTarget(isPopup), extension.triggerAction(shown)]);
  const popup = await target.asPage();
  const endMs = Number(await popup.evaluate(cardPainted));
  await popup.close();
  return endMs - startMs;
}

/** How long a press of the toolbar button takes until the popup shows the account of the code in the page. */
export async function cardTopic(seeded: Seeded): Promise<Topic> {
  const site = await serveSmallSite(() => ({ '/': { body: page } }));
  try {
    const tabs: { readonly name: string; readonly tab: Page }[] = [];
    for (const { width, height } of screens) {
      const tab = await seeded.browser.newPage();
      await tab.setViewport({ width, height });
      await tab.goto(`${site.at(`screen-${width}`)}/`);
      tabs.push({ name: `${width} × ${height}`, tab });
    }
    const samples = await interleave(
      tabs.map(({ name, tab }) => ({ name, run: () => pressAndWait(seeded, tab) })),
      rounds(30),
      60_000,
    );
    for (const { tab } of tabs) await tab.close();
    const lines = screens.flatMap(({ width, height, mostMs }): readonly Line[] => {
      const sample = samples.get(`${width} × ${height}`);
      return sample === undefined
        ? []
        : [{ what: `pressed until the card is painted, ${width} × ${height}`, sample, mostMs }];
    });
    const title = 'Button pressed until the card of the scanned code is painted (p95, logarithmic)';
    const bars = lines.map(({ what, sample, mostMs = null }) => ({
      name: what.replace(/.*painted, /, ''),
      value: sample.p95,
      target: mostMs,
    }));
    return {
      title: 'From the button to the card',
      text: `In Chromium: the toolbar button is pressed on a page that shows a code, the popup opens, reads the page, and shows the account. The button
is pinned, and the press is the driver's, whose own part is in the time.`,
      parts: [timesTable(lines)],
      verdicts: verdictsOf(lines),
      charts: [{ name: 'benchmarks-card', title, svg: barChart(title, 'ms', bars) }],
    };
  } finally {
    await site.close();
  }
}
