import { openAside } from '../../lib/app/vault-aside.ts';
import { openAnySlot } from '../../lib/app/vault-proof.ts';
import type { Bytes } from '../../lib/otp/parameters.ts';
import { openVault, readHeader } from '../../lib/vault/envelope.ts';

/** Whether a key of 32 bytes opens a sealed text by any way there is: as its data key, as the key of a slot, or around a text set aside. */
export async function isOpenedBy(text: string, key: Bytes): Promise<boolean> {
  const header = readHeader(text);
  if ((await openVault(text, key)).ok || (await openAside(text, key)) !== text) return true;
  if (!header.ok) return false;
  for (const slot of header.value.slots) if ((await openAnySlot(slot, key, header.value.id)).ok) return true;
  return false;
}
