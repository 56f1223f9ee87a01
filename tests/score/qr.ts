import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Picture } from '../../lib/qr/picture.ts';
import { needChromium, readCases, readCommand, refuse } from './input.ts';

type Case = {
  file: string;
  category: string;
  expected: string[];
  want?: string | null;
  negative: boolean;
  origin: string;
};
type Reading = { texts: string[]; ms: number; stage?: string };
type Row = Case & { scope: 'code' | 'photo' | 'page'; ours: Reading; peers: Record<string, Reading> };

const WARM_UP_PICTURES = 20;

const usage = `Usage: npm run score:qr -- FOLDER [--peers] [--lead] [--json FILE]
FOLDER holds pictures and an expected.json: a list of {"file", "category", "expected": [texts], "negative", "origin"},
where "negative" is true for a picture without a code, "origin" is "synthetic" or where a photograph is from, and
"category" begins with "s-page" for a picture of a whole page. With --lead it fails unless it reads more codes than each peer.`;
const { values, path: folder } = readCommand(
  {
    peers: { type: 'boolean', default: false },
    lead: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
  usage,
);
const withPeers = values.peers || values.lead;
// A photograph whose text nobody knows cannot be right or wrong.
const cases = readCases<Case>(
  join(folder, 'expected.json'),
  ['file', 'category', 'expected', 'negative', 'origin'],
  usage,
).filter(({ expected }) => Array.isArray(expected));
needChromium();
for (const { file } of cases)
  if (!existsSync(join(folder, file))) refuse(`expected.json names ${file}, which is not in the folder.`);

// What takes long to load comes after what may be wrong with the command.
const { default: jsqr } = await import('jsqr');
const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
const { readCodes } = await import('../../lib/qr/read-codes.ts');
const { openPictureReader } = await import('./qr/pictures.ts');

// Node's fetch reads no files, so the peer is handed its own bytes.
const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

const isPage = ({ category }: Case): boolean => /^s-(?:page|multi|neg-page)/.test(category);

async function timed(read: () => string[] | Promise<string[]>): Promise<Reading> {
  const startMs = performance.now();
  const texts = await read();
  return { texts, ms: performance.now() - startMs };
}

const peers: Record<string, (picture: Picture) => string[] | Promise<string[]>> = {
  jsQR: ({ data, width, height }) => {
    const found = jsqr(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'attemptBoth' });
    return found === null ? [] : [found.data];
  },
  'zxing-wasm': async ({ data, width, height }) => {
    const image = { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' as const };
    const found = await readBarcodes(image, { formats: ['QRCode'], tryHarder: true });
    return found.map(({ text }) => text);
  },
};

const isRead = ({ want, expected }: Case, { texts }: Reading): boolean =>
  want === undefined || want === null ? expected.some((text) => texts.includes(text)) : texts.includes(want);
const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10);
const quantile = (numbers: readonly number[], at: number): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(at * (sorted.length - 1))] ?? 0) * 10) / 10;
};

async function readOurs(picture: Picture, scope: Row['scope']): Promise<Reading> {
  let stage: string | undefined;
  const reading = await timed(() => {
    const { texts } = readCodes(picture, { scope });
    stage = texts[0]?.stage;
    return texts.map(({ text }) => text);
  });
  return { ...reading, ...(stage === undefined ? {} : { stage }) };
}

async function readPeers(picture: Picture): Promise<Record<string, Reading>> {
  const readings: Record<string, Reading> = {};
  if (withPeers) for (const [name, read] of Object.entries(peers)) readings[name] = await timed(() => read(picture));
  return readings;
}

const reader = await openPictureReader();
// The first readings run before the code is compiled, and would be counted against whoever comes first.
for (const one of [...cases.filter(isPage).slice(0, 2), ...cases.slice(0, WARM_UP_PICTURES)]) {
  const picture = await reader.read(join(folder, one.file));
  for (const scope of ['code', 'page'] as const) await readOurs(picture, scope);
  await readPeers(picture);
}
const rows: Row[] = [];
const stages = new Map<string, number>();
for (const [index, one] of cases.entries()) {
  const picture = await reader.read(join(folder, one.file));
  const scope = isPage(one) ? 'page' : one.origin === 'synthetic' ? 'code' : 'photo';
  // Whoever reads second finds the picture in the processor's cache, so the order alternates.
  const early = index % 2 === 0 ? undefined : await readPeers(picture);
  const ours = await readOurs(picture, scope);
  const others = early ?? (await readPeers(picture));
  if (ours.stage !== undefined && scope !== 'page') stages.set(ours.stage, (stages.get(ours.stage) ?? 0) + 1);
  rows.push({ ...one, scope, ours, peers: others });
}
await reader.close();

const positive = rows.filter((row) => !row.negative);
const codes = positive.filter((row) => row.origin === 'synthetic' && row.scope === 'code');
const pages = positive.filter((row) => row.scope === 'page');
const real = positive.filter((row) => row.origin !== 'synthetic');
const share = (of: readonly Row[], by: (row: Row) => Reading) =>
  percent(of.filter((row) => isRead(row, by(row))).length, of.length);
const ours = (row: Row): Reading => row.ours;

for (const category of new Set(rows.map((row) => row.category))) {
  const of = positive.filter((row) => row.category === category);
  if (of.length > 0) console.log(`${category.padEnd(22)} ${String(of.length).padStart(4)}  ${share(of, ours)} %`);
}
console.log('codes read per stage:', Object.fromEntries(stages));
const several = positive.filter((row) => row.expected.length > 1);
const hasAll = (row: Row): boolean => row.expected.every((text) => row.ours.texts.includes(text));
console.log(`all codes of pictures with several: ${several.filter(hasAll).length} of ${several.length}`);
for (const { file, ours: reading, expected } of rows) {
  for (const text of reading.texts)
    if (!expected.includes(text)) console.log(`not in the picture, says the corpus: ${file}`);
}
if (withPeers) {
  for (const name of Object.keys(peers)) {
    const by = (row: Row): Reading => row.peers[name] ?? { texts: [], ms: 0 };
    const msOf = (of: readonly Row[]): number =>
      quantile(
        of.map((row) => by(row).ms),
        0.5,
      );
    console.log(
      `${name}: codes ${share(codes, by)} %, pages ${share(pages, by)} %, real ${share(real, by)} %, median ms ${msOf(codes)} / ${msOf(pages)}`,
    );
    if (values.lead && share(codes, by) >= share(codes, ours)) {
      console.log(`FAILED: ${name} reads as many codes`);
      process.exitCode = 1;
    }
  }
}
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(rows, null, 1));
const negatives = rows.filter((row) => row.negative);
console.log(
  `RESULT ${JSON.stringify({
    codes: share(codes, ours),
    pages: share(pages, ours),
    real: share(real, ours),
    wrong: rows.flatMap((row) => row.ours.texts.filter((text) => !row.expected.includes(text))).length,
    negatives: percent(
      negatives.filter((row) => row.ours.texts.every((text) => row.expected.includes(text))).length,
      negatives.length,
    ),
    medianMsCode: quantile(
      codes.map((row) => row.ours.ms),
      0.5,
    ),
    medianMsPage: quantile(
      pages.map((row) => row.ours.ms),
      0.5,
    ),
    p95MsPage: quantile(
      pages.map((row) => row.ours.ms),
      0.95,
    ),
  })}`,
);
