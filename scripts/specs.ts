import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { filesToTryAgain, type Report, withSecondTry } from './second-try.ts';

const root = resolve(import.meta.dirname, '..');
const option = '--outputFile.json=';
const [project = '', ...given] = process.argv.slice(2);
const args = given.filter((arg) => !arg.startsWith(option) && !arg.startsWith('--reporter='));
const reportPath =
  given.find((arg) => arg.startsWith(option))?.slice(option.length) ??
  join(mkdtempSync(join(tmpdir(), 'doorcode-specs-')), 'report.json');

/** Runs specs; gives vitest's exit code and its report, undefined where it left none. */
function run(path: string, more: readonly string[]): { exitCode: number; report: Report | undefined } {
  const reporting = ['--reporter=default', '--reporter=json', `${option}${path}`];
  const command = ['run', '--project', project, ...reporting, ...more];
  const { status } = spawnSync('vitest', command, { cwd: root, stdio: 'inherit' });
  return {
    exitCode: status ?? 1,
    report: existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined,
  };
}

const first = run(reportPath, args);
process.exitCode = first.exitCode;
const again = first.exitCode === 0 || first.report === undefined ? [] : filesToTryAgain(first.report);
if (first.report !== undefined && again.length > 0) {
  console.log(`\n== a second try of ${again.length} of ${first.report.testResults.length} files, one after the other`);
  const options = args.filter((arg) => !arg.endsWith('.ts'));
  const files = again.map((path) => relative(root, path));
  const second = run(`${reportPath}.again`, ['--maxWorkers=1', ...options, ...files]);
  process.exitCode = second.exitCode;
  if (second.report !== undefined) {
    const whole = withSecondTry(first.report, second.report);
    writeFileSync(reportPath, JSON.stringify(whole));
    for (const name of whole.secondTry) console.log(`passed at the second try only: ${name}`);
  }
}
