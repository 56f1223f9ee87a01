import { openAnySlot } from '../../../lib/app/vault-proof.ts';
import type { Bytes } from '../../../lib/otp/parameters.ts';
import { encrypt } from '../../../lib/vault/aead.ts';
import { fromBase64, toBase64 } from '../../../lib/vault/base64.ts';
import { readHeader } from '../../../lib/vault/envelope.ts';
import { forge } from './forged.ts';

/** A sealed vault whose header says that a newer version wrote it: what that version writes, and what anybody can claim. */
export const claimedNewer = (sealed: unknown): string =>
  forge(String(sealed), (outer) => {
    outer.header = btoa(JSON.stringify({ version: 99, more: 'of it' }));
  });

/** A sealed vault of this version, whose content a newer version wrote: authentic, by who has the key of its first slot. */
export async function newerContent(sealed: unknown, kek: Bytes): Promise<string> {
  const { header } = JSON.parse(String(sealed));
  const read = readHeader(sealed);
  const slot = read.ok ? read.value.slots[0] : undefined;
  const [bytes, nonce] = [fromBase64(header), read.ok ? fromBase64(read.value.nonce) : null];
  const dataKey = read.ok && slot !== undefined ? await openAnySlot(slot, kek, read.value.id) : null;
  if (bytes === null || nonce === null || dataKey?.ok !== true) throw new Error('no vault of this key');
  const plain = new TextEncoder().encode(JSON.stringify({ schema: 99, more: [] }));
  const data = toBase64(await encrypt(dataKey.value, nonce, bytes, plain));
  return forge(String(sealed), (outer) => {
    outer.data = data;
  });
}
