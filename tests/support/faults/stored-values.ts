import type { Outcome } from './corruption.ts';
import { outcomeOf } from './corruption.ts';
import { inBackground, type OpenProfile } from './open-profile.ts';
import { accountNames, adding, type Key, unlock } from './vault-acts.ts';

const removed = (...keys: readonly string[]): string => `chrome.storage.local.remove(${JSON.stringify(keys)})`;
const replaced = (...keys: readonly string[]): string =>
  `chrome.storage.local.set(${JSON.stringify(Object.fromEntries(keys.map((key) => [key, 5])))})`;
const withoutSecond = `new Promise((resolve) => { indexedDB.deleteDatabase('doorcode-copy').onsuccess = resolve; })`;

const keys = ['vault.a', 'vault.b', 'vault.meta'] as const;

/** Faults of single values, as another program or a fault of the browser's leaves them: a name, and an expression that does it. */
export const storedDamages: readonly (readonly [name: string, act: string])[] = [
  ...keys.map((key) => [`${key} missing`, removed(key)] as const),
  ...keys.map((key) => [`a number in place of ${key}`, replaced(key)] as const),
  ['both copies missing', removed('vault.a', 'vault.b')],
  ['numbers in place of both copies', replaced('vault.a', 'vault.b')],
  ['everything missing', removed(...keys)],
  ['numbers in place of everything', replaced(...keys)],
  ['the second copy missing', withoutSecond],
  ['vault.a and the second copy missing', `${removed('vault.a')}.then(() => ${withoutSecond})`],
  ['the record and the second copy missing', `${removed('vault.meta')}.then(() => ${withoutSecond})`],
];

/** Does a damage to the values of an open vault with several generations, and says what becomes of it. */
export async function sufferInPlace(
  open: OpenProfile,
  key: Key,
  act: string,
): Promise<{ readonly outcome: Outcome; readonly faults: readonly string[] }> {
  await unlock(open.ask, key);
  for (const name of ['before', 'last'])
    await open.ask(adding(`${name} ${(await accountNames(open.ask))?.length ?? 0}`));
  const names = (await accountNames(open.ask)) ?? [];
  await open.ask({ kind: 'lock' });
  await open.evaluate(`${act}.then(() => true)`);
  return outcomeOf(open, { key, names });
}

/** Lets storage refuse a write, as when it is full; says what is wrong: anything but a refusal that leaves all as it was. */
export async function writeWhenFull(open: OpenProfile, key: Key): Promise<readonly string[]> {
  await unlock(open.ask, key);
  const before = await accountNames(open.ask);
  await inBackground(
    open,
    `chrome.storage.local.set = () => Promise.reject(new Error('Resource::kQuotaBytes quota exceeded'))`,
  );
  const answer = await open.ask(adding('too much'));
  const after = await accountNames(open.ask);
  await open.driver.stopBackground();
  const again = await accountNames(open.ask);
  const faults = answer.kind === 'failed' && answer.reason === 'not-saved' ? [] : [`answered with ${answer.kind}`];
  for (const names of [after, again])
    if (names?.join() !== before?.join()) faults.push('the accounts are not as they were');
  return faults;
}
