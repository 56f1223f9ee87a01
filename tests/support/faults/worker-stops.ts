import { setTimeout as pause } from 'node:timers/promises';
import { VAULT_LOCK } from '../../../lib/app/vault-core.ts';
import type { Chance } from '../chance.ts';
import type { Answer } from './answer.ts';
import { compareAccounts } from './expected.ts';
import { holdAt, type Moment } from './hold-worker.ts';
import { inBackground, type OpenProfile } from './open-profile.ts';
import {
  accountNames,
  adding,
  changingKey,
  kdf,
  newKey,
  passphraseSlot,
  stateOf,
  tornCopies,
  unlock,
  unlocking,
} from './vault-acts.ts';
import type { Written } from './writer.ts';

/** How long a call is waited for that an act makes after its answer. */
const AFTERWARDS_MS = 500;

/** The acts during which the background is stopped. */
export const stoppedActs = ['unlock', 'save', 'change-keys', 'export'] as const;
/** One of them. */
export type StoppedAct = (typeof stoppedActs)[number];

/** What came of stops: how many, at how many different calls, how often the passphrase was asked for again, and what was wrong. */
export type Stops = {
  stops: number;
  readonly calls: number;
  promptedAgain: number;
  readonly faults: readonly string[];
};

/** The request of an act; what it may leave without an answer is written down before. */
function requestOf(act: StoppedAct, slotId: string, written: Written): object {
  if (act === 'unlock') return unlocking(slotId, written.key);
  const { kekBase64 } = written.key;
  if (act === 'export') return { kind: 'export-backup', kdf, ...newKey(), proof: { slotId, kekBase64 } };
  if (act === 'change-keys') {
    written.maybe = newKey();
    return changingKey(slotId, written.key, written.maybe);
  }
  written.count += 1;
  written.pending = [`account ${written.count}`];
  return adding(`account ${written.count}`);
}

/** Waits for the write of an opening, which comes after its answer: nothing else takes its turn before. */
const openingWritten = ({ evaluate }: OpenProfile): Promise<unknown> =>
  evaluate(`navigator.locks.request('${VAULT_LOCK}', () => true)`);

/** Makes ready what an act needs, and holds the background at a call from then on. */
async function prepare(open: OpenProfile, act: StoppedAct, written: Written, hold: string): Promise<object> {
  if (act === 'unlock') await open.ask({ kind: 'lock' });
  const request = requestOf(act, await passphraseSlot(open.ask), written);
  // Else its calls would be taken for the act's.
  await openingWritten(open);
  await inBackground(open, hold);
  return request;
}

/** What is wrong after a stop, and whether the passphrase had to be typed again. */
async function lookAgain({ ask }: OpenProfile, act: StoppedAct, written: Written, answer: Answer) {
  const faults: string[] = [];
  const state = await stateOf(ask);
  if (state !== 'locked' && state !== 'unlocked') faults.push(`the vault is ${state}`);
  if (answer.kind === 'failed') faults.push(`refused as ${String(answer.reason)}`);
  if (answer.kind === 'done') for (const name of written.pending) written.mustHave.add(name);
  // Before anything mends it: what the session that goes on gives.
  if (state === 'unlocked') faults.push(...compareAccounts(await accountNames(ask), written));
  if (act === 'change-keys' && written.maybe !== null) {
    const { key, maybe } = written;
    await ask({ kind: 'lock' });
    const byNew = (await unlock(ask, maybe)).kind === 'opened';
    await ask({ kind: 'lock' });
    const byOld = (await unlock(ask, key)).kind === 'opened';
    if (byNew === byOld) faults.push(byNew ? 'both keys open it' : 'neither key opens it');
    if (answer.kind === 'done' && !byNew) faults.push('an acknowledged key does not open it');
    if (byNew) written.key = maybe;
    written.maybe = null;
  }
  // Locked, so that opening has to say what it takes and whether it misses anything.
  await ask({ kind: 'lock' });
  const opened = await unlock(ask, written.key);
  if (opened.kind !== 'opened') faults.push(`unlocking is answered with ${opened.kind}`);
  else if (opened.missed !== null) faults.push('changes are said to be missed');
  const names = await accountNames(ask);
  faults.push(...compareAccounts(names, written));
  for (const name of names ?? []) written.mustHave.add(name);
  written.pending = [];
  for (const place of await tornCopies(ask)) faults.push(`copy ${place} is torn`);
  return { faults, promptedAgain: state === 'locked' && act !== 'unlock' };
}

/** How many calls the background waits for in an act. */
async function countCalls(open: OpenProfile, act: StoppedAct, written: Written): Promise<number> {
  const answer = await open.ask(await prepare(open, act, written, holdAt(0, 'before')));
  await openingWritten(open);
  const calls = Number(await open.driver.evaluateInBackground('globalThis.callsMade'));
  await lookAgain(open, act, written, answer);
  await open.driver.stopBackground();
  return calls;
}

async function stopAt(open: OpenProfile, act: StoppedAct, written: Written, call: number, moment: Moment) {
  const answered = open.ask(await prepare(open, act, written, holdAt(call, moment)));
  const held = open.driver.evaluateInBackground('globalThis.heldAt').then(
    () => true,
    () => false,
  );
  // What goes on after the answer is held too: an opening then compares the settings.
  const stopped = await Promise.race([held, answered.then(() => pause(AFTERWARDS_MS)).then(() => false)]);
  await open.driver.stopBackground();
  return { stopped, ...(await lookAgain(open, act, written, await answered)) };
}

/**
 * Stops the background of an open vault at every call that an act waits for, before and after the call; `share` of them where there is
 * no time for all, picked by chance.
 */
export async function stopAtEachCall(
  open: OpenProfile,
  act: StoppedAct,
  written: Written,
  { share, chance }: { readonly share: number; readonly chance: Chance },
): Promise<Stops> {
  const calls = await countCalls(open, act, written);
  const done: Stops & { faults: string[] } = { stops: 0, calls, promptedAgain: 0, faults: [] };
  const every = Array.from({ length: calls }, (_, index) => index + 1);
  const moments = every.flatMap((call) => (['before', 'after'] as const).map((moment) => [call, moment] as const));
  const picked = moments.filter(() => chance.below(1000) < share * 1000);
  // At least one, and one that is reached: the last call may not be made again.
  const sure = moments.slice(0, -2);
  if (!picked.some((one) => sure.includes(one))) picked.push(chance.pick(sure));
  for (const [call, moment] of picked) {
    const { faults, promptedAgain, stopped } = await stopAt(open, act, written, call, moment);
    if (stopped) done.stops += 1;
    if (promptedAgain) done.promptedAgain += 1;
    done.faults.push(...faults.map((fault) => `${act}, stopped ${moment} call ${call} of ${calls}: ${fault}`));
  }
  return done;
}
