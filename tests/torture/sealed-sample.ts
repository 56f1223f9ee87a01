import type { Bytes } from '../../lib/otp/parameters.ts';
import type { VaultContent } from '../../lib/vault/entry.ts';
import { sealVault } from '../../lib/vault/envelope.ts';
import { createLock, lockDataKey, type SlotDescription } from '../../lib/vault/key-slots.ts';
import { filled, leastScrypt, randomBytes, sampleHeader } from '../unit/vault/samples.ts';

const descriptions: readonly SlotDescription[] = [
  { kind: 'passphrase', id: '1'.repeat(32), kdf: leastScrypt },
  { kind: 'recovery', id: '2'.repeat(32), salt: btoa('s'.repeat(16)) },
  { kind: 'computer', id: '3'.repeat(32) },
];
/** What opens every slot of a sample. */
export const slotKey = filled(32, 5);

/** A sealed vault of version 2 with a slot of each kind. */
export async function sealSample(content: VaultContent, dataKey: Bytes) {
  const { id, ...rest } = sampleHeader();
  const owner = { format: 'doorcode-vault/2', id } as const;
  const lock = async (slot: SlotDescription) =>
    (await lockDataKey(await createLock(slot, slotKey), dataKey, owner, randomBytes(32))).slot;
  const header = { ...rest, id, slots: await Promise.all(descriptions.map(lock)) };
  return { header, text: await sealVault(header, content, dataKey) };
}
