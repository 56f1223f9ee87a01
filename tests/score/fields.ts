import { writeFileSync } from 'node:fs';
import { judgeDemand } from './fields/demand.ts';
import { figuresOf, judgeVerdicts, type Row } from './fields/figures.ts';
import { type PageFacts, wantsCode } from './fields/page-facts.ts';
import { needChromium, readCases, readCommand } from './input.ts';

/** Apps that must be right on every page; one without a page is an error, so that a shorter corpus cannot hide it. */
const demanded = [
  'WHMCS',
  'Paymenter',
  'FOSSBilling',
  'CyberPanel',
  'Pterodactyl',
  'Proxmox',
  'Nextcloud',
  'GitLab',
  'Keycloak',
  'WordPress',
];

const usage = `Usage: npm run score:fields -- FILE [--json FILE] [--stranger]
FILE is a JSON list of pages, as tests/score/fields/page-facts.ts describes them.`;
const { values, path } = readCommand(
  // --stranger: the detector is told that nothing was enrolled at the page's origin.
  { json: { type: 'string' }, stranger: { type: 'boolean', default: false } },
  usage,
);
const pages = readCases<PageFacts>(path, ['id', 'app', 'lang', 'kind', 'headings', 'fields', 'otp'], usage);
needChromium();
// What takes long to load comes after what may be wrong with the command.
const { runDetector } = await import('./fields/run-detector.ts');
const verdicts = await runDetector(pages, !values.stranger);

const rows = judgeVerdicts(pages, verdicts);

for (const [app, of] of Map.groupBy(rows, ({ page }) => page.app)) {
  const count = (some: readonly Row[]): string => `${some.filter(({ ok }) => ok).length}/${some.length}`;
  const right = count(of.filter(({ page }) => wantsCode(page)));
  const silent = count(of.filter(({ page }) => !wantsCode(page)));
  console.log(`${app.padEnd(46)} right ${right.padStart(6)}  silent ${silent.padStart(6)}`);
}
for (const { page, verdict, ok } of rows) {
  if (ok) continue;
  const said = [verdict.kind, verdict.reason, verdict.indices.join(','), verdict.score, verdict.evidence?.join(' ')];
  console.log(
    `MISS ${page.id} (${page.kind}, wants ${JSON.stringify(page.otp)}): ${said.filter((part) => part !== undefined && part !== '').join(' | ')}`,
  );
}
const demands = demanded.map((prefix) => judgeDemand(prefix, rows));
for (const { sentence } of demands) console.log(sentence);
for (const { error } of demands) if (error !== null) console.log(error);
console.log(`failed demands: ${demands.filter(({ error }) => error !== null).length} of ${demanded.length}`);
if (values.json !== undefined) {
  const cases = rows.map(({ page, verdict, ok }) => ({
    id: page.id,
    app: page.app,
    lang: page.lang,
    kind: page.kind,
    otp: page.otp,
    ok,
    verdict,
  }));
  writeFileSync(values.json, JSON.stringify(cases, null, 1));
}
console.log(`RESULT ${JSON.stringify(figuresOf(rows))}`);
