// Runs before everything else, under whatever Node the machine has (20 or newer), with no package installed yet:
// plain JavaScript, node: modules only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserCache } from './find-browser.mjs';
import { createRunner, setUpPrograms } from './set-up-programs.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// Everything needs the packages; a start needs a browser too, and the tests need all of them.
const purpose = ['test', 'start'].find((one) => one === process.argv[2]) ?? 'packages';
const stampPath = join(root, 'node_modules', '.doorcode-setup');

const stop = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

const run = createRunner(root, process.env);

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** Whether what npm says it installed has every package of the lockfile; optional ones may be missing, as another platform's are. */
const installedMatches = (lockText) => {
  const installedText = read(join(root, 'node_modules', '.package-lock.json'));
  if (installedText === undefined) return false;
  const installed = JSON.parse(installedText).packages;
  return Object.entries(JSON.parse(lockText).packages).every(
    ([path, entry]) =>
      path === '' || installed[path]?.version === entry.version || (entry.optional && installed[path] === undefined),
  );
};

const setUpPackages = () => {
  const lockText = read(join(root, 'package-lock.json'));
  if (lockText === undefined) stop('package-lock.json is missing, so the packages cannot be installed as pinned.');
  const stamp = createHash('sha256').update(lockText).digest('hex');
  if (read(stampPath) === stamp && existsSync(join(root, 'node_modules', '.package-lock.json'))) return;
  if (!installedMatches(lockText)) {
    console.log('Installing the packages, this once: it takes a minute or two, and npm is silent meanwhile …');
    // Some packages ask for the Node that this very step brings, so npm's warnings about the machine's Node say nothing.
    if (!run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']))
      stop('The packages could not be installed: npm says why above.');
  }
  writeFileSync(stampPath, stamp);
};

const checkNode = () => {
  const local = join(root, 'node_modules', '.bin', 'node');
  const outcome = existsSync(local) ? spawnSync(local, ['--version'], { encoding: 'utf8' }) : undefined;
  const version = outcome?.status === 0 ? outcome.stdout.trim() : process.version;
  // Without the optional package (macOS, Windows) a new enough Node on PATH does as well.
  if (Number(version.slice(1).split('.')[0]) < 24)
    stop(
      `Doorcode needs Node 24, and this is ${version}: node_modules/.bin/node is missing or too old. ` +
        'Install Node 24, or run npm ci with optional dependencies.',
    );
};

setUpPackages();
checkNode();
const sentence =
  purpose === 'packages'
    ? undefined
    : setUpPrograms({
        purpose,
        environment: process.env,
        isRoot: process.getuid?.() === 0,
        osRelease: read('/etc/os-release') ?? '',
        platform: process.platform,
        cache: browserCache,
        run,
      });
if (sentence !== undefined && purpose === 'start') stop(sentence);
// The tests go on: what has no browser counts as failed, everything else still says what it finds.
if (sentence !== undefined) console.error(sentence);
