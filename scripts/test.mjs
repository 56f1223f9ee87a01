import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countTests, failure } from './count-tests.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const reports = mkdtempSync(join(tmpdir(), 'doorcode-test-'));

// Cheap first; what stands in one line takes its turn, and lines of one step run beside each other, as each takes about one
// core. `vitest` stages are counted by their tests, every other stage is one check.
const test = [
  [[{ name: 'types' }], [{ name: 'lint' }, { name: 'imports' }]],
  [[{ name: 'core', vitest: true }]],
  [[{ name: 'dom', vitest: true }]],
  [[{ name: 'portal-tests', vitest: true }], [{ name: 'build' }, { name: 'output', vitest: true, needs: 'build' }]],
  // The page about the journey is true when the specs are, so it reads their report, also a red one.
  [
    [
      { name: 'e2e', vitest: true, needs: 'build' },
      { name: 'journey', reads: 'e2e' },
    ],
  ],
];

// The long runs: what is counted in cases, then the specs that take long.
const torture = [
  [[{ name: 'build' }]],
  [[{ name: 'torture-tests', vitest: true, needs: 'build' }]],
  [[{ name: 'long-specs', vitest: true, needs: 'build' }]],
];
const steps = process.argv.includes('torture') ? torture : test;

const reportOf = (name) => join(reports, `${name}.json`);
const readReport = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);

/** Runs an npm script; beside another one its output comes when it has ended, so that no two are mixed. */
async function runScript(name, args, alone) {
  const stdio = alone ? 'inherit' : ['ignore', 'pipe', 'pipe'];
  const script = spawn('npm', ['run', '--silent', name, '--', ...args], { cwd: root, stdio });
  const said = [];
  for (const stream of [script.stdout, script.stderr]) stream?.on('data', (part) => said.push(part));
  if (alone) console.log(`\n== ${name}`);
  const [status] = await once(script, 'close');
  if (!alone) process.stdout.write(`\n== ${name}\n${Buffer.concat(said).toString('utf8')}`);
  return status;
}

const done = [];

async function outcomeOf({ name, vitest, needs, reads }, alone) {
  if (!scripts[name]) return failure(`package.json has no script "${name}"`);
  if (needs && done.some((stage) => stage.name === needs && stage.failed > 0))
    return failure(`not run: ${needs} failed`);
  if (reads && !existsSync(reportOf(reads))) return failure(`not run: ${reads} left no report`);
  const reportPath = reportOf(name);
  const options = vitest ? ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`] : [];
  const status = await runScript(name, reads ? [reportOf(reads)] : options, alone);
  if (vitest) return countTests(readReport(reportPath), status);
  return status === 0 ? { passed: 1, failed: 0, note: '' } : failure('');
}

async function runLine(line, alone) {
  for (const stage of line) {
    const startMs = performance.now();
    const outcome = await outcomeOf(stage, alone);
    done.push({ name: stage.name, seconds: (performance.now() - startMs) / 1000, ...outcome });
  }
}

for (const lines of steps) await Promise.all(lines.map((line) => runLine(line, lines.length === 1)));
rmSync(reports, { recursive: true });

console.log(`\n${'stage'.padEnd(14)}${'seconds'.padStart(9)}${'passed'.padStart(9)}${'failed'.padStart(9)}`);
for (const { name, seconds, passed, failed, note } of done)
  console.log(
    `${name.padEnd(14)}${seconds.toFixed(1).padStart(9)}${String(passed).padStart(9)}${String(failed).padStart(9)}${note ? `  ${note}` : ''}`,
  );
const sum = (key) => done.reduce((total, stage) => total + stage[key], 0);
console.log(`\nin ${(performance.now() / 1000).toFixed(0)} s`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
