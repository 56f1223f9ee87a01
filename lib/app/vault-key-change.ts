import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import type { Header } from '../vault/header.ts';
import type { SlotDescription } from '../vault/key-slots.ts';
import { passTime } from './trash.ts';
import type { KeyChangeError } from './vault-answers.ts';
import type { VaultCore } from './vault-core.ts';
import {
  changeLocks,
  dropsPassphrase,
  isAcceptable,
  type KeyChange,
  kindsOf,
  planKinds,
  strengthAfter,
} from './vault-keys.ts';
import { checkProof, type Proof } from './vault-proof.ts';
import { rotateKeys } from './vault-rotation.ts';

/** What proves that a change of keys may be made: a typed key, or an opening of this very moment. */
export type KeyChangeRight = { readonly kind: 'proof'; readonly proof: Proof } | { readonly kind: 'just-opened' };

type Kinds = Readonly<Record<SlotDescription['kind'], boolean>>;

/**
 * Whether a recovery code takes itself away: whoever needed it may know no passphrase, and nothing that is known would open the vault.
 */
function takesItselfAway(slots: readonly SlotDescription[], change: KeyChange, right: KeyChangeRight): boolean {
  if (right.kind !== 'proof' || change.recovery !== null || change.passphrase != null) return false;
  return slots.some(({ id, kind }) => id === right.proof?.slotId && kind === 'recovery');
}

/** A vault that this computer alone opened before there were recovery codes may go on so until it gets one. */
function planned(before: Kinds, change: KeyChange, right: KeyChangeRight): Result<Kinds, 'no-way-in'> {
  const kinds = planKinds(before, change);
  const onlyBefore = before.computer && !before.passphrase && !before.recovery;
  const stays = change.passphrase === undefined && change.recovery === undefined;
  return !kinds.ok && right.kind === 'just-opened' && onlyBefore && stays ? ok(before) : kinds;
}

/** Adds, changes and takes away keys of the open vault, all in one write, under the vault's lock. */
export async function changeKeys(
  core: VaultCore,
  change: KeyChange,
  right: KeyChangeRight,
): Promise<Result<null, KeyChangeError>> {
  const { storage, mirror, computerKeys, clock, random, policies } = core.ports;
  if (!isAcceptable(change)) return err('unacceptable');
  const held = await core.holding(false);
  if (held === null) return err('locked');
  const loaded = await core.load(held.dataKey, true);
  if (!loaded.ok) return loaded;
  const { survey, opened, generation } = loaded.value;
  if (survey.incomplete) return err('storage-failed');
  const { header, content } = opened;
  if (right.kind === 'proof') {
    const proven = await checkProof(header, held.dataKey, right.proof);
    if (!proven.ok) return proven;
  }
  const kinds = planned(kindsOf(header.slots), change, right);
  if (!kinds.ok) return kinds;
  const isBound = (await policies.now()).passphraseRequired;
  if (isBound && dropsPassphrase(kindsOf(header.slots), kinds.value, change)) return err('passphrase-required');
  if (takesItselfAway(header.slots, change, right)) return err('no-way-in');
  const isComputer = ({ kind }: SlotDescription): boolean => kind === 'computer';
  const newComputerKey = (id: string): Promise<Bytes> => computerKeys.create(id);
  const locks = await changeLocks(content.locks, kinds.value, change, { newId: core.newId, newComputerKey });
  // What was locked by version 1 says nothing that could lock again; all of its keys are made anew or none.
  if (locks.length < Object.values(kinds.value).filter(Boolean).length) return err('storage-failed');

  const nowUnixMs = clock.nowUnixMs();
  const strength = strengthAfter(content.strength, change, right.kind === 'proof');
  const next = passTime({ ...content, strength }, nowUnixMs);
  const rotated = await rotateKeys(
    { storage, mirror, random },
    { survey, opened, generation, oldDataKey: held.dataKey, locks, content: next, nowUnixMs },
  );
  core.latest.forget();
  if (!rotated.ok) return rotated;
  // The customer, or the screen's lock, may have locked the vault meanwhile.
  await core.session.exchange(held.dataKey, rotated.value);
  const before = opened.header.slots.filter(isComputer).map(({ id }) => computerKeyName(header, id));
  for (const name of before.filter((one) => !locks.some(({ slot }) => slot.id === one))) {
    // It opens nothing any more; a failure to take it away is no failure of the change.
    await computerKeys.remove(name).catch(() => undefined);
  }
  return ok(null);
}

/** The name under which this computer keeps the key of a slot; vaults of version 1 had one at most. */
export const computerKeyName = ({ version }: Header, slotId: string): string =>
  version === 1 ? 'this-computer' : slotId;
