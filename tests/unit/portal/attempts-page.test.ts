import { expect, test } from 'vitest';
import { demo } from '../../../portal/demo.ts';
import { listThrottled } from '../../../portal/store/throttled.ts';
import { atDesk, Client, challenged, codeAt, enrolled, openPortal, startMs } from './client.ts';

const hour = 3_600_000;

/** The rows of the tables on the page, cells joined by bars. */
const rowsOf = ({ page }: Client): string[] =>
  [...page.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/g)]
      .map(([, cell = '']) => cell.replace(/<[^>]+>/g, ''))
      .join('|'),
  );

const attemptsOf = async (portal: Client['portal']): Promise<Client> => {
  const staff = await atDesk(portal);
  expect((await staff.send('/staff/attempts')).status).toBe(200);
  return staff;
};

test('the page says who is held back until when, and who may try', async () => {
  const { portal, clock } = await enrolled();
  const half = await challenged(portal);
  await half.verify('abcdef');
  await half.verify('abcdef');
  const page = await attemptsOf(portal);
  const until = new Date(clock.ms + 2_000).toISOString().slice(0, 19).replace('T', ' ');
  expect(rowsOf(page)).toContain(`${demo.email}|Code or backup code|1|1 of 36|Waits until ${until} UTC`);
  clock.ms += 2_000;
  expect(rowsOf(await attemptsOf(portal))).toContain(`${demo.email}|Code or backup code|1|1 of 36|May try`);
});

test('an account that reached the limit of a day is free when its failures are a day old, and one after 100 never', async () => {
  const { portal, clock, secret } = await enrolled();
  const { database } = portal.state;
  for (let n = 0; n < 37; n += 1)
    database.exec(`INSERT INTO failure (subject, at_ms) VALUES ('second factor 1', ${clock.ms + n * 1000})`);
  clock.ms += hour;
  // 37 failures: two have to grow old before the 36th is allowed.
  const freeMs = clock.ms - hour + 1000 + 24 * hour;
  expect(listThrottled(database, clock.ms)).toMatchObject([
    { account: demo.email, today: 37, state: { kind: 'wait', untilUnixMs: freeMs } },
  ]);
  clock.ms = freeMs - 1;
  expect((await (await challenged(portal)).verify(codeAt(secret, clock.ms))).status).toBe(401);
  clock.ms = freeMs;
  expect((await (await challenged(portal)).verify(codeAt(secret, clock.ms))).status).toBe(303);
  database.exec(`INSERT OR REPLACE INTO attempt VALUES ('second factor 1', 100, ${clock.ms})`);
  expect((await attemptsOf(portal)).page).toContain('Stopped until the desk approves a request');
});

test('tries are counted by day and in all: compared, right, wrong, held back', async () => {
  const { portal, clock, secret, backupCode } = await enrolled();
  const half = await challenged(portal);
  await half.verify('abcdef');
  await half.verify(codeAt(secret, clock.ms));
  clock.ms += 2_000;
  await half.verify(codeAt(secret, clock.ms));
  clock.ms += 24 * hour;
  await (await challenged(portal)).backup(backupCode);
  const rows = rowsOf(await attemptsOf(portal));
  expect(rows).toContain('2026-01-01|Code or backup code|2|1|1|1');
  expect(rows).toContain('2026-01-02|Code or backup code|1|1|0|0');
  expect(rows).toContain('In all|Code or backup code|3|2|1|1');
  // The enrolment, and two that were asked for the code.
  expect(rows).toContain('In all|Password|3|3|0|0');
  expect(rows).toContain('In all|Password of the desk|1|1|0|0');
  expect(rows.indexOf('2026-01-02|Code or backup code|1|1|0|0')).toBeLessThan(
    rows.indexOf('2026-01-01|Code or backup code|2|1|1|1'),
  );
});

test('30 days are listed, and the sum goes further back', async () => {
  const { portal } = await openPortal();
  for (let n = 0; n < 40; n += 1) {
    const day = new Date(startMs - n * 24 * hour).toISOString().slice(0, 10);
    portal.state.database.exec(`INSERT OR REPLACE INTO attempt_count VALUES ('${day}', 'second factor', 5, 3, 2)`);
  }
  const rows = rowsOf(await attemptsOf(portal));
  expect(rows.filter((row) => /^20.*\|Code or backup code/.test(row)).length).toBe(30);
  expect(rows).toContain('In all|Code or backup code|200|120|80|80');
});

test('nothing that anybody typed is on the page, nor any secret: login names that nobody has stay nameless', async () => {
  const { portal, clock, secret, backupCode, code } = await enrolled();
  const guess = async (email: string, password: string) => {
    const client = new Client(portal);
    await client.send('/login');
    await client.post('/login', { email, password });
  };
  await guess('my secret password', 'x');
  await guess(demo.email, 'nearly my password');
  clock.ms += 2_000;
  await (await challenged(portal)).verify('987654');
  const page = await attemptsOf(portal);
  expect(rowsOf(page)).toContain('a login name that nobody has|Password|1|no limit|May try');
  const stored = portal.state.database.prepare('SELECT hex(secret) AS secret, backup_hash FROM second_factor').get();
  const hashes = portal.state.database.prepare("SELECT subject FROM attempt WHERE subject LIKE 'password %'").all();
  expect(hashes.length).toBeGreaterThan(0);
  for (const kept of [
    ...['my secret password', 'nearly my', '987654', secret, code, backupCode, demo.password],
    ...[String(stored?.secret), String(stored?.backup_hash), ...hashes.map(({ subject }) => String(subject).slice(9))],
  ])
    expect(page.page.toLowerCase()).not.toContain(kept.toLowerCase());
});

test('a flood of made-up names fills 200 rows at most, and the names of customers stay text', async () => {
  const { portal, clock } = await openPortal();
  const client = new Client(portal);
  await client.send('/register');
  await client.post('/register', { name: 'x', email: '<b>x</b>@example.com', password: 'long enough' });
  for (let n = 0; n < 250; n += 1)
    portal.state.database.exec(`INSERT INTO attempt VALUES ('password made up ${n}', 1, ${clock.ms})`);
  const guess = new Client(portal);
  await guess.send('/login');
  clock.ms += 1;
  await guess.post('/login', { email: '<b>x</b>@example.com', password: 'no' });
  const staff = await attemptsOf(portal);
  expect(staff.page.match(/data-state=/g)?.length).toBe(200);
  expect(staff.page).toContain('&lt;b&gt;x&lt;/b&gt;@example.com');
});

test('a quiet portal says that nobody failed', async () => {
  const { portal } = await openPortal();
  const staff = await attemptsOf(portal);
  expect(staff.page).toMatch(/Accounts with failures<\/h2>\s*<p>None\.<\/p>/);
});
