import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ForeignError } from '../../lib/backup/foreign/foreign-error.ts';
import type { ForeignItem } from '../../lib/backup/foreign/foreign-format.ts';
import { readKeyUriLines } from '../../lib/backup/foreign/key-uri-lines.ts';
import { readForeign } from '../../lib/backup/foreign/read-foreign.ts';
import { readCodes } from '../../lib/qr/read-codes.ts';
import { differences, type Expected } from './import/compare.ts';
import { needChromium, readCommand, readRecordOfCases } from './input.ts';
import { openPictureReader } from './qr/pictures.ts';

type Case = {
  file: string;
  format: string;
  password?: string;
  expected: Expected[];
  skipped?: string[];
  expectedError?: 'unsupported' | 'corrupt' | 'unrecognised';
};
type Read = { readonly app: string; readonly error: ForeignError | null; readonly items: readonly ForeignItem[] };

const usage = `Usage: npm run score:import -- FOLDER [--json FILE]
FOLDER holds export files of other apps and a manifest.json: {"files": [{"file", "format", "expected": [accounts]}]}, where a file may have
a "password", a list "skipped" with a reason for each account that must be reported, and an "expectedError".`;
const { values, path: folder } = readCommand({ json: { type: 'string' } }, usage);
const cases = readRecordOfCases<Case>(join(folder, 'manifest.json'), 'files', ['file', 'format', 'expected'], usage);
needChromium();
const pictures = await openPictureReader();

async function textsOf(file: string): Promise<string> {
  const { texts } = readCodes(await pictures.read(file), { scope: 'photo' });
  return texts.map(({ text }) => text).join('\n');
}

async function read({ file }: Case, passphrase: string | null): Promise<Read> {
  const path = join(folder, file);
  const bytes = new Uint8Array(readFileSync(path));
  const { format, outcome } = await readForeign(bytes, { passphrase, costly: true, onProgress: () => {} });
  const app = format?.id ?? '';
  if (!outcome.ok) return { app, error: outcome.error, items: [] };
  if (outcome.value.pictures.length === 0) return { app, error: null, items: outcome.value.items };
  const inPicture = readKeyUriLines(await textsOf(path));
  return { app, error: inPicture.ok ? null : inPicture.error, items: inPicture.ok ? inPicture.value.items : [] };
}

const kinds = { corrupt: 'damaged', unsupported: 'unsupported', unrecognised: 'unrecognised' } as const;

async function score(one: Case) {
  const asked = one.password !== undefined && one.expectedError === undefined;
  const without = asked ? await read(one, null) : null;
  const wrong = asked ? await read(one, `${one.password}x`) : null;
  const right = await read(one, one.password ?? null);
  const accounts = right.items.flatMap((item) => (item.kind === 'account' ? [item.account] : []));
  const faults = one.expected.map((expected, at) => {
    const account = accounts[at];
    return account === undefined ? ['missing'] : differences(account, expected);
  });
  const reported = right.items.length - accounts.length;
  const refused =
    one.expectedError === undefined ? right.error === null : right.error?.kind === kinds[one.expectedError];
  const entriesRight = faults.filter((fault) => fault.length === 0).length;
  return {
    file: one.file,
    app: right.app,
    error: right.error,
    faults,
    entries: one.expected.length,
    entriesRight,
    extra: Math.max(0, accounts.length - one.expected.length),
    toRefuse: (one.skipped?.length ?? 0) + (one.expectedError === undefined ? 0 : 1),
    refused: Math.min(one.skipped?.length ?? 0, reported) + (one.expectedError !== undefined && refused ? 1 : 0),
    right:
      refused &&
      entriesRight === one.expected.length &&
      accounts.length === one.expected.length &&
      reported === (one.skipped?.length ?? 0),
    asked,
    toldApart: without?.error?.kind === 'passphrase-needed' && wrong?.error?.kind === 'wrong-passphrase',
    wrong: wrong?.error?.kind ?? null,
  };
}

const rows: Awaited<ReturnType<typeof score>>[] = [];
for (const one of cases) rows.push(await score(one));
await pictures.close();

const sum = (value: (row: (typeof rows)[number]) => number): number =>
  rows.reduce((total, row) => total + value(row), 0);
const percent = (part: number, whole: number): number => Math.round((1000 * part) / Math.max(1, whole)) / 10;
for (const row of rows) {
  const said = row.faults
    .flatMap((fault, at) => (fault.length > 0 ? [`${at + 1}: ${fault.join(', ')}`] : []))
    .join('; ');
  const problem = [
    row.error?.kind,
    said,
    row.extra > 0 ? `${row.extra} too many` : '',
    row.asked && !row.toldApart ? `wrong passphrase: ${row.wrong}` : '',
  ]
    .filter(Boolean)
    .join(' · ');
  console.log(
    `${row.right && (!row.asked || row.toldApart) ? 'right' : 'WRONG'}  ${row.file}  (${row.app})  ${row.entriesRight} of ${row.entries}, ${row.refused} of ${row.toRefuse} reported  ${problem}`,
  );
}
if (values.json) writeFileSync(values.json, JSON.stringify(rows, null, 1));
const asked = rows.filter((row) => row.asked);
console.log(
  `RESULT ${JSON.stringify({
    files: rows.length,
    entries: sum(({ entries }) => entries),
    right: percent(rows.filter(({ right }) => right).length, rows.length),
    entriesRight: percent(
      sum(({ entriesRight }) => entriesRight),
      sum(({ entries }) => entries),
    ),
    refusedRight: percent(
      sum(({ refused }) => refused),
      sum(({ toRefuse }) => toRefuse),
    ),
    wrongPasswordRight: percent(asked.filter(({ toldApart }) => toldApart).length, asked.length),
  })}`,
);
