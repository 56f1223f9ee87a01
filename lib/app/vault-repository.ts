import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { KEY_LENGTH, NONCE_LENGTH } from '../vault/aead.ts';
import { toBase64, toHex } from '../vault/base64.ts';
import { emptyContent } from '../vault/content.ts';
import type { VaultContent } from '../vault/entry.ts';
import type { Header } from '../vault/envelope.ts';
import { checkScryptBounds } from '../vault/kdf.ts';
import { type SlotDescription, unwrapDataKey, wrapDataKey } from '../vault/key-slots.ts';
import { passTime } from './trash.ts';
import type { CreateError, MutateError, NewSlot, ReadError, Taken, UnlockError, VaultState } from './vault-answers.ts';
import {
  createHeaderReader,
  isRecordOf,
  type Opened,
  readValue,
  STORED,
  type Survey,
  surveyVault,
  type Unreadable,
} from './vault-copies.ts';
import { createLatestCopy } from './vault-latest.ts';
import type { Clock, ComputerKeyStore, Lock, Random, SessionStore, VaultStorage } from './vault-ports.ts';
import { checkProof, type Proof, type ProofError } from './vault-proof.ts';
import { AUTO_LOCK_MINUTES, createVaultSession, isAutoLock } from './vault-session.ts';
import { keepUnread, storeCopy } from './vault-writing.ts';

const LOCK = 'doorcode-vault';
const AUTO_LOCK_KEY = 'vault.auto-lock';
// Random 96-bit nonces keep their margin up to 2^32 encryptions under one key (NIST SP 800-38D §8.3).
const MOST_GENERATIONS = 2 ** 32;

/** What the repository needs from its surroundings. */
export type VaultPorts = {
  readonly storage: VaultStorage;
  readonly session: SessionStore;
  readonly computerKeys: ComputerKeyStore;
  readonly lock: Lock;
  readonly clock: Clock;
  readonly random: Random;
};

/** The vault on this computer. */
export type VaultRepository = {
  state(): Promise<VaultState>;
  create(slot: NewSlot): Promise<Result<Taken, CreateError>>;
  unlock(attempt: { readonly slotId: string; readonly kek: Bytes }): Promise<Result<Taken, UnlockError>>;
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
  /** Minutes without use until the vault locks, as chosen or as usual. */
  autoLockMinutes(): Promise<number>;
  /** Minutes without use until the vault locks, 1..1440; kept for later sessions and applied to this one. */
  setAutoLock(minutes: number): Promise<Result<null, 'out-of-range' | 'not-saved'>>;
};

type Readable = Extract<Survey, { kind: 'readable' }>;

function describe(slot: SlotDescription): SlotDescription {
  if (slot.kind === 'passphrase') return { kind: slot.kind, id: slot.id, kdf: slot.kdf };
  return { kind: slot.kind, id: slot.id };
}

const reasonOf = (survey: Exclude<Survey, Readable>): 'absent' | Unreadable =>
  survey.kind === 'absent' ? 'absent' : survey.reason;

/** The vault behind its ports: locking, unlocking, reading, and writes that are acknowledged only when they are in storage. */
export function createVaultRepository(ports: VaultPorts): VaultRepository {
  const { storage, computerKeys, lock, clock, random } = ports;
  const session = createVaultSession(ports.session, lock, clock);
  const latest = createLatestCopy();
  const headers = createHeaderReader();
  const holding = async (use: boolean) => {
    const held = await session.current(use);
    if (held === null) latest.forget();
    return held;
  };
  const newId = (): string => toHex(random.bytes(16));

  async function autoLockMinutes(): Promise<number> {
    const stored = await readValue(storage, AUTO_LOCK_KEY);
    return stored.kind === 'present' && isAutoLock(stored.value) ? stored.value : AUTO_LOCK_MINUTES.usual;
  }

  async function begin(survey: Readable, dataKey: Bytes): Promise<Result<Taken, 'damaged' | 'newer-version'>> {
    const opened = await latest.open(survey.copies, dataKey);
    if (!opened.ok) return opened;
    await session.begin(dataKey, await autoLockMinutes());
    const { name, header } = opened.value;
    return ok({ copy: name, generation: header.generation, expectedGeneration: survey.expectedGeneration });
  }

  async function unlockBy(
    kek: Bytes,
    wanted: (slot: SlotDescription) => boolean,
    refusal: 'wrong-passphrase' | 'no-computer-key',
  ): Promise<Result<Taken, UnlockError>> {
    const survey = await surveyVault(storage, headers);
    if (survey.kind !== 'readable') return err(reasonOf(survey));
    let seen = false;
    for (const { header } of survey.copies) {
      const slot = header.slots.find(wanted);
      if (slot === undefined) continue;
      seen = true;
      const dataKey = await unwrapDataKey(slot, kek, header.id);
      if (dataKey.ok) return begin(survey, dataKey.value);
    }
    return err(seen ? refusal : 'unknown-slot');
  }

  async function newKek(slot: NewSlot): Promise<Bytes> {
    if (slot.kind === 'passphrase') return slot.kek;
    // A key that an earlier attempt left is used again: other copies may still need it.
    return (await computerKeys.get()) ?? (await computerKeys.create());
  }

  async function create(slot: NewSlot): Promise<Result<Taken, CreateError>> {
    if (slot.kind === 'passphrase' && !checkScryptBounds(slot.kdf)) return err('unacceptable');
    if ((await surveyVault(storage, headers)).kind !== 'absent') return err('not-absent');
    const kek = await newKek(slot);
    if (kek.length !== KEY_LENGTH) return err('unacceptable');
    const [dataKey, id] = [random.bytes(KEY_LENGTH), newId()];
    const description: SlotDescription =
      slot.kind === 'passphrase'
        ? { kind: 'passphrase', id: newId(), kdf: slot.kdf }
        : { kind: 'computer', id: newId() };
    const header: Header = {
      version: 1,
      id,
      generation: 1,
      slots: [await wrapDataKey(description, dataKey, kek, id, random.bytes(NONCE_LENGTH))],
      nonce: toBase64(random.bytes(NONCE_LENGTH)),
      createdUnixMs: clock.nowUnixMs(),
    };
    const stored = await storeCopy(storage, 'a', header, emptyContent, dataKey, {});
    if (!stored.ok) return stored;
    await session.begin(dataKey, await autoLockMinutes());
    return ok({ copy: 'a', generation: 1, expectedGeneration: 1 });
  }

  async function load(dataKey: Bytes): Promise<Result<{ survey: Readable; opened: Opened }, ReadError>> {
    const survey = await surveyVault(storage, headers);
    if (survey.kind !== 'readable') return err(reasonOf(survey));
    const opened = await latest.open(survey.copies, dataKey);
    return opened.ok ? ok({ survey, opened: opened.value }) : opened;
  }

  /** What was opened before, while the record beside the copies says that nothing was written since. */
  async function unchanged(dataKey: Bytes): Promise<VaultContent | null> {
    const opened = latest.remembered(dataKey);
    if (opened === null) return null;
    // Two copies of a large vault take most of the time until a popup shows its codes; every write reads them again.
    const record = await readValue(storage, STORED.meta);
    return record.kind === 'present' && isRecordOf(record.value, opened) ? opened.content : null;
  }

  async function mutate<E extends string>(
    change: (content: VaultContent) => VaultContent | Result<VaultContent, E>,
    use: boolean,
  ): Promise<Result<VaultContent, MutateError | E>> {
    const held = await holding(use);
    if (held === null) return err('locked');
    const loaded = await load(held.dataKey);
    if (!loaded.ok) return loaded;
    const { survey, opened } = loaded.value;
    // Behind a rejected read may lie the latest generation; the write could land on it.
    if (survey.incomplete) return err('storage-failed');
    const outcome = change(opened.content);
    const changed = 'ok' in outcome ? outcome : ok(outcome);
    if (!changed.ok || changed.value === opened.content) return changed;

    const generation = survey.expectedGeneration + 1;
    if (generation > MOST_GENERATIONS) return err('unacceptable');
    const target = opened.name === 'a' ? 'b' : 'a';
    const beside = await keepUnread(storage, survey, target, held.dataKey);
    if (!beside.ok) return beside;
    const header = { ...opened.header, generation, nonce: toBase64(random.bytes(NONCE_LENGTH)) };
    const content = passTime(changed.value, clock.nowUnixMs());
    const stored = await storeCopy(storage, target, header, content, held.dataKey, beside.value);
    // What was opened before the write is not what a record put back by a fault may vouch for.
    latest.forget();
    return stored;
  }

  return {
    async state() {
      const survey = await surveyVault(storage, headers);
      if (survey.kind !== 'readable') return survey;
      const held = await holding(false);
      if (held === null) return { kind: 'locked', slots: survey.copies[0].header.slots.map(describe) };
      const opened = await latest.open(survey.copies, held.dataKey);
      if (!opened.ok) return { kind: 'unreadable', reason: opened.error };
      const slots = opened.value.header.slots.map(describe);
      return { kind: 'unlocked', deadlineUnixMs: held.deadlineUnixMs, slots };
    },
    create: (slot) => lock.run(LOCK, () => create(slot)),
    unlock: ({ slotId, kek }) => unlockBy(kek, (slot) => slot.id === slotId, 'wrong-passphrase'),
    async unlockWithComputer() {
      const kek = await computerKeys.get();
      if (kek === null) return err('no-computer-key');
      return unlockBy(kek, (slot) => slot.kind === 'computer', 'no-computer-key');
    },
    async lock() {
      await session.end();
      // After the end: a read under way may still have put it back.
      latest.forget();
    },
    async read({ use } = { use: true }) {
      const held = await holding(use);
      if (held === null) return err('locked');
      const known = await unchanged(held.dataKey);
      if (known !== null) return ok(known);
      const loaded = await load(held.dataKey);
      return loaded.ok ? ok(loaded.value.opened.content) : loaded;
    },
    async readProven(proof) {
      // A wrong guess is no use of the vault.
      const held = await holding(false);
      if (held === null) return err('locked');
      const loaded = await load(held.dataKey);
      if (!loaded.ok) return loaded;
      const { header, content } = loaded.value.opened;
      const proven = await checkProof(header, held.dataKey, proof);
      if (!proven.ok) return proven;
      return (await holding(true)) === null ? err('locked') : ok(content);
    },
    mutate: (change, { use } = { use: true }) => lock.run(LOCK, () => mutate(change, use)),
    autoLockMinutes,
    async setAutoLock(minutes) {
      if (!isAutoLock(minutes)) return err('out-of-range');
      await session.setMinutes(minutes);
      try {
        await storage.write({ [AUTO_LOCK_KEY]: minutes });
        return ok(null);
      } catch {
        return err('not-saved');
      }
    },
  };
}
