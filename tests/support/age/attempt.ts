import type { Bytes } from '../../../lib/otp/parameters.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import { MOST_OPENINGS, type OpenedBy } from '../../../lib/vault/openings.ts';
import { allFaults, faultyPorts } from '../../unit/app/faulty-ports.ts';
import type { Chance } from '../chance.ts';
import type { Background } from './background.ts';
import { differences, knownOf, type Model } from './model.ts';
import { backgroundOf, count, restart, type TypedKey, type Year } from './year.ts';

/** Something that somebody does with the open vault: `run` says whether it was acknowledged, `apply` what it makes of the model. */
export type Act = {
  readonly name: string;
  readonly run: (background: Background) => Promise<boolean>;
  readonly apply: (model: Model) => Model;
  /** What a fault may leave of it besides. */
  readonly between?: (model: Model) => Model;
  /** What else is known once it is in force. */
  readonly known?: () => void;
  /** The passphrase that opens the vault afterwards, where the act changes that. */
  readonly passphrase?: TypedKey;
};

/** Opens the vault by a key, and says how; false where it does not open. */
export async function openBy(year: Year, kek: Bytes, kind: 'passphrase' | 'recovery'): Promise<boolean> {
  const { background, world } = year;
  const answer = await background.ask({ kind: 'vault-state' });
  if (answer.kind !== 'vault-state' || answer.state.kind !== 'locked') {
    year.faults.push(
      `before an opening the vault was ${answer.kind === 'vault-state' ? answer.state.kind : answer.kind}`,
    );
    return false;
  }
  const slot = answer.state.slots.find((one) => one.kind === kind);
  if (slot === undefined) return false;
  const openedUnixMs = world.now;
  const opened = await background.ask({
    kind: 'unlock-with-key',
    slotId: slot.id,
    kekBase64: toBase64(kek),
    better: null,
  });
  if (opened.kind !== 'opened') return false;
  if (opened.missed !== null) year.faults.push('an opening says that changes were missed');
  await background.settled();
  count(year, `opened by ${kind}`);
  if (!year.full) year.model = withOpening(year.model, openedUnixMs, kind);
  return true;
}

const withOpening = (model: Model, unixMs: number, by: OpenedBy): Model => ({
  ...model,
  openings: [...model.openings, { unixMs, by }].slice(-MOST_OPENINGS),
});

/** Opens the vault by its passphrase, where it is locked; what does not open is a fault. */
export async function open(year: Year): Promise<void> {
  const state = await year.background.vault.state();
  if (state.kind === 'unlocked') return;
  if (!(await openBy(year, year.passphrase.kek, 'passphrase')))
    year.faults.push('the passphrase does not open the vault');
}

/** Compares the vault with one of two models, and goes on from the one that it is like. */
async function compare(year: Year, name: string, models: readonly Model[]): Promise<boolean> {
  const content = await year.background.vault.read({ use: false });
  if (!content.ok) {
    year.faults.push(`after ${name} the vault is ${content.error}`);
    return false;
  }
  const wrong = models.map((model) => differences(model, content.value, year));
  const place = wrong.findIndex((faults) => faults.length === 0);
  const [first = []] = wrong;
  if (place < 0) year.faults.push(...first.map((fault) => `after ${name}: ${fault}`));
  year.model = models[Math.max(0, place)] ?? year.model;
  if ((await year.background.vault.missed()) !== null) year.faults.push(`after ${name} changes are said to be missed`);
  const { memory } = year.world;
  if (memory.size === 0) year.faults.push('the open vault has no key in memory');
  const record = year.world.disk.get('vault.meta');
  if (typeof record === 'object' && record !== null && 'generation' in record)
    year.at.set(Number(record.generation), JSON.stringify(knownOf(content.value)));
  return place === 0;
}

/** Does an act as it is meant to be. */
export async function attempt(year: Year, act: Act): Promise<void> {
  const done = await act.run(year.background);
  await year.background.settled();
  if (year.full && done) year.faults.push(`${act.name} was acknowledged by full storage`);
  if (!year.full && !done) year.faults.push(`${act.name} was refused`);
  count(year, done ? act.name : 'refused by full storage');
  await compare(year, act.name, done ? [act.apply(year.model)] : [year.model]);
  if (!done) return;
  act.known?.();
  if (act.passphrase === undefined) return;
  takeAway(year, year.passphrase);
  year.passphrase = act.passphrase;
}

/** Ends as soon as a background did, or when nobody waits for that any more. */
function endOf(ended: () => boolean): { readonly end: Promise<false>; readonly stop: () => void } {
  let isOver = false;
  const end = new Promise<false>((resolve) => {
    const look = (): void => {
      if (ended() || isOver) resolve(false);
      else setTimeout(look, 1);
    };
    look();
  });
  return {
    end,
    stop: () => {
      isOver = true;
    },
  };
}

// Most acts write at about their tenth call.
const callOf = (chance: Chance): number => (chance.below(2) === 0 ? chance.below(24) : 7 + chance.below(8));

/** Does an act of which one call of storage goes wrong, or with which the background ends. */
export async function attemptWithFault(year: Year, act: Act): Promise<void> {
  const fault = year.chance.pick(allFaults);
  const name = `${act.name} with a call that ${fault}`;
  const { faulty, ended } = faultyPorts(year.ports, 1 + callOf(year.chance), fault);
  const background = backgroundOf(year, faulty);
  const running = act.run(background).catch(() => false);
  const { end, stop } = endOf(ended);
  const done = await Promise.race([running, end]);
  // What goes on in a background that did not end ends before another begins.
  await Promise.race([running.then(background.settled), end]);
  stop();
  count(year, `${done ? 'acknowledged' : 'not acknowledged'} with a fault`);
  const [before, after] = [year.model, act.apply(year.model)];
  restart(year, act.passphrase === undefined ? 'background' : 'browser');
  if (act.passphrase === undefined) await open(year);
  else await openByOneOf(year, act.passphrase, done);
  if (!fault.startsWith('ends')) await findMissed(year);
  const { openings } = year.model;
  const between = act.between === undefined ? [] : [act.between(before)];
  const models = (done ? [after] : [after, before, ...between]).map((model) => ({ ...model, openings }));
  if (await compare(year, name, models)) act.known?.();
}

/**
 * Reads what a rejected read missed, which takes the note of it back. Only where the copy was written in the very millisecond of that read
 * the note stays until somebody puts it away, as a number that was given anew would look the same; here the clock stands while an act runs.
 */
async function findMissed(year: Year): Promise<void> {
  const { vault } = year.background;
  await vault.read({ use: false });
  if ((await vault.missed()) === null) return;
  const [newest] = await vault.copies();
  if (newest?.writtenUnixMs !== year.world.now) return;
  await vault.dismissMissed();
  count(year, 'said to be missed where a read was rejected');
}

/** Opens a vault whose passphrase was to be changed: exactly one opens it, and the new one where that was acknowledged. */
async function openByOneOf(year: Year, next: TypedKey, done: boolean): Promise<void> {
  const opening: TypedKey[] = [];
  for (const key of [year.passphrase, next]) {
    if (await openBy(year, key.kek, 'passphrase')) opening.push(key);
    await year.background.vault.lock();
  }
  const [key] = opening;
  if (key === undefined || opening.length > 1) year.faults.push(`${opening.length} passphrases open the vault`);
  if (done && key !== next) year.faults.push('a new passphrase was acknowledged and does not open the vault');
  if (key === next) takeAway(year, year.passphrase);
  year.passphrase = key ?? year.passphrase;
  await open(year);
}

/** Remembers a key that opens nothing any more. */
export const takeAway = (year: Year, { kek }: Pick<TypedKey, 'kek'>): void => void year.old.push(kek);
