import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { toHex } from '../vault/base64.ts';
import type { VaultContent } from '../vault/entry.ts';
import { readHeader } from '../vault/envelope.ts';
import { readAutoLock } from './clear-settings.ts';
import type { PolicySource } from './policy-source.ts';
import type { ReadError } from './vault-answers.ts';
import {
  createHeaderReader,
  type Opened,
  type Readable,
  type ReadableCopy,
  type Survey,
  surveyVault,
  type Unreadable,
} from './vault-copies.ts';
import { createLatestCopy } from './vault-latest.ts';
import { foundAfterAll, noteMissed } from './vault-missed.ts';
import { heldAt, markerOf, textAt } from './vault-places.ts';
import type {
  Clock,
  ComputerKeyStore,
  Lock,
  Random,
  SessionStore,
  VaultMarker,
  VaultMirror,
  VaultStorage,
} from './vault-ports.ts';
import { AUTO_LOCK_MINUTES, createVaultSession } from './vault-session.ts';

/** What the vault needs from its surroundings. */
export type VaultPorts = {
  readonly storage: VaultStorage;
  readonly mirror: VaultMirror;
  readonly session: SessionStore;
  readonly computerKeys: ComputerKeyStore;
  readonly lock: Lock;
  readonly clock: Clock;
  readonly random: Random;
  readonly policies: Pick<PolicySource, 'now'>;
};

/**
 * The copies to try, the newest first, and the latest generation that anything speaks of. `isNewer`: the copy outside of storage is
 * newer than all in it, and a newer version of Doorcode wrote it. `isHidden`: its marker is newer, and it was not given.
 */
export type Candidates = {
  readonly copies: readonly ReadableCopy[];
  readonly expectedGeneration: number;
  readonly isNewer: boolean;
  readonly isHidden: boolean;
};

/** Name of the lock that every write of the vault takes. */
export const VAULT_LOCK = 'doorcode-vault';

/** Why a vault that is not readable is not. */
export const reasonOf = (survey: Exclude<Survey, Readable>): 'absent' | Unreadable =>
  survey.kind === 'absent' ? 'absent' : survey.reason;

/** What all acts on the vault share: its ports, the open session, and what was read last. */
export type VaultCore = ReturnType<typeof createVaultCore>;

/** Makes what all acts on the vault share. */
export function createVaultCore(ports: VaultPorts) {
  const { storage, mirror, lock, clock, random } = ports;
  const session = createVaultSession(ports.session, lock, clock);
  const latest = createLatestCopy();
  const headers = createHeaderReader(latest.headerOf);
  // A note of what was missed may be left by a background before this one.
  let isNoted = true;

  /** What there is of a vault; storage that lost all of one is not mistaken for a fresh start. */
  async function lookAtAll(): Promise<Survey> {
    const local = await surveyVault(storage, headers);
    if (local.kind !== 'absent' || (await markerOf(mirror)) === null) return local;
    return { kind: 'unreadable', reason: 'missing' };
  }

  /** The copies to try: the one outside of storage too, where it is newer than all in it. `seen`: its marker, where a look found one. */
  async function candidates(
    { copies, expectedGeneration }: Readable,
    seen: VaultMarker | null = null,
  ): Promise<Candidates> {
    const { id, generation } = copies[0].header;
    // Asked again where there seemed to be none: it may not have been readable just then.
    const marker = seen ?? (await markerOf(mirror));
    // A newer version may have marked it in a way that is not known here.
    if (marker !== null && (marker.id !== id || marker.generation <= generation))
      return { copies, expectedGeneration, isNewer: false, isHidden: false };
    const held = await heldAt(ports, 'mirror');
    const text = held.ok ? held.value : undefined;
    const header = readHeader(text);
    const isUsable = header.ok && header.value.id === id && header.value.generation > generation;
    return {
      copies: isUsable ? [{ name: 'mirror', text, header: header.value }, ...copies] : copies,
      expectedGeneration: Math.max(expectedGeneration, marker?.generation ?? 0),
      isNewer: !header.ok && header.error.kind === 'newer-version',
      isHidden: !held.ok && marker !== null,
    };
  }

  /**
   * Opens the newest copy: the one outside of storage too, where those in it do not open or are older than they should be. What is
   * missing is noted, so that it is said until the customer has seen it, or it is found after all.
   */
  async function openNewest(
    { copies, expectedGeneration }: Pick<Candidates, 'copies' | 'expectedGeneration'>,
    dataKey: Bytes,
  ): Promise<Result<Opened, 'damaged' | 'newer-version'>> {
    const isNewest = (one: Result<Opened, string>): boolean =>
      one.ok && one.value.header.generation >= expectedGeneration;
    let opened = await latest.open(copies, dataKey);
    if (!opened.ok && opened.error === 'newer-version') return opened;
    if (!isNewest(opened)) {
      const apart = copies.some(({ name }) => name === 'mirror') ? undefined : await textAt(ports, 'mirror');
      const header = readHeader(apart);
      const atLeast = opened.ok ? opened.value.header.generation + 1 : 1;
      const isUsable = header.ok && header.value.id === copies[0]?.header.id && header.value.generation >= atLeast;
      if (isUsable) {
        const other = await latest.open([{ name: 'mirror', text: apart, header: header.value }], dataKey);
        if (other.ok) opened = other;
      }
    }
    if (!opened.ok) return opened;
    const { header } = opened.value;
    if (!isNewest(opened)) {
      isNoted = true;
      await noteMissed(storage, header, expectedGeneration, clock.nowUnixMs());
    } else if (isNoted) isNoted = await foundAfterAll(storage, header);
    return opened;
  }

  /** The fewest minutes of those in the clear, those in the content of an open vault, and those of the customer's organisation. */
  async function autoLockMinutes(content: VaultContent | null): Promise<number> {
    const inClear = (await readAutoLock(storage)) ?? AUTO_LOCK_MINUTES.usual;
    const { autoLockMostMinutes } = await ports.policies.now();
    return Math.min(inClear, content?.settings?.autoLockMinutes ?? inClear, autoLockMostMinutes ?? inClear);
  }

  return {
    ports,
    session,
    candidates,
    openNewest,
    latest,
    survey: lookAtAll,
    newId: (): string => toHex(random.bytes(16)),
    /** The key of the open session, or null; what was opened by one that is over is forgotten. */
    async holding(use: boolean) {
      const held = await session.current(use);
      if (held === null) latest.forget();
      return held;
    },
    /**
     * What is stored, opened; the copy outside of storage is asked too where its marker is newer, and `toWrite` always: what is
     * written takes its place. `generation`: the latest that anything speaks of.
     */
    async load(
      dataKey: Bytes,
      toWrite = false,
    ): Promise<Result<{ survey: Readable; opened: Opened; generation: number }, ReadError>> {
      const look = latest.look();
      // Side by side: storage that was put back while the vault is open is seen at no cost that an opening of the popup would show.
      const [found, marker] = await Promise.all([lookAtAll(), markerOf(mirror)]);
      if (found.kind !== 'readable') return err(reasonOf(found));
      const { copies, expectedGeneration } = found;
      const { id, generation } = copies[0].header;
      const isBehind = marker?.id === id && marker.generation > generation;
      // Where a copy is missing, the record that would tell of it may be too.
      const isDoubtful = toWrite || isBehind || copies.length < 2 || generation < expectedGeneration;
      const all = isDoubtful ? await candidates(found, marker) : { ...found, isNewer: false, isHidden: false };
      if (all.isNewer) return err('newer-version');
      const opened = await openNewest(all, dataKey);
      if (!opened.ok) return opened;
      // Only what the marker outside of storage does not say to be older is given again without asking it.
      if (marker?.id === id && marker.generation <= opened.value.header.generation) look.vouch(dataKey, opened.value);
      const survey = { ...found, incomplete: found.incomplete || all.isHidden };
      return ok({ survey, opened: opened.value, generation: all.expectedGeneration });
    },
    autoLockMinutes,
    /** Holds the key of what was just opened. */
    async begin(dataKey: Bytes, content: VaultContent): Promise<void> {
      await session.begin(dataKey, await autoLockMinutes(content));
      // What was set between the two found no session to bound.
      await session.bound(await autoLockMinutes(content));
    },
  };
}
