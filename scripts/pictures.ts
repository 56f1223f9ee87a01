import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { acceptPictures } from './pictures/accept-pictures.ts';

// npm run pictures [-- --accept NAME…|all]: takes a picture of every screen and compares it with the accepted one, or accepts what the last run took.
const { values, positionals } = parseArgs({
  options: { accept: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const reporters = ['--reporter=default', '--reporter=./scripts/skipped-tests.ts'];

function compare(): number {
  const run = (program: string, ...args: string[]): number =>
    spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, DOORCODE_PICTURES: 'take' } }).status ?? 1;
  const status =
    run('npm', 'run', '--silent', 'build') ||
    run('vitest', 'run', ...reporters, '--project', 'long', 'tests/e2e/long/pictures.spec.ts');
  console.log('\nLook at .output/pictures/index.html, then: npm run pictures -- --accept NAME…|all');
  return status;
}

if (values.accept) {
  const { said, done } = acceptPictures(positionals);
  console.log(said);
  process.exitCode = done ? 0 : 1;
} else {
  process.exitCode = compare();
}
