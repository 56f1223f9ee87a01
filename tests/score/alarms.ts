import { writeFileSync } from 'node:fs';
import { builtinEnvironments } from 'vitest/runtime';
import { type Alarm, falseAlarmsOn } from './alarms/judge-page.ts';
import type { PageFacts } from './fields/page-facts.ts';
import { readCases, readCommand } from './input.ts';

const usage = `Usage: npm run score:alarms -- FILE [--json FILE]
FILE is a JSON list of pages, as tests/score/fields/page-facts.ts describes them; no page of it answers to a code.`;
const { values, path } = readCommand({ json: { type: 'string' } }, usage);
const pages = readCases<PageFacts>(path, ['id', 'app', 'lang', 'kind', 'headings', 'fields', 'otp'], usage);

// No page is painted: what it says is told from its markup, which takes a second instead of a browser.
const { teardown } = await builtinEnvironments['happy-dom'].setup(globalThis, {});
const rows = pages.map((page) => ({ page, alarms: falseAlarmsOn(page) }));
await teardown(globalThis);

const counted = (wanted: Alarm): number =>
  rows.filter(({ alarms }) => alarms.some(({ alarm }) => alarm === wanted)).length;
for (const [kind, of] of Map.groupBy(rows, ({ page }) => page.kind)) {
  const silent = of.filter(({ alarms }) => alarms.length === 0).length;
  console.log(`${kind.padEnd(20)} silent ${`${silent}/${of.length}`.padStart(9)}`);
}
for (const { page, alarms } of rows)
  for (const { alarm, why } of alarms) console.error(`FALSE ${page.id} (${page.kind}): ${alarm} | ${why}`);
if (values.json !== undefined) {
  const cases = rows.map(({ page: { id, app, lang, kind }, alarms }) => ({ id, app, lang, kind, alarms }));
  writeFileSync(values.json, JSON.stringify(cases, null, 1));
}
console.log(
  `RESULT ${JSON.stringify({
    pages: rows.length,
    backupCodesOffered: counted('backup-codes-offered'),
    switchedOff: counted('switched-off'),
    accepted: counted('accepted'),
    refused: counted('refused'),
  })}`,
);
