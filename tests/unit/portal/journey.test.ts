import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { demo } from '../../../portal/demo.ts';
import { Client, codeAt, openPortal, startMs } from './client.ts';

const minute = 60_000;

/** Reads the portal's own kind of PNG: 8-bit grey, one IDAT chunk at byte 33, no filters. */
const readPng = (bytes: Uint8Array): string | undefined => {
  const file = Buffer.from(bytes);
  const size = file.readUInt32BE(16);
  const rows = inflateSync(file.subarray(41, 41 + file.readUInt32BE(33)));
  const pixels = new Uint8ClampedArray(size * size * 4);
  for (let n = 0; n < size * size; n += 1) {
    const grey = rows[Math.floor(n / size) * (size + 1) + 1 + (n % size)] ?? 0;
    pixels.set([grey, grey, grey, 255], n * 4);
  }
  return jsQR(pixels, size, size, { inversionAttempts: 'dontInvert' })?.data;
};

test('a customer registers, is greeted by name, and logs out', async () => {
  const { portal } = await openPortal();
  const client = new Client(portal);
  await client.send('/register');
  await client.post('/register', { name: '<b>Ann</b>', email: 'ann@example.com', password: 'long enough' });
  await client.send('/');
  expect(client.page).toContain('Hello, &lt;b&gt;Ann&lt;/b&gt;!');
  await client.post('/logout', {});
  expect((await client.send('/')).headers.get('location')).toBe('/login');
});

test.each([
  [{ name: 'A', email: 'DEMO@example.com', password: 'long enough' }, 'registered already'],
  [{ name: 'A', email: 'nonsense', password: 'long enough' }, 'valid email'],
  [{ name: ' ', email: 'a@example.com', password: 'long enough' }, 'your name'],
  [{ name: 'A', email: 'a@example.com', password: 'short' }, '10 characters'],
])('a registration %j is refused with its reason', async (fields, reason) => {
  const { portal } = await openPortal();
  const client = new Client(portal);
  await client.send('/register');
  expect((await client.post('/register', fields)).status).toBe(422);
  expect(client.page).toContain(reason);
});

test('the picture carries the key that is shown, and the dialog answers JSON', async () => {
  const { portal, clock } = await openPortal();
  const client = new Client(portal);
  const { secret, backupCode } = await client.enrol(clock);
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(backupCode).toMatch(/^[A-Z2-9]{5}(?:-[A-Z2-9]{5}){3}$/);
  expect(JSON.parse(client.page)).toMatchObject({ hideSubmit: true, reloadPage: true });
  await client.send('/security');
  expect(client.page).toContain('Click here to Disable');
  expect(client.page).not.toContain(backupCode);
});

test('two-factor login ends the sessions that the password alone had opened, but for the one that enabled it', async () => {
  const { portal, clock } = await openPortal();
  const [thief, owner] = [new Client(portal), new Client(portal)];
  await thief.login();
  await thief.send('/security');
  await owner.enrol(clock);
  await thief.post('/security/two-factor/disable/confirm', { password: demo.password });
  expect((await thief.send('/security')).headers.get('location')).toBe('/login');
  await owner.send('/security');
  expect(owner.page).toContain('Click here to Disable');
});

test('a wrong confirmation shows the same secret again, and enables nothing', async () => {
  const { portal } = await openPortal();
  const client = new Client(portal);
  await client.login();
  await client.send('/security');
  await client.post('/security/two-factor/start', {});
  const key = /manualKey\\">([A-Z2-7 ]+)</.exec(client.page)?.[1];
  await client.post('/security/two-factor/confirm', { verifykey: '12345' });
  expect(/manualKey\\">([A-Z2-7 ]+)</.exec(client.page)?.[1]).toBe(key);
  expect(client.page).toContain('alert alert-danger');
  expect((await new Client(portal).login()).headers.get('location')).toBe('/');
});

test('enrolment asks for the password again when it was shown more than 15 minutes ago', async () => {
  const { portal, clock } = await openPortal();
  const client = new Client(portal);
  await client.login();
  clock.ms += 16 * minute;
  await client.send('/security');
  await client.post('/security/two-factor/start', {});
  expect(client.page).toContain('The password is wrong');
  expect(client.page).not.toContain('manualKey');
  clock.ms += 3000;
  await client.post('/security/two-factor/start', { password: demo.password });
  expect(client.page).toContain('manualKey');
});

test('a half-logged-in session reaches nothing behind the challenge, and ends after 10 minutes', async () => {
  const { portal, clock } = await openPortal();
  const { secret } = await new Client(portal).enrol(clock);
  clock.ms += minute;
  const half = new Client(portal);
  await half.login();
  const { token } = half;
  for (const path of [
    '/',
    '/security',
    '/security/qr.png',
    '/security/two-factor/enrol',
    '/notices/1/read',
    '/no-such-page',
  ]) {
    expect((await half.send(path)).headers.get('location')).toBe('/login/challenge');
  }
  for (const path of ['enable', 'start', 'confirm', 'disable', 'disable/confirm']) {
    const sent = await half.post(`/security/two-factor/${path}`, { password: demo.password }, token);
    expect(sent.headers.get('location')).toBe('/login/challenge');
  }
  for (const act of ['read', 'withdraw'])
    expect((await half.post(`/notices/1/${act}`, {}, token)).headers.get('location')).toBe('/login/challenge');
  clock.ms += 11 * minute;
  expect((await half.post('/login/challenge/verify', { key: codeAt(secret, clock.ms) }, token)).status).toBe(403);
});

test('the session id changes at login and again after the second factor, and the old ones are dead', async () => {
  const { portal, clock } = await openPortal();
  const { secret } = await new Client(portal).enrol(clock);
  clock.ms += minute;
  const client = new Client(portal);
  await client.send('/login');
  const anonymous = new Map(client.cookies);
  await client.login();
  const half = new Map(client.cookies);
  await client.verify(codeAt(secret, clock.ms));
  const whole = new Map(client.cookies);
  expect(new Set([anonymous, half, whole].map((jar) => jar.get('harbour_session'))).size).toBe(3);
  for (const jar of [anonymous, half]) {
    const old = new Client(portal);
    old.cookies = jar;
    expect((await old.send('/security')).headers.get('location')).toBe('/login');
  }
  expect((await client.send('/security')).status).toBe(200);
});

test.each([
  '/login',
  '/register',
  '/logout',
  '/login/challenge/verify',
  '/login/challenge/backup-verify',
  '/login/review',
  '/security/check',
  '/security/two-factor/enable',
  '/security/two-factor/start',
  '/security/two-factor/confirm',
  '/security/two-factor/disable',
  '/security/two-factor/disable/confirm',
  '/staff/login',
  '/staff/logout',
  '/staff/review/1',
  '/help/lost-two-factor',
  '/notices/1/read',
  '/notices/1/withdraw',
])('a post to %s without the right CSRF token is refused', async (path) => {
  const { portal, clock } = await openPortal();
  const client = new Client(portal);
  await client.enrol(clock);
  const other = new Client(portal);
  await other.send('/login');
  for (const token of ['', other.token]) expect((await client.post(path, {}, token)).status).toBe(403);
});

test('pages are not stored, the cookie is HttpOnly and SameSite, and no script or frame from elsewhere runs', async () => {
  const { portal } = await openPortal();
  const response = await portal.app.request('/login');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
  expect(response.headers.get('content-security-policy')).toMatch(
    /default-src 'none'; script-src 'self'.*frame-ancestors 'self'/,
  );
  expect((await portal.app.request('http://rebound.example/login')).status).toBe(421);
});

test('no log line and no address holds a secret, a code, a password or a backup code', async () => {
  const { portal, clock, lines } = await openPortal();
  const client = new Client(portal);
  const { secret, backupCode, code } = await client.enrol(clock);
  clock.ms += minute;
  const again = new Client(portal);
  const sent = [await again.login(), await again.backup(backupCode)];
  await again.send('/?password=canary');
  await portal.app.request(`/picture/${'x'.repeat(43)}.png`);
  const text = [...lines, ...sent.map((response) => response.headers.get('location') ?? '')].join('\n');
  for (const kept of [secret, backupCode, code, demo.password, 'canary', 'xxx']) expect(text).not.toContain(kept);
  expect(lines.length).toBeGreaterThan(8);
});

test('disabling takes the password, ends the other sessions, and the password alone logs in again', async () => {
  const { portal, clock } = await openPortal();
  const client = new Client(portal);
  const { secret } = await client.enrol(clock);
  clock.ms += minute;
  const other = new Client(portal);
  await other.login();
  await other.verify(codeAt(secret, clock.ms));
  await client.send('/security');
  await client.post('/security/two-factor/disable', {});
  await client.post('/security/two-factor/disable/confirm', { password: 'wrong' });
  expect(client.page).toContain('alert alert-danger');
  clock.ms += 3000;
  await client.post('/security/two-factor/disable/confirm', { password: demo.password });
  expect(client.page).toContain('alert alert-success');
  expect((await other.send('/security')).headers.get('location')).toBe('/login');
  expect((await new Client(portal).login()).headers.get('location')).toBe('/');
});

test('everything survives a restart: the enrolment, the last accepted step, the session', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'portal-'));
  const path = join(directory, 'portal.sqlite');
  const first = await openPortal(path);
  const client = new Client(first.portal);
  const { secret } = await client.enrol(first.clock);
  first.clock.ms += minute;
  const code = codeAt(secret, first.clock.ms);
  const other = new Client(first.portal);
  await other.login();
  await other.verify(code);
  first.portal.close();
  const second = await openPortal(path, first.clock);
  client.portal = second.portal;
  expect((await client.send('/security')).status).toBe(200);
  const later = new Client(second.portal);
  await later.login();
  expect((await later.verify(code)).status).toBe(401);
  second.portal.close();
  rmSync(directory, { recursive: true });
});

test.each([
  ['png', '<img class="qr" src="data:image/png;base64,'],
  ['svg', '<svg class="qr"'],
  ['canvas', '<canvas class="qr"'],
  ['table', '<table class="qr-table"'],
  ['url', 'src="/security/qr.png"'],
  ['cross-origin', 'src="http://pictures.localhost/picture/'],
  ['background', 'data-background="data:image/png;base64,'],
])('the QR code as %s appears on a page of its own', async (qr, markup) => {
  const { portal, clock } = await openPortal();
  const client = new Client(portal);
  await client.login();
  await client.send(`/security/two-factor/enrol?qr=${qr}&place=page`);
  await client.post('/security/two-factor/start', { qr, place: 'page' });
  expect(client.page).toContain(markup);
  const secret = (/id="manualKey">([A-Z2-7 ]+)</.exec(client.page)?.[1] ?? '').replaceAll(' ', '');
  const address = /src="(?:http:\/\/pictures.localhost)?(\/[^"]+\.png)"/.exec(client.page)?.[1];
  const data = /"data:image\/png;base64,([^"]+)"/.exec(client.page)?.[1];
  if (address !== undefined) {
    const response = await (address.startsWith('/picture') ? portal.app.request(address) : client.send(address));
    expect(readPng(new Uint8Array(await response.arrayBuffer()))).toContain(`secret=${secret}&`);
  }
  if (data !== undefined) expect(readPng(Buffer.from(data, 'base64'))).toContain(`secret=${secret}&`);
  expect(client.page).not.toMatch(/(?:src|href|action)="[^"]*secret=/);
  await client.send('/security');
  await client.post('/security/two-factor/start', { qr, place: 'page' });
  expect(clock.ms).toBe(startMs);
});
