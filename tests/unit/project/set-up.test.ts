import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
    installer('apt-get', ['firefox-esr', 'Xvfb', 'xdotool']);
    expect(setUp({ purpose: 'test', isRoot: true })).toContain(
      'ran apt-get install -y --no-install-recommends firefox-esr xvfb xdotool',
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
    expect(setUp({ purpose: 'test' }).at(-1)).toMatch(/^SENTENCE Please install chromium, xvfb, openbox, xdotool /);
  });

  it('asks for no X server where there is none to ask for', () => {
    program('firefox');
    program('google-chrome');
    expect(setUp({ purpose: 'test', platform: 'darwin' })).toEqual(['SENTENCE undefined']);
  });
});
