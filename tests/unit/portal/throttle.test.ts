import { expect, test } from 'vitest';
import { demo } from '../../../portal/demo.ts';
import { Client, challenged, codeAt, enrolled, failuresIn, openPortal } from './client.ts';

const hour = 3_600_000;

const tryPassword = async (portal: Client['portal'], email: string, password: string): Promise<number> => {
  const client = new Client(portal);
  await client.send('/login');
  return (await client.post('/login', { email, password })).status;
};

test('after n wrong codes the right one waits 2^n seconds, an hour at most', async () => {
  const { portal, clock, secret } = await enrolled();
  const login = async (code: string): Promise<number> => (await (await challenged(portal)).verify(code)).status;
  let failures = 0;
  for (const waitMs of [2_000, 4_000, 8_000, 16_000]) {
    expect(await login('abcdef')).toBe(401);
    failures += 1;
    expect(failuresIn(portal)).toBe(failures);
    clock.ms += waitMs - 1;
    expect(await login(codeAt(secret, clock.ms))).toBe(401);
    // A try that came too early was not compared, and does not count.
    expect(failuresIn(portal)).toBe(failures);
    clock.ms += 1;
  }
  expect(await login(codeAt(secret, clock.ms))).toBe(303);
  expect(failuresIn(portal)).toBe(0);
  portal.state.database.exec(`INSERT INTO attempt VALUES ('second factor 1', 30, ${clock.ms})`);
  clock.ms += hour - 1;
  expect(await login(codeAt(secret, clock.ms))).toBe(401);
  clock.ms += 1;
  expect(await login(codeAt(secret, clock.ms))).toBe(303);
});

test("the owner's own logins give a guesser no more than 36 codes a day", async () => {
  const { portal, clock, secret } = await enrolled();
  const login = async (code: string): Promise<number> => (await (await challenged(portal)).verify(code)).status;
  const guesses = () => portal.state.database.prepare('SELECT COUNT(*) AS n FROM failure').get()?.n;
  // Four guesses, as far apart as the waits ask, then the owner, whose login ends the row of failures.
  for (let round = 1; round <= 9; round += 1) {
    for (const waitMs of [2_000, 4_000, 8_000, 16_000]) {
      await login('abcdef');
      clock.ms += waitMs;
    }
    expect(guesses()).toBe(4 * round);
    clock.ms += 30_000;
    if (round < 9) expect(await login(codeAt(secret, clock.ms))).toBe(303);
  }
  clock.ms += 20 * hour;
  expect(await login('abcdef')).toBe(401);
  expect(guesses()).toBe(36);
  expect(await login(codeAt(secret, clock.ms))).toBe(401);
  clock.ms += 4 * hour;
  expect(await login(codeAt(secret, clock.ms))).toBe(303);
}, 20_000);

test('password guesses wait like codes, from any session, and the right password waits too', async () => {
  const { portal, clock } = await openPortal();
  let waitMs = 2_000;
  for (let n = 0; n < 6; n += 1) {
    expect(await tryPassword(portal, demo.email, 'not the password')).toBe(401);
    clock.ms += waitMs - 1;
    expect(await tryPassword(portal, ' DEMO@example.com', demo.password)).toBe(401);
    clock.ms += 1;
    waitMs *= 2;
  }
  expect(await tryPassword(portal, demo.email, demo.password)).toBe(303);
  expect(await tryPassword(portal, demo.email, demo.password)).toBe(303);
});

test('of 20 parallel password guesses one is compared', async () => {
  const { portal } = await openPortal();
  const clients = Array.from({ length: 20 }, () => new Client(portal));
  for (const client of clients) await client.send('/login');
  await Promise.all(clients.map((client) => client.post('/login', { email: demo.email, password: 'guess' })));
  const rows = portal.state.database.prepare('SELECT failures FROM attempt').all();
  expect(rows.map((row) => row.failures)).toEqual([1]);
});

test('a password that waits and a wrong one get the same page, for addresses that exist and those that do not', async () => {
  const { portal } = await openPortal();
  const pages: string[] = [];
  for (const email of [demo.email, demo.email, 'nobody@example.com', 'nobody@example.com']) {
    const client = new Client(portal);
    await client.send('/login');
    await client.post('/login', { email, password: 'not the password' });
    pages.push(client.page.replace(/value="[\w-]+"/g, ''));
  }
  expect(new Set(pages).size).toBe(1);
  expect(pages[0]).toContain('alert-danger');
});

test('strangers cannot lock a customer out for good, nor use up the attempts of the second factor', async () => {
  const { portal, clock, secret } = await enrolled();
  await tryPassword(portal, demo.email, 'not the password');
  portal.state.database.exec("UPDATE attempt SET failures = 5000 WHERE subject LIKE 'password %'");
  expect(failuresIn(portal)).toBe(0);
  clock.ms += hour;
  expect((await (await challenged(portal)).verify(codeAt(secret, clock.ms))).status).toBe(303);
});

test('the billing desk waits after wrong passwords too, apart from a customer of the same name', async () => {
  const { portal, clock } = await openPortal();
  const staff = new Client(portal);
  const desk = async (password: string): Promise<number> => {
    await staff.send('/staff');
    return (await staff.post('/staff/login', { login: demo.staffLogin, password })).status;
  };
  expect(await desk('wrong')).toBe(401);
  expect(await desk(demo.staffPassword)).toBe(401);
  clock.ms += 2_000;
  expect(await desk(demo.staffPassword)).toBe(303);
});

test('what was typed as an address is not kept, and a quiet day forgets it', async () => {
  const { portal, clock } = await openPortal();
  await tryPassword(portal, 'my secret password', 'x');
  const rows = () => portal.state.database.prepare('SELECT * FROM attempt').all();
  expect(rows()).toHaveLength(1);
  expect(JSON.stringify(rows())).not.toContain('my secret');
  clock.ms += 24 * hour;
  await tryPassword(portal, demo.email, demo.password);
  expect(rows()).toEqual([]);
});
