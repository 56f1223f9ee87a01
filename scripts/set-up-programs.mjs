// Part of set-up: plain JavaScript, node: modules only, Node 20.
import { spawnSync } from 'node:child_process';
import { findChromium, findFirefox, findOnPath } from './find-browser.mjs';

const variables = 'CHROME_PATH and FIREFOX_PATH may name browsers elsewhere; the names are those of Debian packages';

/** Runs commands, each printed before it runs; one that is `terse` shows of its errors only the lines that name them. */
export const createRunner =
  (root, environment) =>
  (command, commandArguments, { terse = false } = {}) => {
    console.log(`$ ${[command, ...commandArguments].join(' ')}`);
    const outcome = spawnSync(command, commandArguments, {
      cwd: root,
      stdio: ['inherit', 'inherit', terse ? 'pipe' : 'inherit'],
      env: { ...environment, DEBIAN_FRONTEND: 'noninteractive' },
      encoding: 'utf8',
    });
    const named = (outcome.stderr ?? '').split('\n').filter((line) => /^(?:npm error|\w*Error:)/.test(line));
    if (outcome.status !== 0 && named.length > 0) console.error(named.join('\n'));
    return outcome.status === 0;
  };

/** The Debian packages of what is missing: a start needs one browser of either kind, the tests need all. */
const missingPrograms = ({ purpose, environment, platform, cache }) => {
  const chromium = findChromium(environment, cache);
  const firefox = findFirefox(environment, cache);
  if (purpose === 'start') return chromium || firefox ? [] : ['chromium'];
  const missing = [];
  if (!chromium) missing.push('chromium');
  if (!firefox) missing.push('firefox-esr');
  if (platform === 'linux') {
    if (!findOnPath('Xvfb', environment)) missing.push('xvfb');
    if (!findOnPath('openbox', environment)) missing.push('openbox');
    if (!findOnPath('xdotool', environment)) missing.push('xdotool');
    // Without it the tests of recover.py are skipped, or fail where CI is set.
    if (!environment.PYTHON && !findOnPath('python3', environment)) missing.push('python3');
    // The tests that compare codes with it are skipped else.
    if (!environment.OATHTOOL && !findOnPath('oathtool', environment)) missing.push('oathtool');
  }
  return missing;
};

const downloads = { chromium: ['chrome', 'chrome@stable'], 'firefox-esr': ['firefox', 'firefox@esr'] };

const fetchBrowsers = (missing, { run, environment, cache }) => {
  for (const [name, [, wanted]] of Object.entries(downloads)) {
    if (!missing.includes(name) || !findOnPath('npx', environment)) continue;
    // A failed download would print the downloader's whole manual.
    run('npx', ['--no-install', '@puppeteer/browsers', 'install', wanted, '--path', cache], { terse: true });
  }
};

/**
 * Sets up what is missing: by apt as root on Debian, else by fetching browsers; gives a sentence about what is still
 * missing, or undefined.
 */
export const setUpPrograms = (surroundings) => {
  const { environment, isRoot, osRelease, run } = surroundings;
  let missing = missingPrograms(surroundings);
  if (missing.length === 0) return undefined;
  // Ubuntu's chromium package is a snap that does not start under root, so only Debian is served.
  if (isRoot && /^ID=debian$/m.test(osRelease) && findOnPath('apt-get', environment)) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', ...missing]);
  } else {
    fetchBrowsers(missing, surroundings);
  }
  missing = missingPrograms(surroundings);
  if (missing.length === 0) return undefined;
  return surroundings.purpose === 'start'
    ? `No browser was found and none could be fetched: please install chromium or firefox-esr (${variables}).`
    : `Please install ${missing.join(', ')} (${variables}): until then the tests that need them fail or are skipped.`;
};
