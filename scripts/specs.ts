import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { LOOSE_ERRORS_FILE } from './loose-errors.ts';
import { filesToTryAgain, type Report, withSecondTry } from './second-try.ts';

const root = resolve(import.meta.dirname, '..');
const option = '--outputFile.json=';
const [project = '', ...given] = process.argv.slice(2);
const args = given.filter((arg) => !arg.startsWith(option) && !arg.startsWith('--reporter='));
const reportPath =
  given.find((arg) => arg.startsWith(option))?.slice(option.length) ??
  join(mkdtempSync(join(tmpdir(), 'doorcode-specs-')), 'report.json');

type Ran = { readonly exitCode: number; readonly report: Report | undefined; readonly hasLooseErrors: boolean };

/** Runs specs; gives vitest's exit code, its report, undefined where it left none, and whether something broke outside every test. */
function run(path: string, more: readonly string[]): Ran {
  const looseErrors = `${path}.loose`;
  const reporting = [
    '--reporter=default',
    '--reporter=json',
    '--reporter=./scripts/loose-errors.ts',
    '--reporter=./scripts/skipped-tests.ts',
    `${option}${path}`,
  ];
  const command = ['run', '--project', project, ...reporting, ...more];
  const { status } = spawnSync('vitest', command, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, [LOOSE_ERRORS_FILE]: looseErrors },
  });
  return {
    exitCode: status ?? 1,
    report: existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined,
    // A run that ended before it could say so broke there.
    hasLooseErrors: !existsSync(looseErrors) || readFileSync(looseErrors, 'utf8') !== '0',
  };
}

const first = run(reportPath, args);
process.exitCode = first.exitCode;
const again = first.exitCode === 0 || first.report === undefined ? [] : filesToTryAgain(first.report);
if (first.report !== undefined && again.length > 0) {
  console.log(`\n== a second try of ${again.length} of ${first.report.testResults.length} files, one after the other`);
  const options = args.filter((arg) => !arg.includes('/'));
  const files = again.map((path) => relative(root, path));
  const second = run(`${reportPath}.again`, ['--maxWorkers=1', ...options, ...files]);
  // What broke outside every test has no second try.
  process.exitCode = first.hasLooseErrors ? first.exitCode : second.exitCode;
  if (second.report !== undefined) {
    const whole = withSecondTry(first.report, second.report);
    writeFileSync(reportPath, JSON.stringify(whole));
    for (const name of whole.secondTry) console.log(`passed at the second try only: ${name}`);
  }
}
