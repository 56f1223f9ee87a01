import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { seedDemo } from '../../../portal/demo.ts';
import { isOwnAddress, listen, portOf } from '../../../portal/listen.ts';
import { createPortal } from '../../../portal/server.ts';
import { Client, FakeClock } from './client.ts';

const main = resolve(import.meta.dirname, '../../../portal/main.ts');

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'doorcode-portal-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Starts the portal as npm does, ends it as Ctrl-C does once it says how, and gives what it said. */
const start = async (options: readonly string[], cwd = newFolder()) => {
  const started = spawn(process.execPath, [main, ...options], { cwd });
  let said = '';
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (text: Buffer) => {
      said += text.toString('utf8');
      if (said.includes('Ctrl-C')) started.kill('SIGINT');
    });
  const [status] = await once(started, 'close');
  return { status, lines: said.trimEnd().split('\n') };
};

const openPortal = async () => {
  const folder = newFolder();
  const clock = new FakeClock();
  clock.ms = Date.now();
  const portal = createPortal({ databasePath: join(folder, 'portal.sqlite'), clock: clock.now });
  await seedDemo(portal);
  return { portal, clock, folder };
};

// Each starts a process of its own, and mostly waits for it.
describe.concurrent('the portal as npm starts it', () => {
  test('the portal says where it is, who may log in, where things are kept and how it ends', async () => {
    const { status, lines } = await start(['--port', '0']);
    expect(status).toBe(0);
    expect(lines).toEqual([
      expect.stringMatching(/^Portal: http:\/\/127\.0\.0\.1:\d+$/),
      'Customer: demo@example.com / harbour demo login',
      expect.stringMatching(/^Billing desk: /),
      'Everything is kept in portal.sqlite, which npm start uses too.',
      'Press Ctrl-C to end.',
    ]);
  });

  test('once two-factor login is on, the portal says that the password is not enough, and how to begin anew', async () => {
    const { portal, clock, folder } = await openPortal();
    await new Client(portal).enrol(clock);
    portal.close();
    const { lines } = await start(['--port', '0'], folder);
    expect(lines.join('\n')).toContain(
      'a login asks for a code too. Begin anew: npm run portal -- --db another.sqlite',
    );
  });

  test('a taken port ends the portal with one sentence that names the way out', async () => {
    const { portal, folder } = await openPortal();
    const { port, close } = await listen(portal, { port: 0, host: '127.0.0.1' });
    const { status, lines } = await start(['--port', String(port), '--db', 'other.sqlite'], folder);
    await close();
    expect(status).toBe(1);
    expect(lines).toEqual([
      `Port ${port} is taken, perhaps by another "npm start" or "npm run portal". End that one, or take another port: npm run portal -- --port 8711`,
    ]);
  });

  test('what is no port, no address of this computer and no option end the portal with one sentence', async () => {
    const port = await start(['--port', 'http']);
    expect(port).toEqual({ status: 1, lines: ['--port takes a number up to 65535, not "http".'] });
    const host = await start(['--host', '0.0.0.0']);
    expect(host.status).toBe(1);
    expect(host.lines).toEqual([
      '--host takes an address of this computer alone, such as 127.0.0.2 or ::1, not "0.0.0.0".',
    ]);
    const option = await start(['--prot', '8711']);
    expect(option.status).toBe(1);
    expect(option.lines).toHaveLength(1);
  });
});

test.each([
  ['0', 0],
  ['65535', 65_535],
  ['65536', undefined],
  ['-1', undefined],
  ['8e3', undefined],
  ['', undefined],
])('the port "%s" is read as %s', (typed, port) => {
  expect(portOf(typed)).toBe(port);
});

test.each([
  ['127.0.0.1', true],
  ['127.8.9.1', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['', false],
  ['192.168.0.2', false],
  ['127.example.com', false],
  ['localhost.example.com', false],
])('whether the portal may listen at "%s" is %s', (host, own) => {
  expect(isOwnAddress(host)).toBe(own);
});
