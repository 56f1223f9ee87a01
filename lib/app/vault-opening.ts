import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { openVault } from '../vault/envelope.ts';
import { type Header, writtenUnixMsOf } from '../vault/header.ts';
import type { ScryptParameters } from '../vault/kdf.ts';
import type { SlotDescription } from '../vault/key-slots.ts';
import type { Taken, UnlockError } from './vault-answers.ts';
import { setTornAside } from './vault-aside.ts';
import { writeChange } from './vault-change.ts';
import { type Readable, STORED } from './vault-copies.ts';
import { type Candidates, reasonOf, type VaultCore } from './vault-core.ts';
import { changeKeys, computerKeyName } from './vault-key-change.ts';
import type { KeyChange } from './vault-keys.ts';
import { listCopies, markerOf, textAt } from './vault-places.ts';
import { openAnySlot } from './vault-proof.ts';
import { mirrorCopy } from './vault-writing.ts';

/** A try to open the vault by one of its slots; `better` is the same passphrase derived at today's cost. */
export type Attempt = {
  readonly slotId: string;
  readonly kek: Bytes;
  readonly better?: { readonly kdf: ScryptParameters; readonly kek: Bytes };
};

/**
 * Sets aside what lies outside of storage and does not open, before something of this generation takes its place; false where that
 * failed, and where what opens is later.
 */
async function keepApart(
  { storage, random }: VaultCore['ports'],
  text: unknown,
  { dataKey, generation }: { readonly dataKey: Bytes; readonly generation: number },
): Promise<boolean> {
  if (text === undefined) return true;
  const opened = await openVault(text, dataKey);
  if (opened.ok) return opened.value.header.generation <= generation;
  const aside = await setTornAside({ storage, random }, [text], dataKey);
  if (aside === null) return false;
  return storage.write({ [STORED.setAside]: aside }).then(
    () => true,
    () => false,
  );
}

async function begin(
  core: VaultCore,
  survey: Readable,
  found: Candidates,
  dataKey: Bytes,
): Promise<Result<Taken, UnlockError>> {
  const opened = await core.openNewest(found, dataKey);
  if (!opened.ok) return opened;
  const { expectedGeneration } = found;
  const { name, header, text, content } = opened.value;
  if (name !== 'mirror') {
    const apart = await textAt(core.ports, 'mirror');
    // A change of keys that failed has removed the copy, and left its marker.
    const isThere = apart !== undefined && (await markerOf(core.ports.mirror))?.generation === header.generation;
    const { generation } = header;
    const isFree = !isThere && !found.isHidden && (await keepApart(core.ports, apart, { dataKey, generation }));
    if (isFree) await mirrorCopy(core.ports.mirror, text, header);
  } else if (!survey.incomplete || survey.expectedGeneration === header.generation) {
    // Storage lost what the copy outside of it has: it gets it back before anything builds on what it holds. Not while a later
    // generation may lie behind a rejected read, which the write could land on.
    const before = { survey, opened: opened.value, generation: expectedGeneration, latest: core.latest };
    const written = await writeChange(core.ports, before, content, dataKey);
    core.latest.doubt();
    if (!written.ok) return err(written.error === 'storage-failed' ? 'storage-failed' : 'not-saved');
  }
  await core.begin(dataKey, content);
  const { generation } = header;
  return ok({ copy: name, generation, expectedGeneration, writtenUnixMs: writtenUnixMsOf(header) });
}

/** What brings a slot up to date once it was opened; null for one that is. */
function upgradeOf(header: Header, slot: SlotDescription, { kek, better }: Omit<Attempt, 'slotId'>): KeyChange | null {
  if (slot.kind === 'passphrase' && better !== undefined) return { passphrase: better };
  if (header.version !== 1) return null;
  return slot.kind === 'passphrase' ? { passphrase: { kdf: slot.kdf, kek } } : { computer: true };
}

type Tried = Omit<Attempt, 'slotId'>;

async function unlockBy(
  core: VaultCore,
  wanted: (slot: SlotDescription) => boolean,
  keyOf: (slot: SlotDescription, header: Header) => Promise<Tried | null>,
  refusal: 'wrong-passphrase' | 'no-computer-key',
): Promise<Result<Taken, UnlockError>> {
  const survey = await core.survey();
  if (survey.kind !== 'readable') return err(reasonOf(survey));
  const found = await core.candidates(survey);
  if (found.isNewer) return err('newer-version');
  let failure: UnlockError = 'unknown-slot';
  for (const { header } of found.copies) {
    const slot = header.slots.find(wanted);
    const tried = slot === undefined ? null : await keyOf(slot, header);
    if (slot !== undefined && tried === null) failure = refusal;
    if (slot === undefined || tried === null) continue;
    const dataKey = await openAnySlot(slot, tried.kek, header.id);
    if (!dataKey.ok) failure = dataKey.error === 'altered' ? 'damaged' : refusal;
    if (!dataKey.ok) continue;
    const taken = await begin(core, survey, found, dataKey.value);
    const change = taken.ok ? upgradeOf(header, slot, tried) : null;
    // A key that could not be brought up to date is tried again with the next opening.
    if (change !== null) await changeKeys(core, change, { kind: 'just-opened' });
    return taken;
  }
  return err(failure);
}

/**
 * Opens the vault by the key of one slot. `damaged` for a wrong key too, where some copy has not got the slot: a change of keys seals
 * all copies for the same ones, so that what was asked for may be another's slot, or an older one, and the key may open that copy.
 */
export async function unlock(core: VaultCore, { slotId, ...tried }: Attempt): Promise<Result<Taken, UnlockError>> {
  const taken = await unlockBy(
    core,
    ({ id }) => id === slotId,
    async () => tried,
    'wrong-passphrase',
  );
  if (taken.ok || taken.error !== 'wrong-passphrase') return taken;
  const copies = await listCopies(core.ports);
  const isElsewhere = copies.some(({ fault, slots }) => fault === null && slots.every(({ id }) => id !== slotId));
  return isElsewhere ? err('damaged') : taken;
}

/** Opens the vault by the key that lies on this computer. */
export const unlockWithComputer = (core: VaultCore): Promise<Result<Taken, UnlockError>> =>
  unlockBy(
    core,
    ({ kind }) => kind === 'computer',
    async ({ id }, header) => {
      const kek = await core.ports.computerKeys.get(computerKeyName(header, id));
      return kek === null ? null : { kek };
    },
    'no-computer-key',
  );
