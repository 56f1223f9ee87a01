import type { Bar } from './chart.ts';
import type { ExtensionResult } from './extension.ts';
import type { Sample } from './measure.ts';
import type { PageCost } from './page-cost.ts';
import type { QrResult } from './qr.ts';
import type { TotpResult } from './totp.ts';
import type { UnlockResult } from './unlock.ts';

/** Everything a run measured. */
export type Results = {
  readonly machine: string;
  readonly seconds: number;
  readonly qr: readonly QrResult[];
  readonly totp: readonly TotpResult[];
  readonly extension: ExtensionResult;
  readonly unlocking: readonly UnlockResult[];
  readonly pageCost: readonly PageCost[];
};

const number = (value: number): string => (value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en-US'));
const times = (value: number, of: number): string => `${(value / of).toFixed(2)} ×`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
const ms = ({ median, p95, repeats }: Sample): [string, string, string] => [
  number(median),
  number(p95),
  String(repeats),
];

const qrTable = ({ what, pictures, readers }: QrResult): string => {
  const own = readers.get('Doorcode')?.median ?? Number.NaN;
  const rows = [...readers].map(([name, sample]) => [
    name,
    ...ms(sample),
    times(sample.median, own),
    `${sample.read} of ${pictures}`,
  ]);
  return `Reading ${what}\n\n${table(['reader', 'median ms', 'p95 ms', 'repeats', 'of ours', 'read'], rows)}`;
};

const totpTable = (results: readonly TotpResult[]): string =>
  table(
    ['algorithm', 'maker', 'codes a second, median', '95 % of slices reach', 'of ours'],
    results.flatMap(({ algorithm, makers }) =>
      [...makers].map(([name, { median, p95 }]) => [
        algorithm,
        name,
        number(median),
        number(p95),
        times(median, makers.get('Doorcode')?.median ?? Number.NaN),
      ]),
    ),
  );

const verdict = (value: number, target: number): string => (value <= target ? 'met' : '**missed**');

const extensionTable = ({ popup, save }: ExtensionResult): string => {
  const counted = (what: string, samples: ReadonlyMap<string, Sample>, target: (count: string) => string) =>
    [...samples].map(([count, sample]) => [`${what}, ${count} accounts`, ...ms(sample), target(count)]);
  const median1000 = popup.get('1000')?.median ?? Number.NaN;
  return table(
    ['what', 'median ms', 'p95 ms', 'repeats', 'target'],
    [
      ...counted('popup opened until its codes are painted', popup, (count) =>
        count === '1000' ? `150 ms: ${verdict(median1000, 150)}` : '',
      ),
      ...counted('one more account saved, read back and decrypted', save, () => ''),
    ],
  );
};

const unlockTable = ({ whole, derivation, gap, idleGap, ping, name }: UnlockResult): string => {
  const limitMs = name === 'chromium' ? 1500 : 4000;
  const judged = ({ p95 }: Sample, target: number) =>
    `p95 ${target.toLocaleString('en-US')} ms: ${verdict(p95, target)}`;
  return `In ${name}\n\n${table(
    ['what', 'median ms', 'p95 ms', 'repeats', 'target'],
    [
      ['from the passphrase to the open vault', ...ms(whole), judged(whole, limitMs)],
      ['of it the key derived in the Worker (scrypt, N = 2^17)', ...ms(derivation), ''],
      ['longest gap between frames before', ...ms(idleGap), ''],
      // Firefox without a window draws 20 frames a second.
      ['longest gap between frames meanwhile', ...ms(gap), judged(gap, Math.max(50, Math.round(idleGap.p95) + 17))],
      ['slowest answer of the background meanwhile', ...ms(ping), judged(ping, 100)],
    ],
  )}`;
};

const pageTable = (costs: readonly PageCost[]): string =>
  table(
    ['what', 'median ms', 'p95 ms', 'repeats', 'target'],
    costs.flatMap(({ name, elements, look, changes }) => [
      [
        `${name}: the look at ${elements.toLocaleString('en-US')} elements`,
        ...ms(look),
        `5 ms: ${verdict(look.median, 5)}`,
      ],
      [`${name}: all looks during 10,000 changes`, ...ms(changes), `50 ms: ${verdict(changes.median, 50)}`],
    ]),
  );

const partsTable = ({ popupParts }: ExtensionResult): string => {
  let before = 0;
  const rows = [...popupParts].map(([name, at]) => {
    const row = [name, number(at), number(at - before)];
    before = at;
    return row;
  });
  return table(['popup with 1000 accounts: until', 'median ms since the navigation', 'ms since the line above'], rows);
};

const threadTable = ({ popupThread }: ExtensionResult): string =>
  table(
    ['main thread, popup with 1000 accounts, one opening', 'CPU ms'],
    [...popupThread].map(([name, value]) => [name, number(value)]),
  );

/** The page about a run, as Markdown. */
export const benchmarkPage = (results: Results): string => `# Benchmarks

\`npm run bench\` wrote this page and the chart in ${results.seconds} seconds. Contenders take turns within each round.

${results.machine}; ${results.extension.version}, headless.

![What a customer waits for](benchmarks.svg)

## The extension in Chromium

${extensionTable(results.extension)}

${partsTable(results.extension)}

${threadTable(results.extension)}

## Opening the vault

In a page of the extension's own, the browser without a window. The background is asked something else every 20 ms meanwhile.

${results.unlocking.map(unlockTable).join('\n\n')}

## Pages without a box

The script that comes into every document of a site where filling by itself was allowed, in a page of cards with neither box nor
picture. No other site has any of it.

${pageTable(results.pageCost)}

## Reading QR codes

In Node, on pictures that the run draws itself: codes of 3 to 8 pixels a module, pages of bars that stand for words with
one code among them. \`npm run score:qr\` measures how many real pictures are read.

${results.qr.map(qrTable).join('\n\n')}

## Making codes

In Node; 6 digits, another time step for each code. Codes are asked for one after the other; WebCrypto answers
asynchronously.

${totpTable(results.totp)}
`;

/** The bars of the chart: what a customer waits for. */
export const waits = ({ qr, extension, unlocking }: Results): readonly Bar[] => [
  ...[...extension.popup].map(([count, { median }]) => ({
    name: `popup, ${count} accounts`,
    ms: median,
    targetMs: count === '1000' ? 150 : null,
  })),
  ...[...extension.save].map(([count, { median }]) => ({
    name: `save, ${count} accounts`,
    ms: median,
    targetMs: null,
  })),
  ...unlocking.flatMap(({ name, whole, gap }) => [
    { name: `unlock, ${name}`, ms: whole.median, targetMs: name === 'chromium' ? 1500 : 4000 },
    { name: `longest frame gap meanwhile, ${name}`, ms: gap.median, targetMs: 50 },
  ]),
  ...qr.map(({ what, readers }) => ({ name: `QR: ${what}`, ms: readers.get('Doorcode')?.median ?? 0, targetMs: null })),
];
