import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demo } from '../../../portal/demo.ts';
import { Client, challenged, codeAt, enrolled, FakeClock, openPortal } from './client.ts';

// RFC 6238 §6: the drift of a customer's clock is recorded at each success and used for the next verification, within a limit.

const minute = 60_000;

const driftOf = ({ state }: Client['portal']): number =>
  Number(state.database.prepare('SELECT drift_steps FROM second_factor').get()?.drift_steps);

test.each([-1, 1])(
  'a clock that drifts by %i step at each login is followed for five steps, and no further',
  async (side) => {
    const { portal, clock, secret } = await enrolled();
    const login = async (steps: number): Promise<number> => {
      clock.ms += 60 * minute;
      return (await (await challenged(portal)).verify(codeAt(secret, clock.ms + steps * 30_000))).status;
    };
    for (let steps = 1; steps <= 5; steps += 1) expect(await login(side * steps)).toBe(303);
    expect(driftOf(portal)).toBe(side * 4);
    expect(await login(side * 6)).toBe(401);
    // The window went along with the clock instead of growing.
    expect(await login(0)).toBe(401);
    expect(await login(side * 3)).toBe(303);
    expect(driftOf(portal)).toBe(side * 3);
  },
);

test('the drift of the code that confirms an enrolment is recorded too', async () => {
  const { portal, clock } = await openPortal();
  const slow = new FakeClock();
  slow.ms -= 30_000;
  const { secret } = await new Client(portal).enrol(slow);
  expect(driftOf(portal)).toBe(-1);
  clock.ms += 5 * minute;
  expect((await (await challenged(portal)).verify(codeAt(secret, clock.ms - 60_000))).status).toBe(303);
});

/** Tries the code of a device that is so many steps off, an hour later, so that no wait and no used step answers instead. */
const loginWith = async (
  { portal, clock, secret }: { portal: Client['portal']; clock: FakeClock; secret: string },
  steps: number,
): Promise<number> => {
  clock.ms += 60 * minute;
  return (await (await challenged(portal)).verify(codeAt(secret, clock.ms + steps * 30_000))).status;
};

test('the drift survives a restart of the portal', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'portal-'));
  const path = join(directory, 'portal.sqlite');
  const made = await enrolled(path);
  expect(await loginWith(made, 1)).toBe(303);
  made.portal.close();
  const { portal } = await openPortal(path, made.clock);
  expect(driftOf(portal)).toBe(1);
  expect(await loginWith({ ...made, portal }, 2)).toBe(303);
  portal.close();
  rmSync(directory, { recursive: true });
});

test('what is refused, and a login by backup code, leave the drift as it was', async () => {
  const made = await enrolled();
  expect(await loginWith(made, -1)).toBe(303);
  for (const steps of [-3, 1, 2]) expect(await loginWith(made, steps)).toBe(401);
  made.clock.ms += 60 * minute;
  expect((await (await challenged(made.portal)).backup(made.backupCode)).status).toBe(200);
  expect(driftOf(made.portal)).toBe(-1);
  expect(await loginWith(made, -2)).toBe(303);
});

test("looking at one's own code records nothing", async () => {
  const { portal, owner, clock, secret } = await enrolled();
  await owner.send('/security');
  await owner.post('/security/check', { check: codeAt(secret, clock.ms + 30_000) });
  expect(owner.page).toContain('valid already');
  expect(driftOf(portal)).toBe(0);
});

test("one customer's drift opens nothing for another", async () => {
  const made = await enrolled();
  for (const steps of [1, 2, 3]) await loginWith(made, steps);
  const other = new Client(made.portal);
  await other.send('/register');
  await other.post('/register', { name: 'Bo', email: 'bo@example.com', password: 'long enough' });
  await other.send('/security');
  await other.post('/security/two-factor/start', {});
  const secret = (/id=\\"manualKey\\">([A-Z2-7 ]+)</.exec(other.page)?.[1] ?? '').replaceAll(' ', '');
  await other.post('/security/two-factor/confirm', { verifykey: codeAt(secret, made.clock.ms) });
  const tryAs = async (steps: number): Promise<number> => {
    made.clock.ms += 60 * minute;
    const half = new Client(made.portal);
    await half.send('/login');
    await half.post('/login', { email: 'bo@example.com', password: 'long enough' });
    await half.send('/login/challenge');
    return (await half.verify(codeAt(secret, made.clock.ms + steps * 30_000))).status;
  };
  expect(await tryAs(2)).toBe(401);
  expect(await tryAs(1)).toBe(303);
  const drifts = made.portal.state.database.prepare('SELECT drift_steps FROM second_factor ORDER BY customer_id').all();
  expect(drifts.map((row) => row.drift_steps)).toEqual([3, 1]);
});

test('a new set-up begins with the drift of its own first code', async () => {
  const { portal, clock, owner, secret } = await enrolled();
  for (const steps of [1, 2]) await loginWith({ portal, clock, secret }, steps);
  await owner.send('/security');
  await owner.post('/security/two-factor/disable/confirm', { password: demo.password });
  await new Client(portal).enrol(clock);
  expect(driftOf(portal)).toBe(0);
});

test('a window that moved along never takes a used step again', async () => {
  const { portal, clock, secret } = await enrolled();
  const used: string[] = [];
  for (const steps of [1, 2, 3, 4, 5, 4, 3, 2, 1, 0]) {
    clock.ms += 60 * minute;
    const code = codeAt(secret, clock.ms + steps * 30_000);
    expect((await (await challenged(portal)).verify(code)).status).toBe(303);
    used.push(code);
    clock.ms += 1000;
    expect((await (await challenged(portal)).verify(code)).status).toBe(401);
  }
  expect(new Set(used).size).toBe(10);
});

test('of two good codes at once with different drifts, the newer step wins and its drift is kept', async () => {
  const { portal, clock, secret } = await enrolled();
  const [early, late] = [await challenged(portal), await challenged(portal)];
  await late.verify(codeAt(secret, clock.ms + 30_000));
  expect((await early.verify(codeAt(secret, clock.ms - 30_000))).status).toBe(401);
  expect(driftOf(portal)).toBe(1);
});

test('a page tells the time that its verifier goes by, so that clocks can be compared', async () => {
  const { portal, clock } = await openPortal();
  clock.ms += 5 * minute;
  // The form of a date, with this very moment: RFC 9110 §5.6.7.
  expect((await new Client(portal).send('/login')).headers.get('Date')).toBe('Thu, 01 Jan 2026 00:05:00 GMT');
});
