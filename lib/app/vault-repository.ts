import { err, ok, type Result } from '../result.ts';
import type { VaultContent } from '../vault/entry.ts';
import { describeSlot } from '../vault/key-slots.ts';
import { MOST_OPENINGS, type OpenedBy } from '../vault/openings.ts';
import { CLEAR, keepInBoth, SETTINGS_LOCK, withSettings } from './clear-settings.ts';
import type {
  CopyReport,
  CreateError,
  KeyChangeError,
  MutateError,
  ReadError,
  Taken,
  UnlockError,
  VaultState,
} from './vault-answers.ts';
import { writeChange } from './vault-change.ts';
import { isRecordOf, readValue, STORED } from './vault-copies.ts';
import { createVaultCore, VAULT_LOCK, type VaultPorts } from './vault-core.ts';
import { createVault } from './vault-creation.ts';
import { changeKeys } from './vault-key-change.ts';
import type { KeyChange } from './vault-keys.ts';
import { dismissMissed, type MissedChanges, missedChanges } from './vault-missed.ts';
import { type Attempt, unlock, unlockWithComputer } from './vault-opening.ts';
import { listCopies } from './vault-places.ts';
import { checkProof, type Proof, type ProofError } from './vault-proof.ts';
import { openCopy, type RescueAttempt, rawCopies } from './vault-rescue.ts';
import { isAutoLock } from './vault-session.ts';

/** The vault on this computer. */
export type VaultRepository = {
  state(): Promise<VaultState>;
  /** Whether a key is held and its time is not over; reads no copy, and is no use of the vault. */
  isOpen(): Promise<boolean>;
  /** Makes a vault with these keys; one that exists is replaced only where the customer said so, and set aside. */
  create(keys: KeyChange, how?: { readonly replacing: boolean }): Promise<Result<Taken, CreateError>>;
  unlock(attempt: Attempt): Promise<Result<Taken, UnlockError>>;
  unlockWithComputer(): Promise<Result<Taken, UnlockError>>;
  lock(): Promise<void>;
  /** The content; what happens by itself is no use of the vault (`use: false`) and does not put its lock off. */
  read(how?: { readonly use: boolean }): Promise<Result<VaultContent, ReadError>>;
  /** The content for a sensitive act: the passphrase, where there is one, is proven once more though the vault is open. */
  readProven(proof: Proof): Promise<Result<VaultContent, ReadError | ProofError>>;
  /** Applies a change under the lock; `ok` only after it was read back from storage and decrypted. */
  mutate<E extends string = never>(
    change: (content: VaultContent) => VaultContent | Result<VaultContent, E>,
    how?: { readonly use: boolean },
  ): Promise<Result<VaultContent, MutateError | E>>;
  /** Writes down that the vault was just opened; what fails is left, since nobody waits for it. */
  noteOpening(by: OpenedBy): Promise<void>;
  /** Adds, changes and takes away keys in one write, which no key that was taken away opens. */
  changeKeys(change: KeyChange, proof: Proof): Promise<Result<null, KeyChangeError>>;
  /** Which copies of the vault there are, the newest readable first; needs no key. */
  copies(): Promise<readonly CopyReport[]>;
  /** Opens one of the copies and goes on from it. */
  openCopy(attempt: RescueAttempt): Promise<Result<Taken, UnlockError>>;
  /** All copies and what was set aside, sealed as they are, as one text to keep; `opened`: what was set aside as it was before, for who has proven to know the passphrase. */
  rawCopies(how: { readonly opened: boolean }): Promise<string>;
  /** What an opening missed and nobody has put away yet; null for nothing. */
  missed(): Promise<MissedChanges | null>;
  /** The customer has seen what was missed. */
  dismissMissed(): Promise<Result<null, 'not-saved'>>;
  /** Minutes without use until the vault locks, as chosen or as usual; of an open vault the fewer of those sealed and in the clear. */
  autoLockMinutes(): Promise<number>;
  /** Minutes without use until the vault locks, 1..1440; kept for later sessions and applied to this one. */
  setAutoLock(minutes: number): Promise<Result<null, 'out-of-range' | 'not-saved'>>;
  /** Brings an open vault under a bound that the customer's organisation has set meanwhile; gives the minutes in force. */
  boundAutoLock(): Promise<number>;
};

/** The vault behind its ports: locking, unlocking, reading, and writes that are acknowledged only when they are in storage. */
export function createVaultRepository(ports: VaultPorts): VaultRepository {
  const { storage, lock } = ports;
  const core = createVaultCore(ports);
  const { session, latest } = core;
  const alone = <T>(act: () => Promise<T>): Promise<T> => lock.run(VAULT_LOCK, act);

  /** What was opened before, while the record beside the copies says that nothing was written since. */
  async function unchanged(dataKey: Parameters<typeof latest.remembered>[0]): Promise<VaultContent | null> {
    const opened = latest.remembered(dataKey);
    if (opened === null) return null;
    // Two copies of a large vault take most of the time until a popup shows its codes; every write reads them again.
    const record = await readValue(storage, STORED.meta);
    return record.kind === 'present' && isRecordOf(record.value, opened) ? opened.content : null;
  }

  async function mutate<E extends string>(
    change: (content: VaultContent) => VaultContent | Result<VaultContent, E>,
    use: boolean,
    ages = true,
  ): Promise<Result<VaultContent, MutateError | E>> {
    const held = await core.holding(use);
    if (held === null) return err('locked');
    const loaded = await core.load(held.dataKey, true);
    if (!loaded.ok) return loaded;
    const { survey, opened } = loaded.value;
    // Behind a rejected read may lie the latest generation; the write could land on it.
    if (survey.incomplete) return err('storage-failed');
    const outcome = change(opened.content);
    const changed = 'ok' in outcome ? outcome : ok(outcome);
    if (!changed.ok || changed.value === opened.content) return changed;
    const found = { ...loaded.value, latest };
    const stored = await writeChange(ports, found, changed.value, held.dataKey, ages);
    // What was opened before the write is not what a record put back by a fault may vouch for.
    latest.doubt();
    return stored;
  }

  async function noteOpening(by: OpenedBy): Promise<void> {
    const opening = { unixMs: ports.clock.nowUnixMs(), by };
    const add = (content: VaultContent): VaultContent => ({
      ...content,
      openings: [...content.openings, opening].slice(-MOST_OPENINGS),
    });
    // No change of the accounts: the five days are kept for those.
    await alone(() => mutate(add, false, false)).catch(() => undefined);
  }

  /** `stale` where the held key opens no copy. */
  async function look(): Promise<VaultState | 'stale'> {
    const survey = await core.survey();
    if (survey.kind !== 'readable') return survey;
    const held = await core.holding(false);
    if (held === null) {
      // What opens is asked for, and not what opened before keys were changed: storage may have lost that change, or got the old
      // copies back.
      const { copies, isNewer } = await core.candidates(survey);
      if (isNewer) return { kind: 'unreadable', reason: 'newer-version' };
      return { kind: 'locked', slots: copies[0]?.header.slots.map(describeSlot) ?? [] };
    }
    const opened = await core.openNewest(survey, held.dataKey);
    if (!opened.ok) return opened.error === 'newer-version' ? { kind: 'unreadable', reason: opened.error } : 'stale';
    const slots = opened.value.header.slots.map(describeSlot);
    return { kind: 'unlocked', deadlineUnixMs: held.deadlineUnixMs, slots };
  }

  /** Once more under the lock: a change of keys under way has its copies before it has its key. */
  async function lookAlone(): Promise<VaultState> {
    const state = await look();
    if (state !== 'stale') return state;
    // The keys were changed and the background ended before it knew: the key it held is of no use any more.
    await session.end();
    const locked = await look();
    return locked === 'stale' ? { kind: 'unreadable', reason: 'damaged' } : locked;
  }

  async function readHeld(use: boolean): Promise<Result<VaultContent, ReadError>> {
    const held = await core.holding(use);
    if (held === null) return err('locked');
    const known = await unchanged(held.dataKey);
    if (known !== null) return ok(known);
    const loaded = await core.load(held.dataKey);
    return loaded.ok ? ok(loaded.value.opened.content) : loaded;
  }

  async function autoLockMinutes(): Promise<number> {
    const read = await readHeld(false);
    return core.autoLockMinutes(read.ok ? read.value : null);
  }

  async function boundAutoLock(): Promise<number> {
    const minutes = await autoLockMinutes();
    await session.bound(minutes);
    return minutes;
  }

  return {
    async state() {
      const state = await look();
      return state === 'stale' ? alone(lookAlone) : state;
    },
    isOpen: async () => (await core.holding(false)) !== null,
    create: (keys, { replacing } = { replacing: false }) => alone(() => createVault(core, keys, replacing)),
    unlock: (attempt) => alone(() => unlock(core, attempt)),
    unlockWithComputer: () => alone(() => unlockWithComputer(core)),
    async lock() {
      await session.end();
      // After the end: a read under way may still have put it back.
      latest.forget();
    },
    async read({ use } = { use: true }) {
      const read = await readHeld(use);
      return read.ok || read.error !== 'damaged' ? read : alone(() => readHeld(use));
    },
    async readProven(proof) {
      // A wrong guess is no use of the vault.
      const held = await core.holding(false);
      if (held === null) return err('locked');
      const loaded = await core.load(held.dataKey);
      if (!loaded.ok) return loaded;
      const { header, content } = loaded.value.opened;
      const proven = await checkProof(header, held.dataKey, proof);
      if (!proven.ok) return proven;
      return (await core.holding(true)) === null ? err('locked') : ok(content);
    },
    mutate: (change, { use } = { use: true }) => alone(() => mutate(change, use)),
    noteOpening,
    changeKeys: (change, proof) => alone(() => changeKeys(core, change, { kind: 'proof', proof })),
    copies: () => listCopies(ports),
    openCopy: (attempt) => alone(() => openCopy(core, attempt)),
    rawCopies: (how) => rawCopies(core, how),
    missed: () => missedChanges(storage),
    dismissMissed: () => dismissMissed(storage),
    autoLockMinutes,
    boundAutoLock,
    setAutoLock: (minutes) =>
      lock.run(SETTINGS_LOCK, async () => {
        const { autoLockMostMinutes } = await ports.policies.now();
        if (!isAutoLock(minutes) || minutes > (autoLockMostMinutes ?? minutes)) return err('out-of-range');
        const isStricter = minutes <= (await autoLockMinutes());
        if (isStricter) await session.setMinutes(minutes);
        const seal = () => mutate((content) => withSettings(content, () => ({ autoLockMinutes: minutes })), true);
        const inClear = () => storage.write({ [CLEAR.autoLockMinutes]: minutes });
        const kept = await keepInBoth(isStricter, inClear, () => alone(seal));
        if (kept.ok && !isStricter) await session.setMinutes(minutes);
        // The customer's organisation may have set a bound meanwhile.
        await boundAutoLock();
        return kept;
      }),
  };
}
