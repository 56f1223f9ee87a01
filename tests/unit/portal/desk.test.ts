import { expect, test } from 'vitest';
import { demo } from '../../../portal/demo.ts';
import { atDesk, Client, challenged, codeAt, enrolled } from './client.ts';

const minute = 60_000;
const reason = 'Invoice and address were right.';
const identity = 'Called the number on file, invoice 12 named.';

/** A portal whose customer has asked the desk with the password shown. */
const asked = async (message = 'My phone drowned.') => {
  const made = await enrolled();
  const customer = await challenged(made.portal);
  await customer.post('/login/review', { message });
  return { ...made, customer, staff: await atDesk(made.portal) };
};

const auditOf = ({ state }: Client['portal']) =>
  state.database
    .prepare('SELECT actor, act, detail FROM audit ORDER BY id')
    .all()
    .map(({ actor, act, detail }) => [actor, act, detail]);

test('the desk recognises a customer, approves, and every step is in a log that nobody can change', async () => {
  const { portal, customer, staff } = await asked();
  await customer.send('/login/challenge');
  expect(customer.page).toContain('is reviewing your request');
  expect(staff.page).toContain('Asked with the password shown.');
  const sent = await staff.post('/staff/review/1', { verdict: 'approved', reason, identity });
  expect(sent.headers.get('location')).toBe('/staff');
  expect((await new Client(portal).login()).headers.get('location')).toBe('/');
  expect(auditOf(portal)).toEqual([
    ['customer', 'two-factor enabled', ''],
    ['customer', 'review asked', 'My phone drowned.'],
    ['staff billing', 'desk login', ''],
    ['staff billing', 'review approved', `${reason}\nRecognised by: ${identity}`],
    ['staff billing', 'two-factor disabled', 'request 1'],
  ]);
  await staff.send('/staff');
  for (const kept of ['review approved', 'staff billing', identity]) expect(staff.page).toContain(kept);
  await staff.post('/staff/logout', {});
  expect(auditOf(portal).at(-1)).toEqual(['staff billing', 'desk logout', '']);
  for (const change of ['DELETE FROM audit', "UPDATE audit SET act = 'x'"])
    expect(() => portal.state.database.exec(change)).toThrow('append-only');
});

test('the customer is told at the next login that the desk disabled two-factor, until they say they read it', async () => {
  const { portal, staff } = await asked();
  await staff.post('/staff/review/1', { verdict: 'approved', reason: '<b>Invoice</b> was right.', identity });
  const notice = 'Two-factor authentication has been disabled by our billing department';
  for (let login = 0; login < 2; login += 1) {
    const again = new Client(portal);
    await again.login();
    expect(again.page).toContain(notice);
    expect(again.page).toContain('Reason: &lt;b&gt;Invoice&lt;/b&gt; was right.');
    expect(again.page).not.toContain(identity);
  }
  const owner = new Client(portal);
  await owner.login();
  expect((await owner.post('/notices/1/read', {})).headers.get('location')).toBe('/');
  await owner.send('/');
  expect(owner.page).not.toContain(notice);
  expect((await owner.post('/notices/1/read', {})).status).toBe(404);
  expect(auditOf(portal).at(-1)).toEqual(['customer', 'notice read', 'request 1']);
});

test('a refusal changes nothing, and the customer reads its reason at the page that asks for the code', async () => {
  const { portal, clock, customer, staff, secret } = await asked();
  await staff.post('/staff/review/1', { verdict: 'refused', reason: 'The answers did <i>not</i> fit.' });
  await customer.send('/login/challenge');
  expect(customer.page).toContain('The answers did &lt;i&gt;not&lt;/i&gt; fit.');
  expect((await customer.verify(codeAt(secret, clock.ms))).headers.get('location')).toBe('/');
  await customer.send('/');
  expect(customer.page).not.toContain('billing department');
  expect(auditOf(portal).at(-1)).toEqual(['staff billing', 'review refused', 'The answers did <i>not</i> fit.']);
  const again = await challenged(portal);
  await again.post('/login/review', { message: 'My invoice number is 12.' });
  await staff.send('/staff');
  expect(staff.page).toContain('My invoice number is 12.');
});

test.each([
  [{ verdict: 'approved', reason: ' short   ', identity }, 'Write the reason'],
  [{ verdict: 'approved', reason, identity: 'no' }, 'how you recognised'],
  [{ verdict: 'approved', reason, identity: '\u0000\u0001        .' }, 'how you recognised'],
  [{ verdict: 'approved', reason: 'x'.repeat(2001), identity }, '2000 characters'],
  [{ verdict: 'refused', reason, identity: 'x'.repeat(2001) }, '2000 characters'],
  [{ verdict: 'perhaps', reason, identity }, 'Approve or refuse'],
  [{ verdict: '', reason: '', identity: '' }, 'Approve or refuse'],
])('the decision %# is not taken, says why, and keeps what was typed', async (fields, why) => {
  const { portal, staff } = await asked();
  expect((await staff.post('/staff/review/1', fields)).status).toBe(422);
  expect(staff.page).toContain(why);
  if (fields.reason === reason) expect(staff.page).toContain(`${reason}</textarea>`);
  expect((await new Client(portal).login()).headers.get('location')).toBe('/login/challenge');
  await staff.post('/staff/review/1', { verdict: 'approved', reason, identity });
  expect((await new Client(portal).login()).headers.get('location')).toBe('/');
});

test('a request is decided once, also by two at the same time, and an unknown one never', async () => {
  const { portal, staff } = await asked();
  const { token } = staff;
  const post = (id: string, verdict: string) => staff.post(`/staff/review/${id}`, { verdict, reason, identity }, token);
  const sent = await Promise.all([post('1', 'approved'), post('1', 'refused'), post('1', 'approved')]);
  expect(sent.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
  expect(auditOf(portal).filter(([, act]) => String(act).startsWith('review ')).length).toBe(2);
  for (const id of ['2', '999999999']) expect((await post(id, 'approved')).status).toBe(422);
  for (const id of ['0x1', '-1', '1e3', '99999999999999999999'])
    expect((await post(id, 'approved')).status).not.toBe(200);
});

test('only the desk decides: not a guest, a half login, a customer, nor a desk that has logged out', async () => {
  const { portal, owner, customer, staff } = await asked();
  const guest = new Client(portal);
  await guest.send('/staff');
  for (const client of [guest, customer, owner]) {
    await client.send('/staff');
    const sent = await client.post('/staff/review/1', { verdict: 'approved', reason, identity });
    expect(sent.headers.get('location')).toBe('/staff');
    expect((await client.send('/staff/attempts')).headers.get('location')).toBe('/staff');
    await client.send('/staff');
    expect(client.page).not.toContain('My phone drowned.');
  }
  const { token } = staff;
  await staff.post('/staff/logout', {}, token);
  expect((await staff.post('/staff/review/1', { verdict: 'approved', reason, identity }, token)).status).toBe(403);
  expect((await new Client(portal).login()).headers.get('location')).toBe('/login/challenge');
});

test('an approval ends the sessions that were open, and gives the tries back', async () => {
  const { portal, clock, owner, customer, staff } = await asked();
  await customer.send('/login/challenge');
  await customer.verify('abcdef');
  await staff.post('/staff/review/1', { verdict: 'approved', reason, identity });
  expect((await owner.send('/security')).headers.get('location')).toBe('/login');
  expect((await customer.send('/login/challenge')).headers.get('location')).toBe('/login');
  const { secret } = await new Client(portal).enrol(clock);
  clock.ms += minute;
  expect((await (await challenged(portal)).verify(codeAt(secret, clock.ms))).status).toBe(303);
});

test('a request that was left open when two-factor was disabled cannot disable a newer set-up', async () => {
  const { portal, clock, owner, staff } = await asked();
  await owner.send('/security');
  await owner.post('/security/two-factor/disable/confirm', { password: demo.password });
  await owner.enrol(clock);
  expect((await staff.post('/staff/review/1', { verdict: 'approved', reason, identity })).status).toBe(422);
  expect(staff.page).toContain('not open');
  expect((await new Client(portal).login()).headers.get('location')).toBe('/login/challenge');
  expect(auditOf(portal).filter(([, act]) => act === 'review withdrawn')).toEqual([
    ['portal', 'review withdrawn', 'request 1: Two-factor authentication was disabled meanwhile.'],
  ]);
});

test('an owner who finds the authenticator again is told of the open request, and takes it back', async () => {
  const { portal, clock, customer, staff, secret } = await asked();
  await customer.send('/login/challenge');
  await customer.verify(codeAt(secret, clock.ms));
  await customer.send('/');
  expect(customer.page).toContain('somebody who knew your password asked our billing department');
  expect((await customer.post('/notices/1/withdraw', {})).headers.get('location')).toBe('/');
  await customer.send('/');
  expect(customer.page).not.toContain('asked our billing department');
  expect((await staff.post('/staff/review/1', { verdict: 'approved', reason, identity })).status).toBe(422);
  expect((await new Client(portal).login()).headers.get('location')).toBe('/login/challenge');
});

test("nobody reads or withdraws another customer's requests", async () => {
  const { portal, staff } = await asked();
  const other = new Client(portal);
  await other.send('/register');
  await other.post('/register', { name: 'Eve', email: 'eve@example.com', password: 'long enough' });
  await other.send('/');
  expect(other.page).not.toContain('billing department');
  const { token } = other;
  expect((await other.post('/notices/1/withdraw', {}, token)).status).toBe(404);
  await staff.post('/staff/review/1', { verdict: 'approved', reason, identity });
  expect((await other.post('/notices/1/read', {}, token)).status).toBe(404);
  expect((await other.post('/notices/1/delete', {}, token)).status).toBe(404);
});

test.each([
  ['open', undefined, 'Somebody logged in with your password and asked us'],
  ['approved', { verdict: 'approved', reason, identity }, `Our reason: ${reason}`],
  ['refused', { verdict: 'refused', reason, identity }, 'Nothing has changed.'],
])('the desk sees the mail about a request that is %s, without its own notes in it', async (_, fields, words) => {
  const { staff } = await asked();
  if (fields !== undefined) await staff.post('/staff/review/1', fields);
  await staff.send('/staff');
  const mail = /<pre class="mail">([\s\S]*?)<\/pre>/.exec(staff.page)?.[1] ?? '';
  expect(mail).toMatch(new RegExp(`^To: ${demo.email}\nSubject: .+\n\nDear ${demo.name},\n`));
  expect(mail).toContain(words);
  expect(mail).not.toContain(identity);
});

test('a name and a message with markup, line ends and control characters stay text', async () => {
  const { portal, clock } = await enrolled();
  const client = new Client(portal);
  await client.send('/register');
  await client.post('/register', {
    name: 'Eve\r\nBcc: all@example.com\u0007<script>alert(1)</script>',
    email: 'eve@example.com',
    password: 'long enough',
  });
  await client.send('/security');
  await client.post('/security/two-factor/start', {});
  const secret = (/id=\\"manualKey\\">([A-Z2-7 ]+)</.exec(client.page)?.[1] ?? '').replaceAll(' ', '');
  await client.post('/security/two-factor/confirm', { verifykey: codeAt(secret, clock.ms) });
  const half = new Client(portal);
  await half.send('/login');
  await half.post('/login', { email: 'eve@example.com', password: 'long enough' });
  await half.send('/login/challenge');
  await half.post('/login/review', { message: 'first\r\nsecond\u0000</blockquote><img src=x onerror=alert(1)>' });
  const staff = await atDesk(portal);
  for (const bad of ['<script>alert', '<img src=x', '\nBcc:', '\u0000', '\u0007'])
    expect(staff.page).not.toContain(bad);
  expect(staff.page).toContain('Eve Bcc: all@example.com &lt;script&gt;');
  expect(staff.page).toContain('first\nsecond&lt;/blockquote&gt;');
});

test('a message of 2000 characters is taken, one more is not, and nothing that was typed is lost', async () => {
  const { portal } = await enrolled();
  const half = await challenged(portal);
  expect((await half.post('/login/review', { message: 'x'.repeat(2001) })).status).toBe(422);
  expect(half.page).toContain(`${'x'.repeat(2001)}</textarea>`);
  // A browser counts a line end as one character and sends two.
  expect((await half.post('/login/review', { message: `${'x\r\n'.repeat(999)}yz` })).status).toBe(303);
  expect((await half.send('/login/challenge')).status).toBe(200);
});
