import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rounds } from './amount.ts';
import { openBare } from './bare-popup.ts';
import { barChart } from './chart.ts';
import { interleave, type Sample, summarise } from './measure.ts';
import { closeAll, type Seeded } from './seeded-browser.ts';
import { type Line, number, type Topic, table, timesTable, verdictsOf } from './topic.ts';

// The popup draws at first what it shows at first, and the rest soon after, or on the way down.
const drawnAtFirst = 6;
// What the browser takes for a page of an extension that does nothing else.
const [BARE, BARE_ROWS] = ['a bare page with 11 rows', 11];
const mostMs: ReadonlyMap<number, number> = new Map([
  [10, 80],
  [1000, 150],
]);

// Runs before the popup's own script: notes when each message was answered and when the last row was painted.
const watchRows = (count: number): string => `
  globalThis.doorcodeMarks = {};
  const mark = (name) => { globalThis.doorcodeMarks[name] ??= performance.now(); };
  const send = chrome.runtime?.sendMessage.bind(chrome.runtime);
  if (send !== undefined) chrome.runtime.sendMessage = (message, ...rest) => {
    mark('asked ' + message?.kind);
    const answered = (answer) => { mark('answered ' + message?.kind); return answer; };
    const at = rest.findIndex((one) => typeof one === 'function');
    if (at < 0) return send(message, ...rest).then(answered);
    return send(message, ...rest.with(at, (answer) => rest[at](answered(answer))));
  };
  const query = chrome.tabs?.query.bind(chrome.tabs);
  if (query !== undefined) chrome.tabs.query = (...about) => {
    mark('first script runs, asks for the tab');
    return query(...about);
  };
  // Asked at each change, not in each frame: those that were asked for before there was anything to draw took time from the popup.
  const watch = new MutationObserver(() => {
    if (document.querySelector('#root > *') !== null) mark('first script of the popup has drawn');
    if (document.querySelectorAll('li.row').length < ${Math.min(count, drawnAtFirst)}) return;
    watch.disconnect();
    mark('rows in the page');
    // A message sent from a frame's callback arrives when that frame has been drawn.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port2.onmessage = () => mark('painted');
      port1.postMessage(0);
    });
  });
  watch.observe(document, { childList: true, subtree: true });`;

// What the browser itself noted of the way there.
const allMarks = `(() => {
  const [navigation] = performance.getEntriesByType('navigation');
  return {
    'asked the browser for the page': navigation.fetchStart,
    'page is there': navigation.responseEnd,
    ...globalThis.doorcodeMarks,
  };
})()`;

const threadTimes = {
  ScriptDuration: 'running script',
  RecalcStyleDuration: 'working out styles',
  LayoutDuration: 'layout',
  TaskDuration: 'everything on the main thread',
} as const;

/** Opens the popup once with Chromium's own clock of the page's main thread, which a busy machine does not change. */
async function profilePopup({ page, base }: Seeded): Promise<ReadonlyMap<string, number>> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () =>
    new Map((await session.send('Performance.getMetrics')).metrics.map((one) => [one.name, one.value]));
  const before = await read();
  await page.goto(`${base}popup.html`);
  await page.waitForFunction('globalThis.doorcodeMarks?.painted !== undefined');
  const after = await read();
  await session.detach();
  const spent = (name: string): number => ((after.get(name) ?? Number.NaN) - (before.get(name) ?? Number.NaN)) * 1000;
  return new Map(Object.entries(threadTimes).map(([name, words]) => [words, spent(name)]));
}

type Marks = Map<string, number[]>;

/** Opens the popup's page and gives when its codes were painted, in ms since the navigation. */
export async function openPopup({ page, base }: Seeded, marks: Marks = new Map()): Promise<number> {
  await page.goto(`${base}popup.html`);
  await page.waitForFunction('globalThis.doorcodeMarks?.painted !== undefined');
  const found: unknown = await page.evaluate(allMarks);
  // An open popup goes on working, in the time of the contender whose turn is next.
  await page.goto('about:blank');
  const taken = new Map<string, unknown>(Object.entries(typeof found === 'object' && found !== null ? found : {}));
  for (const [name, ms] of taken) if (typeof ms === 'number') marks.set(name, [...(marks.get(name) ?? []), ms]);
  return Number(taken.get('painted'));
}

function partsTable(marks: Marks, count: number): string {
  let before = 0;
  const rows = [...marks]
    .map(([name, taken]): [string, number] => [name, summarise(taken).median])
    .toSorted(([, one], [, other]) => one - other)
    .map(([name, at]) => {
      const row = [name, number(at), number(at - before)];
      before = at;
      return row;
    });
  const head = [`popup with ${count} accounts: until`, 'median ms since the navigation', 'ms since the line above'];
  return table(head, rows);
}

/** How long the popup's page takes until its codes are painted. */
export async function popupTopic(few: Seeded, many: Seeded): Promise<Topic> {
  const contenders = [few, many].map((seeded, index) => ({ seeded, count: [...mostMs.keys()][index] ?? 0 }));
  const folder = mkdtempSync(join(tmpdir(), 'doorcode-bench-'));
  const bare = await openBare(folder, BARE_ROWS);
  const marks = new Map<number, Marks>();
  for (const { seeded, count } of [...contenders, { seeded: bare, count: BARE_ROWS }]) {
    await seeded.page.bringToFront();
    await seeded.page.evaluateOnNewDocument(watchRows(count));
    marks.set(count, new Map());
  }
  const samples = await interleave(
    [
      ...contenders.map(({ seeded, count }) => ({
        name: String(count),
        run: () => openPopup(seeded, marks.get(count)),
      })),
      { name: BARE, run: () => openPopup(bare) },
    ],
    rounds(40),
    60_000,
  );
  await closeAll([bare.browser], folder);
  const least = samples.get(BARE);
  const own = [...samples].filter(([name]) => name !== BARE);
  const thread = await profilePopup(many);
  const lines: readonly Line[] = own.map(([count, sample]: [string, Sample]) => ({
    what: `popup opened until its codes are painted, ${Number(count).toLocaleString('en-US')} accounts`,
    sample,
    mostMs: mostMs.get(Number(count)) ?? 0,
  }));
  const bars = lines.map(({ what, sample, mostMs: target }) => ({
    name: what.replace(/.*painted, /, ''),
    value: sample.p95,
    target: target ?? null,
  }));
  // Measured by others, elsewhere, and so no contenders of this run.
  const others = [
    ['VastBlast/authenticator-2fa, 10', 119],
    ['VastBlast/authenticator-2fa, 1,000', 875],
    ['authenticator-sh/2fa, 10', 116],
    ['authenticator-sh/2fa, 1,000', 888],
  ] as const;
  const title = 'Popup opened until its codes are painted (p95, logarithmic)';
  const all = [...bars, ...others.map(([name, value]) => ({ name, value, target: null, isPeer: true }))];
  return {
    title: 'Opening the popup',
    text: `In Chromium: the popup's page from its navigation until its codes are painted, the open vault decrypted included. Builds of
VastBlast/authenticator-2fa and authenticator-sh/2fa took 119 / 875 ms and 116 / 888 ms with 10 / 1,000 accounts in headless Chromium on 2 cores:
an earlier measurement, not of this run.`,
    parts: [
      timesTable([
        ...lines,
        ...(least === undefined ? [] : [{ what: `${BARE}: what the browser itself takes`, sample: least }]),
      ]),
      ...contenders.map(({ count }) => partsTable(marks.get(count) ?? new Map(), count)),
      table(
        ['main thread, popup with 1000 accounts, one opening', 'CPU ms'],
        [...thread].map(([name, value]) => [name, number(value)]),
      ),
    ],
    verdicts: verdictsOf(lines),
    charts: [{ name: 'benchmarks-popup', title, svg: barChart(title, 'ms', all) }],
  };
}
