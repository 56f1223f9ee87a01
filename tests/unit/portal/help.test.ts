import { expect, test } from 'vitest';
import { demo } from '../../../portal/demo.ts';
import { Client, challenged, enrolled, openPortal } from './client.ts';

const article = '/help/two-factor';

test('the article has every step from 0 to 11 in order, and a part for each thing that comes later', async () => {
  const client = new Client((await openPortal()).portal);
  expect((await client.send(article)).status).toBe(200);
  const ids = [...client.page.matchAll(/<(?:li|section class="card") id="([\w-]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual([
    ...Array.from({ length: 12 }, (_, n) => `step-${n}`),
    'disable',
    'change-device',
    'code-refused',
    'lost-backup-code',
  ]);
  for (const [, target] of client.page.matchAll(/href="#([\w-]+)"/g)) expect(ids).toContain(target);
});

test('every label that the article names is on a page of the customer area', async () => {
  const { portal, clock } = await openPortal();
  const client = new Client(portal);
  const seen: string[] = [];
  const look = () => seen.push(client.page.replaceAll('\\"', '"'));
  await client.login();
  look();
  await client.send('/security');
  look();
  await client.post('/security/two-factor/enable', {});
  look();
  await client.enrol(clock);
  await client.send('/security');
  look();
  await client.post('/security/two-factor/disable', {});
  look();
  seen.push((await challenged(portal)).page);
  const shown = seen.join('\n').replaceAll(`Hello, ${demo.name}!`, 'Hello, Name!');
  await client.send(article);
  const labels = [...client.page.matchAll(/<b>([^<]+)<\/b>/g)].map(([, label = '']) => label);
  expect(labels.length).toBeGreaterThan(10);
  for (const label of labels) expect(shown).toContain(label);
});

test('the article greets only a whole login by name', async () => {
  const { portal, owner } = await enrolled();
  await owner.send(article);
  expect(owner.page).toContain(`Hello, ${demo.name}!`);
  for (const client of [new Client(portal), await challenged(portal)]) {
    await client.send(article);
    expect(client.page).not.toContain(`Hello, ${demo.name}!`);
  }
});

test('a logged-in reader can log out from the article, and another address under /help asks for a login', async () => {
  const { owner } = await enrolled();
  await owner.send(article);
  expect((await owner.post('/logout', {})).headers.get('location')).toBe('/login');
  expect((await owner.send('/help/nothing')).headers.get('location')).toBe('/login');
});
