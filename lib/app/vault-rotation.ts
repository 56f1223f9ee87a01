import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { KEY_LENGTH, NONCE_LENGTH } from '../vault/aead.ts';
import { toBase64 } from '../vault/base64.ts';
import type { VaultContent } from '../vault/entry.ts';
import { openVault, sealVault } from '../vault/envelope.ts';
import { type Header, type Header2, writtenUnixMsOf } from '../vault/header.ts';
import { type KeySlot, lockDataKey, type SlotLock } from '../vault/key-slots.ts';
import { resealAside, setTornAside } from './vault-aside.ts';
import { nextGeneration } from './vault-change.ts';
import {
  type CopyName,
  DAYS,
  type DayCopy,
  metaRecord,
  type Opened,
  type Readable,
  readValue,
  STORED,
} from './vault-copies.ts';
import type { Random } from './vault-ports.ts';
import { mirrorCopy, targetOf, type WritingPorts } from './vault-writing.ts';

type RotationPorts = Omit<WritingPorts, 'openText'> & { readonly random: Random };

/** What a rotation starts from: the vault as it was opened, the locks it gets, and the content and time of its new generation. */
export type Rotation = {
  readonly survey: Readable;
  readonly opened: Opened;
  /** The latest generation that anything speaks of. */
  readonly generation: number;
  readonly oldDataKey: Bytes;
  readonly locks: readonly SlotLock[];
  readonly content: VaultContent;
  readonly nowUnixMs: number;
};

/** Locks one new data key for all slots of a vault. */
export async function lockForAll(locks: readonly SlotLock[], dataKey: Bytes, id: string, random: Random) {
  const slots: KeySlot[] = [];
  for (const lock of locks) {
    const owner = { format: 'doorcode-vault/2', id } as const;
    slots.push((await lockDataKey(lock, dataKey, owner, random.bytes(32))).slot);
  }
  return slots;
}

/** A vault under its new data key, before any of it is written. */
type Resealed = {
  readonly header: Header2;
  readonly target: CopyName;
  readonly days: readonly DayCopy[];
  readonly newest: string;
  /** What each place in storage gets; null where it holds nothing that opens. */
  readonly places: Readonly<Record<string, string | null>>;
  /** What makes room, or goes with its place, and did not open. */
  readonly unread: readonly unknown[];
};

/** Seals every copy of a vault, and its new generation, for a new data key; null where storage does not answer. */
async function resealAll(
  { storage, mirror, random }: RotationPorts,
  { survey, opened, generation: spokenOf, oldDataKey, locks, content, nowUnixMs }: Rotation,
  dataKey: Bytes,
): Promise<Resealed | null> {
  const slots = await lockForAll(locks, dataKey, opened.header.id, random);
  const headerOf = ({ id, generation, createdUnixMs }: Header, writtenUnixMs: number): Header2 => ({
    version: 2,
    id,
    generation,
    slots,
    nonce: toBase64(random.bytes(NONCE_LENGTH)),
    createdUnixMs,
    writtenUnixMs,
  });
  const places: Record<string, string | null> = {};
  const unread: unknown[] = [];
  const days: DayCopy[] = [];

  /** Null where the place holds nothing that opens. */
  async function reseal(key: string, text: unknown): Promise<Header | null> {
    const old = await openVault(text, oldDataKey);
    places[key] = null;
    if (!old.ok) unread.push(text);
    if (!old.ok) return null;
    const header = headerOf(old.value.header, writtenUnixMsOf(old.value.header) ?? old.value.header.createdUnixMs);
    places[key] = await sealVault(header, { ...old.value.content, locks }, dataKey);
    return header;
  }

  for (const name of DAYS) {
    const value = await readValue(storage, STORED[name]);
    if (value.kind === 'failed') return null;
    const header = value.kind === 'present' ? await reseal(STORED[name], value.value) : null;
    if (header !== null) days.push({ name, generation: header.generation });
  }
  const target = targetOf(survey, opened);
  const kept: CopyName = target === 'a' ? 'b' : 'a';
  const textAt = (name: CopyName) => survey.copies.find((copy) => copy.name === name)?.text ?? survey.unread[name];
  const [replaced, beside] = [textAt(target), textAt(kept)];
  if (beside !== undefined) await reseal(STORED[kept], beside);
  // What the new generation takes the place of, here and outside of storage, is kept only where it could not be read.
  const apart = await mirror.read().catch(() => undefined);
  for (const text of [replaced, apart])
    if (text !== undefined && !(await openVault(text, oldDataKey)).ok) unread.push(text);

  const header = {
    ...headerOf(opened.header, nowUnixMs),
    generation: nextGeneration(opened.header.generation, spokenOf),
  };
  const newest = await sealVault(header, { ...content, locks }, dataKey);
  places[STORED[target]] = newest;
  return { header, target, days, newest, places, unread };
}

/** Writes it all at once and reads it back. The copy outside of storage is removed before, and written after. */
async function writeAll(
  { storage, mirror }: RotationPorts,
  { header, target, days, newest, places }: Resealed,
  aside: readonly string[],
): Promise<Result<null, 'storage-failed' | 'not-saved'>> {
  const values = { ...places, ...(aside.length > 0 ? { [STORED.setAside]: aside } : {}) };
  try {
    await mirror.remove();
  } catch {
    return err('storage-failed');
  }
  try {
    await storage.write({ ...values, [STORED.meta]: metaRecord(header, target, days) });
  } catch {
    // The copy outside of storage comes back with the next write or opening, by whichever key is in force then.
    return err('not-saved');
  }
  for (const [key, text] of Object.entries(places)) {
    const back = await readValue(storage, key);
    if (text === null ? back.kind !== 'missing' : back.kind !== 'present' || back.value !== text)
      return err('not-saved');
  }
  await mirrorCopy(mirror, newest, header);
  return ok(null);
}

/**
 * Gives a vault a new data key, and every copy with it, in one write: afterwards no key that was taken away opens any of them. What
 * does not open is sealed as it is and set aside.
 * @returns the new data key; after `not-saved` storage holds either all of it or nothing
 */
export async function rotateKeys(
  ports: RotationPorts,
  rotation: Rotation,
): Promise<Result<Bytes, 'storage-failed' | 'unacceptable' | 'not-saved'>> {
  const { oldDataKey } = rotation;
  const dataKey = ports.random.bytes(KEY_LENGTH);
  const resealed = await resealAll(ports, rotation, dataKey);
  if (resealed === null) return err('storage-failed');
  for (const text of Object.values(resealed.places)) {
    if (text !== null && !(await openVault(text, dataKey)).ok) return err('unacceptable');
  }
  const torn = await setTornAside(ports, resealed.unread, oldDataKey);
  if (torn === null) return err('storage-failed');
  const aside: string[] = [];
  for (const value of torn) aside.push(await resealAside(value, oldDataKey, dataKey, ports.random));
  const written = await writeAll(ports, resealed, aside);
  return written.ok ? ok(dataKey) : written;
}
