import { err, ok, type Result } from '../result.ts';
import { readHeader } from '../vault/envelope.ts';
import { writtenUnixMsOf } from '../vault/header.ts';
import { describeSlot } from '../vault/key-slots.ts';
import type { CopyReport } from './vault-answers.ts';
import { DAYS, type Place, readValue, STORED } from './vault-copies.ts';
import type { VaultMarker, VaultMirror, VaultStorage } from './vault-ports.ts';

type Ports = { readonly storage: VaultStorage; readonly mirror: VaultMirror };

const PLACES: readonly Place[] = ['a', 'b', 'mirror', ...DAYS];

/** What lies at a place; `undefined` where nothing does, or where it cannot be read. */
export async function textAt({ storage, mirror }: Ports, place: Place): Promise<unknown> {
  if (place === 'mirror') return mirror.read().catch(() => undefined);
  const value = await readValue(storage, STORED[place]);
  return value.kind === 'present' ? value.value : undefined;
}

/** What lies at a place that is about to be written over, looked at again where the first read was rejected. */
export async function heldAt({ storage, mirror }: Ports, place: Place): Promise<Result<unknown, 'storage-failed'>> {
  const read = async (): Promise<Result<unknown, 'storage-failed'>> => {
    if (place === 'mirror') return mirror.read().then(ok, () => err('storage-failed' as const));
    const value = await readValue(storage, STORED[place]);
    if (value.kind === 'failed') return err('storage-failed');
    return ok(value.kind === 'present' ? value.value : undefined);
  };
  const first = await read();
  return first.ok ? first : read();
}

/** Every text of the vault, to be set aside; an error where one of them may be there and could not be read. */
export async function allHeld(ports: Ports): Promise<Result<readonly unknown[], 'storage-failed'>> {
  const held = await Promise.all(PLACES.map((place) => heldAt(ports, place)));
  const texts = held.flatMap((one) => (one.ok && one.value !== undefined ? [one.value] : []));
  return held.every(({ ok }) => ok) ? ok(texts) : err('storage-failed');
}

/** The marker outside of storage; null where there is none, or where it cannot be read. */
export const markerOf = (mirror: VaultMirror): Promise<VaultMarker | null> => mirror.marker().catch(() => null);

/** Everything that lies anywhere of the vault, by its place. */
export async function allTexts(ports: Ports): Promise<readonly { readonly place: Place; readonly text: unknown }[]> {
  const texts = await Promise.all(PLACES.map(async (place) => ({ place, text: await textAt(ports, place) })));
  return texts.filter(({ text }) => text !== undefined);
}

/** A copy as the rescue screen lists it, without any key. */
function reportOn(place: Place, text: unknown): CopyReport {
  const size = typeof text === 'string' ? text.length : 0;
  const header = readHeader(text);
  if (!header.ok) return { place, size, fault: header.error.kind, generation: null, writtenUnixMs: null, slots: [] };
  const { generation, slots } = header.value;
  const writtenUnixMs = writtenUnixMsOf(header.value);
  return { place, size, fault: null, generation, writtenUnixMs, slots: slots.map(describeSlot) };
}

/** Which copies of the vault exist, the newest readable first. */
export async function listCopies(ports: Ports): Promise<readonly CopyReport[]> {
  const reports = (await allTexts(ports)).map(({ place, text }) => reportOn(place, text));
  return reports.toSorted((one, other) => (other.generation ?? 0) - (one.generation ?? 0));
}
