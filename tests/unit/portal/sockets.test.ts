import { afterEach, expect, test } from 'vitest';
import { type Listening, listen } from '../../../portal/listen.ts';
import { challenged, codeAt, enrolled } from './client.ts';

const open: Listening[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const served = async () => {
  const made = await enrolled();
  const listening = await listen(made.portal, { port: 0, host: '127.0.0.1' });
  open.push(listening);
  return { ...made, listening };
};

test('over sockets: of 50 parallel posts of one code exactly one logs in, from one session and from many', async () => {
  const { portal, clock, secret, listening } = await served();
  const one = await challenged(portal, listening.url);
  const { token } = one;
  const same = await Promise.all(
    Array.from({ length: 50 }, () => one.post('/login/challenge/verify', { key: codeAt(secret, clock.ms) }, token)),
  );
  expect(same.filter((response) => response.headers.get('location') === '/')).toHaveLength(1);
  clock.ms += 120_000;
  const many = [];
  for (let n = 0; n < 10; n += 1) many.push(await challenged(portal, listening.url));
  const code = codeAt(secret, clock.ms);
  const sent = await Promise.all(many.flatMap((client) => Array.from({ length: 5 }, () => client.verify(code))));
  expect(sent.filter((response) => response.headers.get('location') === '/')).toHaveLength(1);
}, 60_000);

test('over sockets: a code 1 ms too early, a used one with spaces, and the step before a used one are refused', async () => {
  const { portal, clock, secret, listening } = await served();
  const login = async (code: string): Promise<number> =>
    (await (await challenged(portal, listening.url)).verify(code)).status;
  const code = codeAt(secret, clock.ms + 30_000);
  clock.ms -= 1;
  expect(await login(code)).toBe(401);
  clock.ms += 2_001;
  expect(await login(code)).toBe(303);
  expect(await login(` ${code.slice(0, 3)} ${code.slice(3)}`)).toBe(401);
  clock.ms += 2_000;
  expect(await login(codeAt(secret, clock.ms))).toBe(401);
});

test('a portal answers on several ports and names, each an origin of its own, until the last port closes', async () => {
  const { portal, listening } = await served();
  const second = await listen(portal, { port: 0, host: '127.0.0.1' });
  expect(second.port).not.toBe(listening.port);
  expect(second.urlAs('shop')).toBe(`http://shop.localhost:${second.port}`);
  expect((await fetch(`${second.url}/login`, { headers: { cookie: '' } })).status).toBe(200);
  await second.close();
  expect((await fetch(`${listening.url}/login`)).status).toBe(200);
  await expect(fetch(`${second.url}/login`)).rejects.toThrow();
});

test('two portals on one host keep their sessions apart, though cookies know no port', async () => {
  const [first, second] = [await served(), await served()];
  const client = await challenged(first.portal, first.listening.url);
  const token = client.token;
  client.base = second.listening.url;
  await client.send('/login');
  client.base = first.listening.url;
  const { status } = await client.post('/login/challenge/verify', { key: codeAt(first.secret, first.clock.ms) }, token);
  expect(status).toBe(303);
});
