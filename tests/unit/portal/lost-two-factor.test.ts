import { expect, test } from 'vitest';
import { demo } from '../../../portal/demo.ts';
import { atDesk, Client, challenged, codeAt, enrolled, openPortal } from './client.ts';

const path = '/help/lost-two-factor';
const hour = 3_600_000;
const message = 'Customer since 2019, invoice 12.';

const ask = async (portal: Client['portal'], email: string, text = message): Promise<Client & { status: number }> => {
  const client = new Client(portal);
  await client.send(path);
  const { status } = await client.post(path, { email, message: text });
  return Object.assign(client, { status });
};

const reviewsIn = ({ state }: Client['portal']) =>
  state.database.prepare('SELECT message, state, password_shown FROM review ORDER BY id').all();

test('a request without a login reaches the desk, which is told that anybody may have written it', async () => {
  const { portal } = await enrolled();
  const client = await ask(portal, '  DEMO@example.com ');
  expect(client.status).toBe(303);
  await client.send(`${path}/taken`);
  expect(client.page).toContain('If this address belongs to a customer');
  expect(reviewsIn(portal)).toEqual([{ message, state: 'open', password_shown: 0 }]);
  const staff = await atDesk(portal);
  expect(staff.page).toContain('Asked without login: anybody may have written this.');
  expect(staff.page).toContain('review asked without login');
  expect(staff.page).toContain('Somebody asked us, without logging in,');
  const identity = 'Passport compared by video call.';
  await staff.post('/staff/review/1', { verdict: 'approved', reason: 'We recognised you.', identity });
  expect((await new Client(portal).login()).headers.get('location')).toBe('/');
});

test('customers, customers without two-factor and nobody get the same answers', async () => {
  const { portal } = await enrolled();
  const guest = new Client(portal);
  await guest.send('/register');
  await guest.post('/register', { name: 'Bo', email: 'bo@example.com', password: 'long enough' });
  const seen = new Set<string>();
  for (const email of [demo.email, 'bo@example.com', 'nobody@example.com']) {
    const answers: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const client = await ask(portal, email);
      answers.push(`${client.status} ${client.page.replace(/value="[^"]*"/g, '')}`);
    }
    seen.add(answers.join('\n'));
  }
  expect(seen.size).toBe(1);
  expect(reviewsIn(portal).length).toBe(1);
});

test('an address gets three requests a day, whichever session they come from', async () => {
  const { portal, clock } = await openPortal();
  const statuses: number[] = [];
  for (let n = 0; n < 4; n += 1) statuses.push((await ask(portal, 'nobody@example.com')).status);
  expect(statuses).toEqual([303, 303, 303, 429]);
  clock.ms += 24 * hour - 1;
  expect((await ask(portal, 'nobody@example.com')).status).toBe(429);
  clock.ms += 1;
  expect((await ask(portal, 'nobody@example.com')).status).toBe(303);
});

test('a flood of addresses is stopped at 60 an hour, keeps what was typed, and leaves the way with a password open', async () => {
  const { portal, clock } = await enrolled();
  for (let n = 0; n < 60; n += 1) expect((await ask(portal, `n${n}@example.com`)).status).toBe(303);
  const late = await ask(portal, demo.email);
  expect(late.status).toBe(429);
  expect(late.page).toContain(`${message}</textarea>`);
  expect(reviewsIn(portal)).toEqual([]);
  expect((await (await challenged(portal)).post('/login/review', { message })).status).toBe(303);
  expect(reviewsIn(portal)).toEqual([{ message, state: 'open', password_shown: 1 }]);
  clock.ms += hour;
  expect((await ask(portal, demo.email)).status).toBe(303);
});

test('of parallel requests for one address three are taken and one reaches the desk', async () => {
  const { portal } = await enrolled();
  const sent = await Promise.all(Array.from({ length: 20 }, () => ask(portal, demo.email)));
  expect(sent.filter(({ status }) => status === 303).length).toBe(3);
  expect(reviewsIn(portal).length).toBe(1);
});

test("a stranger's request takes nothing from the owner, who is told of it, asks too, and withdraws it", async () => {
  const { portal, clock, secret } = await enrolled();
  await ask(portal, demo.email, 'Let me in.');
  const owner = await challenged(portal);
  expect(owner.page).not.toContain('is reviewing your request');
  await owner.post('/login/review', { message });
  expect(reviewsIn(portal).length).toBe(2);
  const staff = await atDesk(portal);
  await staff.post('/staff/review/1', { verdict: 'refused', reason: 'You are a stranger.' });
  await owner.send('/login/challenge');
  expect(owner.page).not.toContain('You are a stranger.');
  await ask(portal, demo.email, 'Let me in, again.');
  await owner.verify(codeAt(secret, clock.ms));
  await owner.send('/');
  expect(owner.page).toContain('somebody without a login asked our billing department');
  expect((await owner.post('/notices/3/withdraw', {})).status).toBe(303);
  expect(reviewsIn(portal).map(({ state }) => state)).toEqual(['refused', 'open', 'withdrawn']);
});

test('an approval closes every other open request of the customer', async () => {
  const { portal } = await enrolled();
  await ask(portal, demo.email);
  await (await challenged(portal)).post('/login/review', { message });
  const staff = await atDesk(portal);
  const identity = 'Passport compared by video call.';
  await staff.post('/staff/review/2', { verdict: 'approved', reason: 'We recognised you.', identity });
  expect(reviewsIn(portal).map(({ state }) => state)).toEqual(['withdrawn', 'approved']);
});

test.each([
  ['', message, 'valid email'],
  ['nonsense', message, 'valid email'],
  ['a@b\u0000.example', message, 'valid email'],
  ['"><script>alert(1)</script>@x', '', 'how we can recognise you'],
  [`${'a'.repeat(65)}@example.com`, message, 'valid email'],
  [demo.email, '', 'how we can recognise you'],
  [demo.email, ' \r\n\t\u0000 ', 'how we can recognise you'],
  [demo.email, 'x'.repeat(2001), '2000 characters'],
])('a request from %j is not taken, and says why', async (email, text, why) => {
  const { portal } = await enrolled();
  const client = await ask(portal, email, text);
  expect(client.status === 422 && client.page.includes(why)).toBe(true);
  expect(client.page).not.toContain('<script>alert');
  expect(reviewsIn(portal)).toEqual([]);
  expect(portal.state.database.prepare('SELECT COUNT(*) AS n FROM help_request').get()?.n).toBe(0);
});

test('a form that is too long, or that cannot be read, is the fault of whoever sent it', async () => {
  const { portal } = await openPortal();
  const client = new Client(portal);
  await client.send(path);
  const long = new URLSearchParams({ token: client.token, email: demo.email, message: 'x'.repeat(70_000) }).toString();
  const cookie = [...client.cookies].map((pair) => pair.join('=')).join('; ');
  const post = async (body: string, headers: Record<string, string>) =>
    (await portal.app.request(path, { method: 'POST', body, headers: { cookie, ...headers } })).status;
  const form = 'application/x-www-form-urlencoded';
  expect(await post(long, { 'content-type': form, 'content-length': `${long.length}` })).toBe(413);
  expect(await post(long, { 'content-type': form })).toBe(413);
  expect(await post('no parts', { 'content-type': 'multipart/form-data; boundary=x' })).toBe(400);
});

test('neither the log nor the table of requests holds an address or a message', async () => {
  const { portal, lines } = await openPortal();
  await ask(portal, 'somebody@example.com', 'a message like no other');
  const kept = JSON.stringify(portal.state.database.prepare('SELECT * FROM help_request').all()) + lines.join('\n');
  expect(kept).not.toMatch(/somebody|no other/);
  expect(kept).toContain(`POST ${path} 303`);
});
