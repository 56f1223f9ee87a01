import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHeader } from '../../../lib/vault/envelope.ts';
import type { Chance } from '../chance.ts';
import { fieldOf, listOf } from './answer.ts';
import { type Places, placesIn } from './damage-files.ts';
import type { Damage } from './damages.ts';
import { type OpenProfile, openProfile } from './open-profile.ts';
import { accountNames, adding, createVault, type Key, newKey, passphraseSlot, stateOf, unlock } from './vault-acts.ts';

/** A profile with a vault, closed, and the same an earlier time. */
export type Prepared = {
  readonly folder: string;
  readonly profile: string;
  readonly earlier: Places;
  readonly key: Key;
  readonly names: readonly string[];
};

/** What became of a damaged vault: `whole`, `older` and said so, opened from a copy on the rescue screen, or clearly unreadable. */
export type Outcome = 'whole' | 'older, said' | 'rescued' | 'unreadable' | 'absent';

/** Makes a profile over three sessions, so that the store has files of both kinds, and keeps the one before the last. */
export async function prepareProfile(): Promise<Prepared> {
  const folder = mkdtempSync(join(tmpdir(), 'doorcode-damage-'));
  const [profile, before] = [join(folder, 'profile'), join(folder, 'earlier')];
  const key = newKey();
  const names: string[] = [];
  for (let session = 0; session < 3; session += 1) {
    const open = await openProfile(profile);
    if (session === 0) await createVault(open.ask, key);
    else await unlock(open.ask, key);
    for (let count = 0; count < 3; count += 1) {
      const name = `account ${names.length + 1}`;
      const { kind } = await open.ask(adding(name));
      if (kind !== 'done') throw new Error(`adding was answered with ${kind}`);
      names.push(name);
    }
    await open.driver.close();
    if (session === 1) cpSync(profile, before, { recursive: true });
  }
  return { folder, profile, earlier: placesIn(before), key, names };
}

/** Opens the newest copy that still reads, as the rescue screen does. */
async function rescue({ ask }: OpenProfile, { kekBase64 }: Key): Promise<boolean> {
  const { copies } = await ask({ kind: 'list-copies' });
  const whole = listOf(copies).filter((copy) => fieldOf(copy, 'fault') === null);
  for (const copy of whole) {
    const slotId = fieldOf(listOf(fieldOf(copy, 'slots'))[0], 'id');
    const answer = await ask({ kind: 'open-copy', place: fieldOf(copy, 'place'), slotId, kekBase64 });
    if (answer.kind === 'opened') return true;
  }
  return false;
}

/** Says so where no whole copy is in what the rescue screen lets the customer save. */
async function unsaved({ ask }: OpenProfile): Promise<readonly string[]> {
  const { text } = await ask({ kind: 'raw-copies', proof: null });
  const copies = listOf(fieldOf(JSON.parse(String(text)), 'copies'));
  return copies.some((copy) => readHeader(fieldOf(copy, 'text')).ok) ? [] : ['no whole copy can be saved'];
}

/** What became of the vault, with what is wrong about it: accounts lost without a word, or no way to go on. */
export async function outcomeOf(
  open: OpenProfile,
  { key, names }: Pick<Prepared, 'key' | 'names'>,
): Promise<{ readonly outcome: Outcome; readonly faults: readonly string[] }> {
  const state = await stateOf(open.ask);
  if (state === 'absent') return { outcome: 'absent', faults: [] };
  if (state !== 'locked' && state !== 'unreadable') return { outcome: 'unreadable', faults: [`the state is ${state}`] };
  const slot = await passphraseSlot(open.ask);
  const answer = slot === '' ? { kind: 'failed' } : await unlock(open.ask, key);
  const isOpen = answer.kind === 'opened';
  if (!isOpen && !(await rescue(open, key))) {
    const again = await stateOf(open.ask);
    return { outcome: 'unreadable', faults: again === 'absent' ? ['it became absent'] : await unsaved(open) };
  }
  const found = (await accountNames(open.ask)) ?? [];
  const lost = names.filter((name) => !found.includes(name)).length;
  const isSaid = !isOpen || fieldOf(answer, 'missed') !== null;
  const faults = lost > 0 && !isSaid ? [`${lost} accounts are lost without a word`] : [];
  if ((await open.ask(adding(`afterwards ${found.length}`))).kind !== 'done')
    faults.push('nothing can be saved afterwards');
  return {
    outcome: isOpen ? (lost > 0 ? 'older, said' : 'whole') : 'rescued',
    faults: lost > 1 ? [...faults, `${lost} generations are lost`] : faults,
  };
}

/** Does a damage to a copy of the profile, and starts the browser on it. */
export async function sufferDamage(prepared: Prepared, damage: Damage, chance: Chance) {
  const profile = mkdtempSync(join(prepared.folder, 'case-'));
  cpSync(prepared.profile, profile, { recursive: true });
  damage.act(placesIn(profile), prepared.earlier, chance);
  const open = await openProfile(profile);
  const { outcome, faults } = await outcomeOf(open, prepared);
  await open.driver.kill();
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  // With a fault in both places there may be nothing left that knows better.
  return { outcome, faults: damage.leaves === 'a whole copy' ? faults : [] };
}
