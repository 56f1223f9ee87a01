import { expect, test } from 'vitest';
import { Client, challenged, codeAt, enrolled, openPortal } from './client.ts';

const codePattern =
  /class="alert alert-warning text-center h4 backup-code" id="backupCode">([A-Z2-9]{5}(?:-[A-Z2-9]{5}){3})</;

test.each(['dialog', 'page', 'window'])(
  'in a %s the last step says that it is on, and shows the backup code this once',
  async (place) => {
    const { portal, clock } = await openPortal();
    const client = new Client(portal);
    await client.login();
    await client.send('/security');
    const { token } = client;
    await client.post('/security/two-factor/start', { place }, token);
    const secret = (/id=\\?"manualKey\\?">([A-Z2-7 ]+)</.exec(client.page)?.[1] ?? '').replaceAll(' ', '');
    const confirm = { place, verifykey: codeAt(secret, clock.ms) };
    await client.post('/security/two-factor/confirm', confirm, token);
    const shown = place === 'dialog' ? String(JSON.parse(client.page).body) : client.page;
    expect(shown).toMatch(
      /class="twofa-setup">\s*<div class="alert alert-success activation-msg" role="status">Two-factor/,
    );
    const code = codePattern.exec(shown)?.[1];
    expect(code).toBeDefined();
    // Sent again, as a reload does: two-factor is on already, and nothing is shown or made anew.
    expect((await client.post('/security/two-factor/confirm', confirm, token)).headers.get('location')).toBe(
      '/security',
    );
    for (const path of ['/', '/security', '/security/two-factor/enrol']) {
      await client.send(path);
      expect(client.page).not.toContain(code ?? '?');
    }
  },
);

test('after a login by backup code a page of its own shows the new one under a heading, once', async () => {
  const { portal, backupCode } = await enrolled();
  const client = await challenged(portal);
  const { token } = client;
  const half = new Map(client.cookies);
  expect((await client.backup(backupCode)).status).toBe(200);
  expect(client.page).toMatch(/<h1>You are logged in<\/h1>[\s\S]+<h2>Your new backup code is<\/h2>/);
  const code = codePattern.exec(client.page)?.[1] ?? '?';
  expect(code).not.toBe(backupCode);
  expect(client.page).toContain('<a class="btn btn-primary" href="/">Continue</a>');
  for (const path of ['/', '/security', '/login/challenge']) {
    await client.send(path);
    expect(client.page).not.toContain(code);
  }
  // Sent again with the half session's cookie: that session is over.
  client.cookies = half;
  const again = await client.post('/login/challenge/backup-verify', { twofabackupcode: backupCode }, token);
  expect(again.status).toBe(403);
  expect(client.page).not.toContain('id="backupCode"');
});

test.each([
  '',
  ' ',
  'x'.repeat(5000),
  '<script>alert(1)</script>',
  'AAAAA-AAAAA-AAAAA-AAAAA',
  'ааааа-ааааа-ааааа-ааааа',
  '\u0000',
])('a backup code %j is not accepted, and is not repeated on the page', async (typed) => {
  const { portal } = await enrolled();
  const client = await challenged(portal);
  expect((await client.backup(typed)).status).toBe(401);
  expect(client.page).toContain('The backup code was not accepted.');
  expect(client.page).not.toContain('<script>alert');
  if (typed.trim() !== '' && typed.length < 100) expect(client.page).not.toContain(typed);
});
