import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '../chance.ts';
import type { BrowserName } from '../e2e/driver.ts';
import { isOpenedBy } from '../opened-by.ts';
import { fieldOf, listOf } from './answer.ts';
import { compareAccounts } from './expected.ts';
import { type OpenProfile, openProfile } from './open-profile.ts';
import { accountNames, createVault, newKey, stateOf, tornCopies, unlock } from './vault-acts.ts';
import { nothingWritten, type Written, writeOnce } from './writer.ts';

// A vault that grows without end would write ever more slowly.
const KILLS_PER_PROFILE = 25;
const LATEST_KILL_MS = 400;

/** What came of kills: how many, how many acts were acknowledged before them, and everything that was wrong. */
export type Kills = { kills: number; acknowledged: number; readonly faults: string[] };

/** Opens the vault after a kill, by exactly one of the keys it may have; says what is wrong. */
async function openAgain({ ask }: OpenProfile, written: Written): Promise<readonly string[]> {
  const state = await stateOf(ask);
  if (state !== 'locked') return [`the vault is ${state} after the browser was killed`];
  const faults = (await tornCopies(ask)).map((place) => `copy ${place} is torn`);
  const { maybe } = written;
  const asked = maybe === null ? [written.key] : [written.key, maybe];
  const opening: (typeof asked)[number][] = [];
  for (const key of asked) {
    const answer = await unlock(ask, key);
    if (answer.kind === 'opened') opening.push(key);
    if (answer.kind === 'opened' && answer.missed !== null) faults.push('changes are said to be missed');
    await ask({ kind: 'lock' });
  }
  const [key] = opening;
  if (key === undefined || opening.length > 1) return [...faults, `${opening.length} of ${asked.length} keys open it`];
  const gone = [...written.old, ...asked.filter((one) => one !== key)].at(-1);
  if (gone !== undefined && (await unlock(ask, gone)).kind === 'opened') faults.push('an old key opens it');
  if (key !== written.key) written.old.push(written.key);
  written.key = key;
  written.maybe = null;
  return faults;
}

/** Copies that lie anywhere in the profile and open by a key that was taken away; the vault is locked. */
async function openedByOldKeys({ ask }: OpenProfile, { old }: Written): Promise<readonly string[]> {
  const { text } = await ask({ kind: 'raw-copies', proof: null });
  const raw: unknown = JSON.parse(String(text));
  const copies = listOf(fieldOf(raw, 'copies'));
  if (copies.length === 0) return ['no copy is there'];
  const places = copies.map((copy) => ({ place: String(fieldOf(copy, 'place')), text: String(fieldOf(copy, 'text')) }));
  const aside = listOf(fieldOf(raw, 'setAside')).map((value) => ({ place: 'set aside', text: String(value) }));
  const faults: string[] = [];
  for (const { kekBase64 } of old) {
    const key = Uint8Array.from(Buffer.from(kekBase64, 'base64'));
    for (const copy of [...places, ...aside])
      if (await isOpenedBy(copy.text, key)) faults.push(`an old key opens ${copy.place}`);
  }
  return faults;
}

/** Writes until the browser is killed, at a moment up to 0.4 s after the vault is opened, or while it is. */
async function writeUntilKilled(open: OpenProfile, written: Written, chance: Chance, kills: Kills): Promise<void> {
  const kill = pause(chance.below(LATEST_KILL_MS)).then(() => open.driver.kill());
  let answer = await unlock(open.ask, written.key);
  while (answer.kind !== 'lost' && answer.kind !== 'failed') {
    answer = await writeOnce(open, written, chance);
    if (answer.kind !== 'lost' && answer.kind !== 'failed') kills.acknowledged += 1;
  }
  if (answer.kind === 'failed') kills.faults.push(`kill ${kills.kills + 1}: refused as ${String(answer.reason)}`);
  await kill;
}

/** Kills a browser `count` times at random moments of writing, and looks each time at what the profile holds. */
export async function killAtRandom(count: number, chance: Chance, name: BrowserName = 'chromium'): Promise<Kills> {
  const done: Kills = { kills: 0, acknowledged: 0, faults: [] };
  while (done.kills < count) {
    const profile = mkdtempSync(join(tmpdir(), 'doorcode-kills-'));
    const written = nothingWritten(newKey());
    let open = await openProfile(profile, name);
    await createVault(open.ask, written.key);
    await open.ask({ kind: 'lock' });
    for (let here = 0; here < KILLS_PER_PROFILE && done.kills < count; here += 1) {
      await writeUntilKilled(open, written, chance, done);
      done.kills += 1;
      open = await openProfile(profile, name);
      const faults = [...(await openAgain(open, written))];
      await unlock(open.ask, written.key);
      const names = await accountNames(open.ask);
      faults.push(...compareAccounts(names, written));
      for (const found of names ?? []) written.mustHave.add(found);
      written.pending = [];
      done.faults.push(...faults.map((fault) => `kill ${done.kills}: ${fault}`));
      await open.ask({ kind: 'lock' });
      done.faults.push(...(await openedByOldKeys(open, written)).map((fault) => `kill ${done.kills}: ${fault}`));
    }
    await open.driver.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
  return done;
}
