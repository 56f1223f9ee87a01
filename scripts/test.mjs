import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const reports = mkdtempSync(join(tmpdir(), 'doorcode-test-'));

const specFolder = join(root, 'tests', 'e2e');
const hasSpecs =
  existsSync(specFolder) && readdirSync(specFolder, { recursive: true }).some((f) => f.endsWith('.spec.ts'));

// Cheap first. `vitest` stages are counted by their tests, every other stage is one check.
const stages = [
  { name: 'types' },
  { name: 'lint' },
  { name: 'imports' },
  { name: 'unit', vitest: true },
  { name: 'build' },
  { name: 'output', vitest: true, needs: 'build' },
  ...(hasSpecs ? [{ name: 'e2e', vitest: true, needs: 'build' }] : []),
];

const failure = (note) => ({ passed: 0, failed: 1, note });

const countTests = (reportPath, exitCode) => {
  if (!existsSync(reportPath)) return failure('vitest left no report');
  const report = JSON.parse(readFileSync(reportPath, 'utf8'));
  const passed = report.numPassedTests;
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  const skipped = report.numPendingTests + report.numTodoTests;
  const note = skipped > 0 ? `${skipped} skipped` : '';
  if (passed + failed === 0) return failure('vitest ran no tests');
  // An error outside every test leaves all tests green and only the exit code red.
  if (exitCode !== 0 && failed === 0) return { passed, failed: 1, note: `vitest ended with ${exitCode}` };
  return { passed, failed, note };
};

const runStage = ({ name, vitest, needs }, done) => {
  if (!scripts[name]) return failure(`package.json has no script "${name}"`);
  if (needs && done.some((stage) => stage.name === needs && stage.failed > 0))
    return failure(`not run: ${needs} failed`);
  const reportPath = join(reports, `${name}.json`);
  const extra = vitest ? ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`] : [];
  const { status } = spawnSync('npm', ['run', '--silent', name, ...extra], { cwd: root, stdio: 'inherit' });
  if (vitest) return countTests(reportPath, status);
  return status === 0 ? { passed: 1, failed: 0, note: '' } : failure('');
};

const done = [];
for (const stage of stages) {
  console.log(`\n== ${stage.name}`);
  const startMs = performance.now();
  const outcome = runStage(stage, done);
  done.push({ name: stage.name, seconds: (performance.now() - startMs) / 1000, ...outcome });
}
rmSync(reports, { recursive: true });

console.log(`\n${'stage'.padEnd(10)}${'seconds'.padStart(9)}${'passed'.padStart(9)}${'failed'.padStart(9)}`);
for (const { name, seconds, passed, failed, note } of done)
  console.log(
    `${name.padEnd(10)}${seconds.toFixed(1).padStart(9)}${String(passed).padStart(9)}${String(failed).padStart(9)}${note ? `  ${note}` : ''}`,
  );
const sum = (key) => done.reduce((total, stage) => total + stage[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
