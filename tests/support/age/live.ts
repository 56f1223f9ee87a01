import { STORED } from '../../../lib/app/vault-copies.ts';
import { emptyContent } from '../../../lib/vault/content.ts';
import { randomBytes } from '../../unit/vault/samples.ts';
import { type Chance, chanceFrom } from '../chance.ts';
import { adding, arranging, fromRemoved, keeping, removing } from './acts.ts';
import { type Act, attempt, attemptWithFault, open, openBy } from './attempt.ts';
import { checkDay, passDeadline } from './checks.ts';
import { editing, undoing } from './edit-acts.ts';
import { filling } from './fill-act.ts';
import {
  afterEmergencyKey,
  changingPassphrase,
  makeVault,
  makingEmergencyKey,
  newTypedKey,
  savingByHand,
  savingByItself,
  switchingCopiesOn,
} from './key-acts.ts';
import { knownOf } from './model.ts';
import { releasedSchemas, releasedVault } from './released.ts';
import { count, newComputer, pass, restart, setClock, type Year } from './year.ts';

/** The schemas that a year may begin from: every released one, and the one of today. */
export const beginnings = [...releasedSchemas, emptyContent.schema] as const;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
// The moment at which the fixtures of released schemas were written, and a little later.
const BEGINNING_UNIX_MS = 1_700_000_100_000;
const MOST_ACCOUNTS = 40;

/** A computer with a vault as a released version left it, or with a new one, open. */
async function begin(schema: (typeof beginnings)[number], chance: Chance): Promise<Year> {
  const year = newComputer(BEGINNING_UNIX_MS, chance, newTypedKey());
  const released = releasedSchemas.find((one) => one === schema);
  if (released === undefined) {
    const made = await makeVault(year);
    if (made !== 'done') year.faults.push(`no vault was made: ${made}`);
    return year;
  }
  for (const [name, value] of Object.entries(await releasedVault(released, year.passphrase, randomBytes)))
    year.world.disk.set(name, value);
  // What a released version wrote is what the year begins with; that it is read whole, the tests of its fixture tell.
  await openBy(year, year.passphrase.kek, 'passphrase');
  const content = await year.background.vault.read({ use: false });
  if (!content.ok) throw new Error(`schema ${released} is ${content.error}`);
  const { entries, trash, saved } = content.value;
  const known = knownOf(content.value);
  const marks = new Map(saved.last?.accounts.map(({ id }) => [entries.find((one) => one.id === id)?.issuer ?? '', '']));
  year.model = {
    ...year.model,
    entries: new Map(known.map((one) => [one.issuer, one])),
    removed: knownOf({ entries: trash.map(({ entry }) => entry) }).map((one) => ({
      known: one,
      trueMs: 0,
      forwards: 0,
      former: false,
    })),
    saved: saved.last === null ? null : { unixMs: saved.last.unixMs, marks },
  };
  // The one that was removed has the same names.
  await attempt(year, await editing(year, 'name'));
  return year;
}

/** What somebody does next. */
async function nextAct(year: Year): Promise<Act> {
  const { chance, model } = year;
  const most = model.entries.size >= MOST_ACCOUNTS;
  if (model.entries.size < 2) return adding(year);
  const act = await {
    add: () => (most ? removing(year) : adding(year)),
    edit: () => editing(year),
    undo: () => undoing(year),
    remove: () => removing(year),
    'put back': () => fromRemoved(year, 'put-back'),
    delete: () => fromRemoved(year, 'delete-for-good'),
    arrange: () => arranging(year),
    keep: () => keeping(year),
    fill: () => filling(year),
    save: () => savingByHand(year),
    'save by itself': () => (year.folderKey === null ? switchingCopiesOn(year) : savingByItself(year)),
    passphrase: () => changingPassphrase(year),
    emergency: () => makingEmergencyKey(year),
  }[
    chance.pick([
      ...(['add', 'add', 'add', 'edit', 'edit', 'undo', 'undo', 'remove', 'put back', 'arrange', 'keep'] as const),
      ...(['fill', 'fill', 'fill', 'fill', 'fill', 'fill', 'save', 'save by itself', 'save by itself'] as const),
      ...chance.pick([['delete'], ['passphrase'], ['emergency'], []] as const),
    ])
  ]();
  return act ?? filling(year);
}

/** The vault is opened by the emergency key, as the passphrase was forgotten, and gets another one. */
async function forget(year: Year): Promise<void> {
  if (year.emergency === null || !(await openBy(year, year.emergency.kek, 'recovery'))) return;
  const act = await afterEmergencyKey(year);
  if (act === null) year.faults.push('the emergency key opened a vault that has none');
  else await attempt(year, act);
}

/** Locks the vault in one of the ways there are. */
async function lock(year: Year): Promise<void> {
  const how = year.chance.pick(['deadline', 'deadline', 'event', 'command', 'browser', 'clock'] as const);
  if (how === 'deadline') await passDeadline(year, (ms) => pass(year, ms));
  if (how === 'event') await year.background.lockByEvent();
  if (how === 'command') await year.background.ask({ kind: 'lock' });
  if (how === 'browser') restart(year, 'browser');
  // A clock that shows less than at the last use would stretch the deadline without end.
  if (how === 'clock') {
    await year.background.vault.read();
    setClock(year, -HOUR_MS);
  }
  const state = await year.background.vault.state();
  if (state.kind !== 'locked') year.faults.push(`after ${how} the vault is ${state.kind}`);
  count(year, `locked by ${how}`);
  if (how === 'clock') setClock(year, HOUR_MS);
}

/** The clock shows something else for a while: an hour by a wrong zone, days by an empty battery, a year by a slip. */
function jump(year: Year): number {
  const ms = year.chance.pick([HOUR_MS, -HOUR_MS, 3 * DAY_MS, -3 * DAY_MS, 20 * DAY_MS, -40 * DAY_MS]);
  setClock(year, ms);
  return ms;
}

async function day(year: Year, number: number): Promise<void> {
  const { chance, world } = year;
  if (chance.below(5) === 0) restart(year, 'browser');
  const offMs = chance.below(15) === 0 ? jump(year) : 0;
  if (chance.below(20) === 0) await forget(year);
  await open(year);
  year.full = chance.below(20) === 0;
  if (chance.below(20) === 0)
    world.mirror.fault = () => {
      throw new Error('IO error');
    };
  for (let acts = 2 + chance.below(5); acts > 0; acts -= 1) {
    pass(year, chance.below(20 * MINUTE_MS));
    await open(year);
    if (chance.below(12) === 0) restart(year, 'background');
    const act = await nextAct(year);
    const isFaulty = !year.full && chance.below(6) === 0;
    const isKeys = act.passphrase !== undefined || act.name === 'emergency key made';
    // A change of keys refuses where the copy outside of storage cannot be removed.
    world.mirror.fault = isKeys ? () => undefined : world.mirror.fault;
    await (isFaulty ? attemptWithFault(year, act) : attempt(year, act));
  }
  year.full = false;
  world.mirror.fault = () => undefined;
  await open(year);
  await checkDay(year, number % 14 === 0);
  await lock(year);
  if (offMs !== 0) setClock(year, -offMs);
  // A night, and now and then a holiday.
  pass(year, 12 * HOUR_MS + chance.below(10 * HOUR_MS) + (chance.below(40) === 0 ? chance.below(25) * DAY_MS : 0));
}

/** Lives with a vault for so many days, from a schema on; says what was wrong, each fault with its day, and what was done how often. */
export async function live(schema: (typeof beginnings)[number], days: number, seed: number) {
  const year = await begin(schema, chanceFrom(seed));
  const faults: string[] = [];
  for (let number = 1; number <= days && faults.length < 5; number += 1) {
    await day(year, number);
    faults.push(...year.faults.splice(0).map((fault) => `day ${number}: ${fault}`));
  }
  await open(year);
  await checkDay(year, true);
  faults.push(...year.faults.map((fault) => `at the end: ${fault}`));
  year.counts.set('sealed text at the end', String(year.world.disk.get(STORED.a)).length);
  return { faults, counts: Object.fromEntries([...year.counts].toSorted()), days: Math.round(year.trueMs / DAY_MS) };
}
