import { expect, test } from 'vitest';
import { demo } from '../../../portal/demo.ts';
import { Client, challenged, codeAt, enrolled, failuresIn, forgive, openPortal } from './client.ts';

const minute = 60_000;

const checkAs = async (client: Client, typed: string): Promise<string | undefined> => {
  await client.send('/security');
  await client.post('/security/check', { check: typed });
  return /id="verdict">([^<]+)</.exec(client.page)?.[1];
};

test.each([
  [0, 'valid now'],
  [-1, 'still valid: it is the one of 30 seconds ago'],
  [1, 'valid already: it is the one of 30 seconds from now'],
  [-4, 'the one of 120 seconds ago: the clock of your device is slow'],
  [4, 'the one of 120 seconds from now: the clock of your device is fast'],
  [-20, '600 seconds ago'],
  [30, 'not a code of this account'],
])('the owner learns of the code of step %i that it is %s', async (steps, words) => {
  const { owner, clock, secret } = await enrolled();
  clock.ms += 30 * minute;
  expect(await checkAs(owner, codeAt(secret, clock.ms + steps * 30_000))).toContain(words);
});

test('a code that was checked is not used up, and looking at a right one does not count as a failure', async () => {
  const { portal, owner, clock, secret } = await enrolled();
  const code = codeAt(secret, clock.ms);
  expect(await checkAs(owner, code)).toContain('valid now');
  expect(failuresIn(portal)).toBe(0);
  expect((await (await challenged(portal)).verify(code)).status).toBe(303);
  expect(await checkAs(owner, code)).toContain('has been used already');
  expect(failuresIn(portal)).toBe(1);
  expect(await checkAs(owner, code)).toContain('Too many tries');
});

test('a slow clock that was recorded is no longer called wrong', async () => {
  const { portal, owner, clock, secret } = await enrolled();
  for (const steps of [-1, -2]) {
    await (await challenged(portal)).verify(codeAt(secret, clock.ms + steps * 30_000));
    clock.ms += 10 * minute;
  }
  expect(await checkAs(owner, codeAt(secret, clock.ms - 90_000))).toContain(
    'still valid: it is the one of 90 seconds ago',
  );
});

test('what is no code is told apart from a wrong one', async () => {
  const { portal, owner } = await enrolled();
  expect(await checkAs(owner, '12')).toContain('A code is 6 digits');
  forgive(portal);
  expect(await checkAs(owner, '０１２３４５')).toContain('A code is 6 digits');
});

test('codes of a set-up begun before, or disabled since, are known as those of an earlier one', async () => {
  const { portal, clock } = await openPortal();
  const owner = new Client(portal);
  await owner.login();
  await owner.send('/security');
  await owner.post('/security/two-factor/start', {});
  const begun = (/id=\\"manualKey\\">([A-Z2-7 ]+)</.exec(owner.page)?.[1] ?? '').replaceAll(' ', '');
  const first = await owner.enrol(clock);
  clock.ms += 5 * minute;
  expect(await checkAs(owner, codeAt(begun, clock.ms))).toContain('earlier set-up');
  await owner.send('/security');
  await owner.post('/security/two-factor/disable/confirm', { password: demo.password });
  const again = new Client(portal);
  await again.enrol(clock);
  clock.ms += 5 * minute;
  expect(await checkAs(again, codeAt(first.secret, clock.ms))).toContain('earlier set-up');
  // Known, and worth nothing: a code of it logs nobody in.
  forgive(portal);
  expect((await (await challenged(portal)).verify(codeAt(first.secret, clock.ms))).status).toBe(401);
});
