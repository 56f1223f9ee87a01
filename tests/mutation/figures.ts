import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { figuresOf, isReport, tableOf, withTable } from './rooms.ts';

// Ends `npm run mutation`: what the run found, room by room, into the page. Fails where a room is below what is asked.
const root = join(import.meta.dirname, '../..');
const LEAST_SCORE = 90;

const report: unknown = JSON.parse(readFileSync(join(root, '.output/mutation/report.json'), 'utf8'));
if (!isReport(report)) throw new TypeError('Stryker wrote another kind of report');
const rooms = figuresOf(report);
const table = tableOf(rooms);
console.log(table);
const page = join(root, 'docs/mutation.md');
const written = readFileSync(page, 'utf8');
// One room asked about alone says nothing of the others, so the page keeps what it has.
if (rooms.length === 4)
  writeFileSync(page, withTable(written, `${table}\n\nMeasured on ${new Date().toISOString().slice(0, 10)}.`));
const low = rooms.filter(({ score }) => score < LEAST_SCORE).map(({ room }) => room);
if (low.length > 0) {
  console.error(`Below ${LEAST_SCORE} %: ${low.join(', ')}`);
  process.exitCode = 1;
}
