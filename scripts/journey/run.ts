import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { journeyPage } from './page.ts';
import { rows } from './rows.ts';
import { shortcomings } from './shortcomings.ts';
import { decodeTestRun } from './test-run.ts';

const stop = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};

const docs = resolve(import.meta.dirname, '../../docs');
const [reportPath, pagePath = join(docs, 'journey.md')] = process.argv.slice(2);
if (reportPath === undefined || !existsSync(reportPath))
  stop(`${reportPath === undefined ? 'No report was named.' : `There is no ${reportPath}.`}
Usage: npm run journey -- REPORT [PAGE]
REPORT is what \`npm run e2e -- --reporter=json --outputFile.json=REPORT\` wrote; PAGE is docs/journey.md if not given.`);

const run = decodeTestRun(readFileSync(String(reportPath), 'utf8'));
if (!run.ok) stop(`${reportPath} is not a report of vitest's JSON reporter.`);
else {
  const found = shortcomings(rows, run.value, (file) => existsSync(join(docs, 'pictures', file)));
  // A page that is not proven stays as it was, so that what is committed was true once.
  if (found.length > 0) stop([...found, 'The page about the journey was left as it was.'].join('\n'));
  const page = journeyPage(rows);
  if (!existsSync(pagePath) || readFileSync(pagePath, 'utf8') !== page) {
    writeFileSync(pagePath, page);
    stop(`${pagePath} was not what the run shows, and was written anew: look at it and commit it.`);
  }
  const named = rows.reduce((total, { proofs }) => total + proofs.length, 0);
  console.log(`${rows.length} rows of the journey, each test that they name (${named}) passed`);
}
