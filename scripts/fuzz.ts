import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Report } from '../tests/fuzz/support/run.ts';

const LEAST_INPUTS = 1_000_000;
const usage = `Usage: npm run fuzz -- [--target NAME] [--seed N] [--times N]
Feeds a million hostile inputs and more to everything that reads what others wrote, and fails when one of them throws, hangs
or breaks what must hold. NAME: a file in tests/fuzz, such as key-uri. --seed repeats a run; --times makes it longer.`;

function readCommand() {
  try {
    const options = { target: { type: 'string' }, seed: { type: 'string' }, times: { type: 'string' } } as const;
    const { target, seed = '', times = '1' } = parseArgs({ options }).values;
    if (/^\d{0,9}$/.test(seed) && Number(times) > 0)
      return { target, seed: seed === '' ? String(Date.now() % 1e9) : seed, times };
  } catch {
    // What cannot be read is answered like what makes no sense.
  }
  console.error(usage);
  process.exit(2);
}

const { target, seed, times } = readCommand();
const root = join(import.meta.dirname, '..');
const report = join(root, '.output/fuzz/report.jsonl');
mkdirSync(join(root, '.output/fuzz'), { recursive: true });
rmSync(report, { force: true });

const files = target === undefined ? [] : [`tests/fuzz/${target}.test.ts`];
const vitest = spawn(
  join(root, 'node_modules/.bin/vitest'),
  ['run', '--project', 'fuzz', '--maxWorkers=2', '--reporter=default', ...files],
  { cwd: root, stdio: 'inherit', env: { ...process.env, FUZZ: times, FUZZ_SEED: seed, FUZZ_REPORT: report } },
);
const [status] = await once(vitest, 'close');

const lines = existsSync(report) ? readFileSync(report, 'utf8').trim().split('\n') : [];
const reports = lines
  .map((line): Report => JSON.parse(line))
  .toSorted((one, other) => (one.target < other.target ? -1 : 1));
const row = (...[name, inputs, seconds, longest, found]: readonly string[]): string =>
  `${name?.padEnd(52)}${inputs?.padStart(10)}${seconds?.padStart(9)}${longest?.padStart(14)}${found?.padStart(10)}`;
console.log(`\n${row('target', 'inputs', 'seconds', 'longest (ms)', 'findings')}`);
for (const { target: name, inputs, seconds, longestMs, findings } of reports)
  console.log(row(name, String(inputs), seconds.toFixed(0), longestMs.toFixed(1), String(findings.length)));
const total = reports.reduce((sum, { inputs }) => sum + inputs, 0);
console.log(`\n${total} inputs of seed ${seed} in ${(performance.now() / 1000).toFixed(0)} s`);
const isShort = target === undefined && Number(times) >= 1 && total < LEAST_INPUTS;
if (isShort) console.log(`Fewer than ${LEAST_INPUTS}.`);
process.exitCode = status === 0 && !isShort ? 0 : 1;
