import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { checkScryptBounds, type ScryptParameters } from '../vault/kdf.ts';
import { createLock, type SlotDescription, type SlotLock } from '../vault/key-slots.ts';
import type { StrengthClass } from '../vault/openings.ts';
import { bytesOf } from '../vault/shape.ts';

/**
 * How the keys of a vault change: a kind that is absent stays as it is, `null` or false takes it away, anything else makes it anew.
 * `kek` is the 32 bytes that the derivation gives.
 */
export type KeyChange = {
  readonly passphrase?: {
    readonly kdf: ScryptParameters;
    readonly kek: Bytes;
    /** How it was judged when it was chosen; absent where nothing judged it. */
    readonly strength?: StrengthClass;
  } | null;
  readonly recovery?: { readonly salt: string; readonly kek: Bytes } | null;
  readonly computer?: boolean;
};

/** Makes the key of a *this computer* slot of this id. */
export type NewComputerKey = (slotId: string) => Promise<Bytes>;

type Kinds = Readonly<Record<SlotDescription['kind'], boolean>>;

const wanted = (change: unknown, before: boolean): boolean =>
  change === undefined ? before : change !== null && change !== false;

/**
 * Which kinds of key there are after a change; a new passphrase takes the place of this computer's key, which would open the vault
 * without it.
 * @returns `no-way-in` where the customer could be locked out: a key on this computer alone, or a recovery code alone
 */
export function planKinds(before: Kinds, change: KeyChange): Result<Kinds, 'no-way-in'> {
  const passphrase = wanted(change.passphrase, before.passphrase);
  const recovery = wanted(change.recovery, before.recovery);
  const setsPassphrase = change.passphrase !== undefined && change.passphrase !== null;
  const computer = setsPassphrase ? false : wanted(change.computer, before.computer);
  const isWayIn = computer ? recovery && !passphrase : passphrase;
  return isWayIn ? ok({ passphrase, recovery, computer }) : err('no-way-in');
}

/**
 * Whether a change makes a vault open without a passphrase, which the customer's organisation may forbid. One that opens so already
 * may get another recovery code: it is asked for a passphrase, and nobody is locked out.
 */
export const dropsPassphrase = (before: Kinds, after: Kinds, { computer }: KeyChange): boolean =>
  !after.passphrase && (!before.computer || computer === true);

/**
 * How the passphrase was judged, after a change; one that is only locked anew keeps what was said of it.
 * @param chosen whether the customer chose the new passphrase, which else is the one there was
 */
export function strengthAfter(
  before: StrengthClass | null,
  { passphrase }: KeyChange,
  chosen: boolean,
): StrengthClass | null {
  if (passphrase === undefined) return before;
  return passphrase !== null && !chosen ? before : (passphrase?.strength ?? null);
}

/** Whether the keys of a change are of the right form. */
export function isAcceptable({ passphrase, recovery }: KeyChange): boolean {
  if (passphrase != null && (!checkScryptBounds(passphrase.kdf) || passphrase.kek.length !== 32)) return false;
  return recovery == null || (recovery.kek.length === 32 && bytesOf(recovery.salt, 16, 16) !== null);
}

/** The kinds that some slots are of. */
export const kindsOf = (slots: readonly SlotDescription[]): Kinds => ({
  passphrase: slots.some(({ kind }) => kind === 'passphrase'),
  recovery: slots.some(({ kind }) => kind === 'recovery'),
  computer: slots.some(({ kind }) => kind === 'computer'),
});

/** The locks after a change: those of before that stay, and new ones with new ids. */
export async function changeLocks(
  before: readonly SlotLock[],
  kinds: Kinds,
  change: KeyChange,
  { newId, newComputerKey }: { readonly newId: () => string; readonly newComputerKey: NewComputerKey },
): Promise<readonly SlotLock[]> {
  const { passphrase, recovery, computer } = change;
  const isNew: Kinds = { passphrase: passphrase != null, recovery: recovery != null, computer: computer === true };
  const locks = before.filter(({ slot: { kind } }) => kinds[kind] && !isNew[kind]);
  const made: SlotLock[] = [];
  if (passphrase != null)
    made.push(await createLock({ kind: 'passphrase', id: newId(), kdf: passphrase.kdf }, passphrase.kek));
  if (recovery != null)
    made.push(await createLock({ kind: 'recovery', id: newId(), salt: recovery.salt }, recovery.kek));
  if (kinds.computer && isNew.computer) {
    const id = newId();
    made.push(await createLock({ kind: 'computer', id }, await newComputerKey(id)));
  }
  return [...locks, ...made];
}
