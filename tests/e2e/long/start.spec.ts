import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyProject, type ProjectCopy } from '../../support/e2e/project-copy.ts';
import { openScreen, type Screen } from '../../support/e2e/screen.ts';
import { until } from '../../support/e2e/until.ts';

// What `npm start` runs once its set-up is done. That all of it works is shown by CI, which runs it in both browsers.
let project: ProjectCopy;
let started: ChildProcess | undefined;
let said = '';

beforeEach(() => {
  project = copyProject();
  said = '';
});

afterEach(async () => {
  if (started !== undefined && started.exitCode === null) {
    started.kill('SIGTERM');
    await once(started, 'exit');
  }
  project.remove();
});

function start(options: readonly string[], environment: NodeJS.ProcessEnv): ChildProcess {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...rest } = process.env;
  const child = spawn(process.execPath, ['scripts/start.ts', ...options], {
    cwd: project.folder,
    env: { ...rest, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      said += text.toString('utf8');
    });
  started = child;
  return child;
}

describe('npm start without a display', () => {
  it('ends with 1 at the first step that fails, a line for each until then, and leaves the report', async () => {
    const path = join(project.folder, 'no-browser');
    writeFileSync(path, '#!/bin/sh\necho this is no browser >&2\nexit 3\n');
    chmodSync(path, 0o755);
    const [status] = await once(start(['--browser', 'chrome'], { CHROME_PATH: path }), 'close');
    expect(status).toBe(1);
    expect(said.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^ 1\. ok +\d+\.\d s {2}The extension is built$/),
      expect.stringMatching(/^ 2\. ok +\d+\.\d s {2}The customer area answers/),
      expect.stringMatching(/^ 3\. FAILED +\d+\.\d s {2}The customer area opens in a browser/),
      expect.stringMatching(/^The journey stopped at step 3 in .*\.output\/tour\/index\.html$/),
    ]);
    const report = readFileSync(join(project.folder, '.output/tour/index.html'), 'utf8');
    expect(report).toContain('Failed: ');
  });
});

describe.each(['chrome', 'firefox'] as const)('npm start on a screen, in %s', (browser) => {
  let screen: Screen;

  beforeEach(async () => {
    screen = await openScreen();
  });

  afterEach(async () => {
    await screen.close();
  });

  const title = () => screen.input('getactivewindow', 'getwindowname');

  it('shows Security Settings to the customer who is logged in, has the first-run tab beside it, and ends with the window', async () => {
    const child = start(['--browser', browser, '--port', '0'], { DISPLAY: screen.display });
    const ended = once(child, 'close');
    await until('the way out is told', async () => said.includes('Ctrl-C'), 60_000);
    await until('Security Settings is in front', async () => (await title()).startsWith('Security Settings'));
    await screen.input('key', 'ctrl+Tab');
    await until('the first-run tab is beside it', async () => (await title()).startsWith('Doorcode'));
    await screen.input('key', 'ctrl+shift+w');
    expect((await ended)[0]).toBe(0);
  });
});
