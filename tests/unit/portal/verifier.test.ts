import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { acceptBackupCode } from '../../../portal/store/second-factor.ts';
import {
  type Client,
  challenged,
  codeAt,
  enrolled,
  type FakeClock,
  failuresIn,
  forgive,
  openPortal,
} from './client.ts';

const minute = 60_000;

const countCodes = (responses: readonly Response[], status: number) =>
  responses.filter((one) => one.status === status).length;

test('the code that confirmed the enrolment does not log in', async () => {
  const { portal, clock, code } = await enrolled();
  clock.ms -= 5 * minute;
  const client = await challenged(portal);
  expect((await client.verify(code)).status).toBe(401);
});

test.each([
  ['as it was', (code: string) => code],
  ['with a space inside', (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`],
  ['with spaces around', (code: string) => `  ${code} `],
  ['full-width', (code: string) => code.replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d)))],
  ['Arabic-Indic', (code: string) => code.replace(/\d/g, (d) => String.fromCodePoint(0x660 + Number(d)))],
  ['with a plus sign', (code: string) => `+${code}`],
  ['with a tab', (code: string) => `${code}\t`],
  ['with a no-break space', (code: string) => `${code}\u00a0`],
  ['with a line end', (code: string) => `${code}\n`],
  ['with a leading zero', (code: string) => `0${code}`],
  ['with a NUL', (code: string) => `${code}\0`],
])('a used code is refused %s', async (_, spell) => {
  const { portal, clock, secret } = await enrolled();
  const code = codeAt(secret, clock.ms);
  expect((await (await challenged(portal)).verify(code)).status).toBe(303);
  clock.ms += 2000;
  expect((await (await challenged(portal)).verify(spell(code))).status).toBe(401);
});

test('a code with spaces is accepted the first time', async () => {
  const { portal, clock, secret } = await enrolled();
  const code = codeAt(secret, clock.ms);
  expect((await (await challenged(portal)).verify(` ${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(303);
});

test('the previous step is refused after a newer one, also when the clock is set back', async () => {
  const { portal, clock, secret } = await enrolled();
  const previous = codeAt(secret, clock.ms - 30_000);
  expect((await (await challenged(portal)).verify(codeAt(secret, clock.ms))).status).toBe(303);
  expect((await (await challenged(portal)).verify(previous)).status).toBe(401);
  clock.ms -= 30_000;
  // Else the wait after the first refusal would answer, not the last accepted step.
  forgive(portal);
  expect((await (await challenged(portal)).verify(previous)).status).toBe(401);
});

test.each([
  ['the start of its step less 30 s and 1 ms', -30_001, 401],
  ['the start of its step less 30 s', -30_000, 303],
  ['the end of its step plus 30 s less 1 ms', 59_999, 303],
  ['the end of its step plus 30 s', 60_000, 401],
])('a code at %s answers as it should', async (_, offsetMs, status) => {
  const { portal, clock, secret } = await enrolled();
  const code = codeAt(secret, clock.ms);
  clock.ms += offsetMs;
  expect((await (await challenged(portal)).verify(code)).status).toBe(status);
});

test('of 50 parallel tries with one code exactly one succeeds, from one session and from many', async () => {
  const { portal, clock, secret } = await enrolled();
  const one = await challenged(portal);
  const token = one.token;
  const same = await Promise.all(
    Array.from({ length: 50 }, () => one.post('/login/challenge/verify', { key: codeAt(secret, clock.ms) }, token)),
  );
  expect(same.filter((r) => r.headers.get('location') === '/').length).toBe(1);
  clock.ms += 2 * minute;
  const many: Client[] = [];
  for (let n = 0; n < 12; n += 1) many.push(await challenged(portal));
  const tries = Array.from({ length: 50 }, (_, n) => many[n % 12]).filter((client) => client !== undefined);
  const sent = await Promise.all(tries.map((client) => client.verify(codeAt(secret, clock.ms))));
  expect(sent.filter((r) => r.headers.get('location') === '/').length).toBe(1);
});

test('guessing over sessions and restarts gets at most 36 codes evaluated a day, and none after 100', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'portal-'));
  const path = join(directory, 'portal.sqlite');
  const first = await enrolled(path);
  const clock: FakeClock = first.clock;
  let { portal } = first;
  const failures = (): number => failuresIn(portal);
  const guess = async (client: Client) => {
    const wrong = codeAt(first.secret, clock.ms) === '000000' ? '000001' : '000000';
    expect((await client.verify(wrong)).status).toBe(401);
  };
  const end = clock.ms + 24 * 60 * minute;
  for (let n = 0; clock.ms < end; n += 1) {
    const client = await challenged(portal);
    await guess(client);
    await guess(client);
    // Never sooner than half of what has to be waited for: half of the guesses come too early.
    clock.ms += Math.max(1000, Math.min(failures() >= 12 ? 30 * minute : 2 ** failures() * 500, 30 * minute));
    if (n === 20) {
      portal.close();
      ({ portal } = await openPortal(path, clock));
    }
  }
  expect(failures()).toBeGreaterThan(30);
  expect(failures()).toBeLessThanOrEqual(36);
  const client = await challenged(portal);
  expect((await client.verify(codeAt(first.secret, clock.ms - 120_000))).status).toBe(401);
  portal.state.database.exec('UPDATE attempt SET failures = 99, last_failure_ms = 0; DELETE FROM failure');
  await guess(await challenged(portal));
  clock.ms += 365 * 24 * 60 * minute;
  expect((await (await challenged(portal)).verify(codeAt(first.secret, clock.ms))).status).toBe(401);
  expect((await (await challenged(portal)).backup(first.backupCode)).status).toBe(401);
  expect(failures()).toBe(100);
  portal.close();
  rmSync(directory, { recursive: true });
}, 60_000);

test('wrong, replayed and throttled get the same page', async () => {
  const { portal, clock, secret } = await enrolled();
  const code = codeAt(secret, clock.ms);
  await (await challenged(portal)).verify(code);
  const bare = (client: Client) => client.page.replace(/value="[\w-]+"/g, '');
  const client = await challenged(portal);
  await client.verify(code);
  const replayed = bare(client);
  await client.verify('000000');
  const throttled = bare(client);
  clock.ms += minute;
  await client.verify('000000');
  expect([throttled, bare(client)]).toEqual([replayed, replayed]);
});

test('a backup code works once, also in a race, and gives a new one that works', async () => {
  const { portal, clock, backupCode } = await enrolled();
  const clients: Client[] = [];
  for (let n = 0; n < 5; n += 1) clients.push(await challenged(portal));
  const sent = await Promise.all(clients.map((client) => client.backup(backupCode)));
  expect(countCodes(sent, 200)).toBe(1);
  const winner = clients.find((client) => client.page.includes('id="backupCode"'));
  const next = /id="backupCode">([A-Z2-9-]+)</.exec(winner?.page ?? '')?.[1] ?? '';
  expect(next).toMatch(/^[A-Z2-9]{5}(?:-[A-Z2-9]{5}){3}$/);
  expect(next).not.toBe(backupCode);
  clock.ms += 60 * minute;
  expect((await (await challenged(portal)).backup(backupCode)).status).toBe(401);
  clock.ms += 60 * minute;
  expect((await (await challenged(portal)).backup(next.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
});

test('a good backup code does not forgive the guesses made before', async () => {
  const { portal, clock, backupCode } = await enrolled();
  const client = await challenged(portal);
  await client.verify('abcdef');
  clock.ms += minute;
  await client.backup(backupCode);
  expect(failuresIn(portal)).toBe(1);
});

test('of 20 backup-code logins in flight together exactly one gets in, even if none had to wait', async () => {
  const { portal, backupCode } = await enrolled();
  const tries = Array.from({ length: 20 }, () => {
    const outcome = acceptBackupCode(portal.state.database, portal.state, 1, backupCode);
    // Else all but the first would wait, and the swap would never be raced for.
    forgive(portal);
    return outcome;
  });
  expect((await Promise.all(tries)).filter(({ ok }) => ok)).toHaveLength(1);
}, 20_000);
