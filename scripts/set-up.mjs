// Runs before everything else, under whatever Node the machine has (20 or newer), with no package installed yet:
// plain JavaScript, node: modules only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, findFirefox, findOnPath } from './find-browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const purpose = process.argv[2] === 'test' ? 'test' : 'start';
const stampPath = join(root, 'node_modules', '.doorcode-setup');

const stop = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

const run = (command, commandArguments) => {
  console.log(`$ ${[command, ...commandArguments].join(' ')}`);
  const outcome = spawnSync(command, commandArguments, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return outcome.status === 0;
};

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** Whether what npm says it installed has every package of the lockfile; optional ones may be another platform's. */
const installedMatches = (lockText) => {
  const installedText = read(join(root, 'node_modules', '.package-lock.json'));
  if (installedText === undefined) return false;
  const installed = JSON.parse(installedText).packages;
  return Object.entries(JSON.parse(lockText).packages).every(
    ([path, entry]) => path === '' || installed[path]?.version === entry.version || entry.optional,
  );
};

const setUpPackages = () => {
  const lockText = read(join(root, 'package-lock.json'));
  if (lockText === undefined) stop('package-lock.json is missing, so the packages cannot be installed as pinned.');
  const stamp = createHash('sha256').update(lockText).digest('hex');
  if (read(stampPath) === stamp && existsSync(join(root, 'node_modules', '.package-lock.json'))) return;
  if (!installedMatches(lockText) && !run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']))
    stop('The packages could not be installed: npm says why above.');
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

const missingPrograms = () => {
  const missing = [];
  if (!findChromium()) missing.push('chromium');
  if (purpose === 'test') {
    if (!findFirefox()) missing.push('firefox-esr');
    if (process.platform === 'linux') {
      if (!findOnPath('Xvfb')) missing.push('xvfb');
      if (!findOnPath('openbox')) missing.push('openbox');
      if (!findOnPath('xdotool')) missing.push('xdotool');
    }
  }
  return missing;
};

// Ubuntu's chromium package is a snap that does not start under root, so only Debian is served.
const isDebian = () => /^ID=debian$/m.test(read('/etc/os-release') ?? '') && findOnPath('apt-get') !== undefined;

const setUpPrograms = () => {
  let missing = missingPrograms();
  if (missing.length > 0 && process.getuid?.() === 0 && isDebian()) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', ...missing]);
    missing = missingPrograms();
  }
  if (missing.length === 0) return;
  const sentence =
    `Please install ${missing.join(', ')} (Debian package names; ` +
    'CHROME_PATH and FIREFOX_PATH may name browsers elsewhere)';
  if (purpose === 'start') stop(`${sentence}.`);
  console.error(`${sentence}: until then the specs that drive them fail.`);
};

setUpPackages();
checkNode();
setUpPrograms();
