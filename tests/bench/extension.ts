import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interleave, type Sample, summarise } from './measure.ts';
import { openSeeded, type Seeded } from './seeded-browser.ts';

const sizes = [10, 1000] as const;
// The popup draws the beginning of a long list, several screens of it, and the rest on the way down.
const drawnAtFirst = 15;
/** What was measured in the browser, in ms; maps are keyed by the number of stored accounts. */
export type ExtensionResult = {
  readonly version: string;
  readonly popup: ReadonlyMap<string, Sample>;
  /** Where the median goes, from the start of the navigation on, with the most accounts. */
  readonly popupParts: ReadonlyMap<string, number>;
  /** Main-thread CPU time of one opening with the most accounts. */
  readonly popupThread: ReadonlyMap<string, number>;
  readonly save: ReadonlyMap<string, Sample>;
};

// Runs before the popup's own script: notes when each message was answered and when the last row was painted.
const watchRows = (count: number): string => `
  globalThis.doorcodeMarks = {};
  const mark = (name) => { globalThis.doorcodeMarks[name] ??= performance.now(); };
  const send = chrome.runtime.sendMessage.bind(chrome.runtime);
  chrome.runtime.sendMessage = (message, ...rest) => {
    mark('asked ' + message?.kind);
    const answered = (answer) => { mark('answered ' + message?.kind); return answer; };
    const at = rest.findIndex((one) => typeof one === 'function');
    if (at < 0) return send(message, ...rest).then(answered);
    return send(message, ...rest.with(at, (answer) => rest[at](answered(answer))));
  };
  const look = () => {
    if (document.querySelectorAll('li.row').length < ${Math.min(count, drawnAtFirst)}) return requestAnimationFrame(look);
    mark('rows in the page');
    // A message sent from a frame's callback arrives when that frame has been drawn.
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => mark('painted');
    port1.postMessage(0);
  };
  requestAnimationFrame(look);`;

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
  return new Map(
    Object.entries(threadTimes).map(([name, words]) => [
      words,
      ((after.get(name) ?? Number.NaN) - (before.get(name) ?? Number.NaN)) * 1000,
    ]),
  );
}

async function openPopup({ page, base }: Seeded, marks: Map<string, number[]>): Promise<number> {
  await page.goto(`${base}popup.html`);
  await page.waitForFunction('globalThis.doorcodeMarks?.painted !== undefined');
  const found: unknown = await page.evaluate('globalThis.doorcodeMarks');
  // An open popup goes on working, in the time of the contender whose turn is next.
  await page.goto('about:blank');
  const taken = new Map<string, unknown>(Object.entries(typeof found === 'object' && found !== null ? found : {}));
  for (const [name, ms] of taken) if (typeof ms === 'number') marks.set(name, [...(marks.get(name) ?? []), ms]);
  return Number(taken.get('painted'));
}

let typed = 0;
async function saveAccount({ page }: Seeded): Promise<number> {
  typed += 1;
  const secretText = `ABCDEFGHIJKLMNOP${typed.toString(2).replaceAll('0', 'A').replaceAll('1', 'B').padStart(16, 'C')}`;
  const form = { issuer: 'Typed', account: `${typed}`, secretText, kind: 'totp', algorithm: 'SHA1', digits: 6 };
  const message = { kind: 'add-manual', form: { ...form, periodSeconds: 30, counter: 0 } };
  const outcome: unknown = await page.evaluate(`(async () => {
    const startMs = performance.now();
    const answer = await chrome.runtime.sendMessage(${JSON.stringify(message)});
    return answer?.kind === 'done' ? performance.now() - startMs : JSON.stringify(answer);
  })()`);
  if (typeof outcome !== 'number') throw new Error(`the account was not saved: ${String(outcome)}`);
  return outcome;
}

/** Measures the built extension in real Chromium: opening and saving. */
export async function measureExtension(): Promise<ExtensionResult> {
  const folder = mkdtempSync(join(tmpdir(), 'doorcode-bench-'));
  const opened: Seeded[] = [];
  try {
    for (const count of sizes) opened.push(await openSeeded(folder, count));
    for (const { page } of opened) await page.bringToFront();
    const [few, many] = opened;
    if (few === undefined || many === undefined) throw new Error('two browsers are needed');
    const saving = [few, many].map((seeded, index) => ({
      name: String(sizes[index]),
      run: () => saveAccount(seeded),
    }));
    const save = await interleave(saving, 20, 20_000);
    await few.page.evaluateOnNewDocument(watchRows(sizes[0]));
    await many.page.evaluateOnNewDocument(watchRows(sizes[1]));
    const marks = new Map<string, number[]>();
    const popup = await interleave(
      [
        { name: String(sizes[0]), run: () => openPopup(few, new Map()) },
        { name: String(sizes[1]), run: () => openPopup(many, marks) },
      ],
      20,
      50_000,
    );
    const popupParts = new Map(
      [...marks]
        .map(([name, taken]): [string, number] => [name, summarise(taken).median])
        .toSorted(([, one], [, other]) => one - other),
    );
    const popupThread = await profilePopup(many);
    return { version: await few.browser.version(), popup, popupParts, popupThread, save };
  } finally {
    await Promise.all(opened.map(({ browser }) => browser.close()));
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
