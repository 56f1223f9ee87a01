import { expect, test } from 'vitest';
import { Client, codeAt, enrolled, openPortal } from './client.ts';

const boxMarks = [
  ['single', '<input type="text" name="key" id="inputCode"'],
  ['split', 'class="code-split" data-join="key"'],
  ['password', '<input type="password" name="key" id="inputCode"'],
  ['frame', '<iframe class="code-frame" src="/code-box"'],
  ['shadow', '<code-box></code-box><input type="hidden" name="key"'],
] as const;

test.each(boxMarks)('the code box as %s stands at the login too, and stays after a wrong code', async (box, mark) => {
  const { portal } = await enrolled();
  const client = new Client(portal);
  await client.send(`/login?box=${box}`);
  const action = /action="(\/login[^"]*)"/.exec(client.page)?.[1] ?? '';
  const sent = await client.post(action, { email: 'demo@example.com', password: 'harbour demo login' });
  await client.send(sent.headers.get('location') ?? '');
  expect(client.page).toContain(mark);
  const verify = /action="(\/login\/challenge\/verify[^"]*)"/.exec(client.page)?.[1] ?? '';
  expect((await client.post(verify, { key: '000000' })).status).toBe(401);
  expect(client.page).toContain(mark);
});

test.each(boxMarks)('the code box as %s stands in every place of an enrolment', async (box, mark) => {
  const { portal } = await openPortal();
  const client = new Client(portal);
  await client.login();
  for (const place of ['dialog', 'page', 'window']) {
    await client.send('/security');
    await client.post('/security/two-factor/start', { box, place });
    const page = place === 'dialog' ? String(JSON.parse(client.page).body) : client.page;
    expect(page).toContain(mark.replaceAll('"key"', '"verifykey"'));
  }
});

test.each([
  ['dialog', 'class="btn btn-success open-modal'],
  ['page', 'href="/security/two-factor/enrol?place=page" class="btn btn-success twofa-config-link enable">'],
  [
    'window',
    'href="/security/two-factor/enrol?place=window" class="btn btn-success twofa-config-link enable" data-open-window>',
  ],
])('enrolment begins in a %s', async (place, mark) => {
  const { portal } = await openPortal();
  const client = new Client(portal);
  await client.login();
  await client.send(`/security?place=${place}`);
  expect(client.page).toContain(mark);
});

test('a portal that was not started for tests takes no variant from a query', async () => {
  const { portal } = await openPortal(':memory:', undefined, false);
  expect((await portal.app.request('/code-box')).status).toBe(303);
  const guest = new Client(portal);
  await guest.send('/login?box=split');
  expect(guest.page).toContain('action="/login"');
});

test('an enrolment in a window keeps to its window: no header or footer leads away, and only the last step closes it', async () => {
  const { portal, clock } = await openPortal();
  const client = new Client(portal);
  await client.login();
  const place = 'window';
  const pages: string[] = [];
  await client.send('/security/two-factor/enrol?place=window');
  pages.push(client.page);
  await client.post('/security/two-factor/start', { place });
  pages.push(client.page);
  const secret = (/id="manualKey">([A-Z2-7 ]+)</.exec(client.page)?.[1] ?? '').replaceAll(' ', '');
  await client.post('/security/two-factor/confirm', { place, verifykey: 'abcdef' });
  expect(client.page).toContain('The code was not accepted');
  expect(client.page.replaceAll(' ', '')).toContain(secret);
  pages.push(client.page);
  await client.post('/security/two-factor/confirm', { place, verifykey: codeAt(secret, clock.ms) });
  expect(client.page).toMatch(/activation-msg[\s\S]+backup-code[\s\S]+data-close-window>Close/);
  for (const page of [...pages, client.page]) expect(page).not.toMatch(/<header|<footer/);
  for (const page of pages) expect(page).not.toContain('data-close-window');
});
