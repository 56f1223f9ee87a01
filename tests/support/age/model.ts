import { toBase64 } from '../../../lib/vault/base64.ts';
import type { EntryState, VaultContent } from '../../../lib/vault/entry.ts';
import type { Opening, StrengthClass } from '../../../lib/vault/openings.ts';

/** An account as it was acknowledged; its issuer is its name in the model, and no two have the same. */
export type Known = {
  readonly issuer: string;
  readonly account: string;
  /** In base64. */
  readonly secret: string;
  /** Null for one whose codes go by time. */
  readonly counter: number | null;
  readonly origins: readonly string[];
  readonly pinned: boolean;
  readonly state: EntryState;
  readonly keptUnconfirmed: boolean;
};

/**
 * An account that was removed, or what one was before an edit: when by the true clock, and how often the clock had been set forward by
 * then.
 */
export type Removed = {
  readonly known: Known;
  readonly trueMs: number;
  readonly forwards: number;
  readonly former: boolean;
};

/** What must be in the vault, by everything that was acknowledged. */
export type Model = {
  readonly entries: ReadonlyMap<string, Known>;
  readonly removed: readonly Removed[];
  /** What the last saved copy holds: a mark by the issuer. */
  readonly saved: { readonly unixMs: number; readonly marks: ReadonlyMap<string, string> } | null;
  /** The salt of the emergency key, and of the passphrase of copies that are written by themselves; null for none. */
  readonly emergencySalt: string | null;
  readonly folderSalt: string | null;
  readonly strength: StrengthClass | null;
  readonly openings: readonly Opening[];
};

/** What of an account would be lost with it; a change of it makes a saved copy outdated. */
export const markOfKnown = ({ account, secret }: Known): string => JSON.stringify([account, secret]);

const whole = (known: Known): string => JSON.stringify(known);
const former = ({ issuer, account, secret }: Known): string => JSON.stringify([issuer, account, secret]);

/** The accounts of a vault's content, as the model writes them. */
export function knownOf({ entries }: Pick<VaultContent, 'entries'>): readonly Known[] {
  return entries.map(({ issuer, account, parameters, origins, pinned, state, keptUnconfirmed }) => ({
    issuer,
    account,
    secret: toBase64(parameters.secret),
    counter: parameters.type === 'hotp' ? parameters.counter : null,
    origins,
    pinned: pinned === true,
    state,
    keptUnconfirmed: keptUnconfirmed === true,
  }));
}

const DAY_MS = 24 * 3_600_000;
const KEPT_MS = 30 * DAY_MS;
/** What the vault believes at most of one step of the clock. */
const STEP_MS = 7 * DAY_MS;
/** A removed account is gone by then, whatever holidays and clocks there were. */
const GONE_MS = 75 * DAY_MS;

/** What differs between the model and a vault's content; empty for nothing. */
export function differences(
  model: Model,
  content: VaultContent,
  { trueMs, forwards }: { readonly trueMs: number; readonly forwards: number },
): readonly string[] {
  const faults: string[] = [];
  const there = new Set(knownOf(content).map(whole));
  const wanted = new Set([...model.entries.values()].map(whole));
  for (const one of wanted) if (!there.has(one)) faults.push(`${one} was acknowledged and is lost`);
  for (const one of there) if (!wanted.has(one)) faults.push(`${one} came from nowhere`);
  if (content.entries.length !== there.size) faults.push('an account is there twice');

  const trash = knownOf({ entries: content.trash.map(({ entry }) => entry) }).map(former);
  const left = [...trash];
  for (const { known, ...at } of model.removed) {
    const place = left.indexOf(former(known));
    if (place >= 0) left.splice(place, 1);
    const ageMs = trueMs - at.trueMs;
    const atMostMs = ageMs + STEP_MS * (forwards - at.forwards);
    if (place < 0 && atMostMs < KEPT_MS) faults.push(`${known.issuer} cannot be put back any more`);
    if (place >= 0 && ageMs > GONE_MS) faults.push(`${known.issuer} was removed long ago and is still there`);
  }
  for (const one of left) faults.push(`${one} was never removed and is among the removed ones`);
  const emergency = content.locks.map(({ slot }) => slot).find(({ kind }) => kind === 'recovery');
  if ((emergency?.kind === 'recovery' ? emergency.salt : null) !== model.emergencySalt)
    faults.push('the emergency key is not the one that was acknowledged');
  const copies = content.saved.automatic?.lock.slot;
  if ((copies?.kind === 'passphrase' ? copies.kdf.salt : null) !== model.folderSalt)
    faults.push('the copies in the folder are for another passphrase');
  if (content.strength !== model.strength) faults.push('the passphrase is judged otherwise');
  if (JSON.stringify(content.openings) !== JSON.stringify(model.openings)) faults.push('the openings are others');
  const { last } = content.saved;
  if ((last?.unixMs ?? null) !== (model.saved?.unixMs ?? null)) faults.push('the last copy is of another time');
  return faults;
}
