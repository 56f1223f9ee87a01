import { equalBytes } from '../otp/bytes.ts';
import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import type { Header } from '../vault/envelope.ts';
import { unwrapDataKey } from '../vault/key-slots.ts';

/** The 32-byte key that a passphrase gives for a slot; null where the vault has no passphrase to ask for. */
export type Proof = { readonly slotId: string; readonly kek: Bytes } | null;

/** Why a sensitive act on an open vault is refused. */
export type ProofError = 'wrong-passphrase' | 'unknown-slot' | 'passphrase-needed';

/**
 * Whether whoever sits before an open vault knows its passphrase.
 * @param header of the copy that was opened: authenticated with its content, so that nobody can take its slots away
 * @param dataKey the open vault's, 32 bytes
 */
export async function checkProof(header: Header, dataKey: Bytes, proof: Proof): Promise<Result<null, ProofError>> {
  const slots = header.slots.filter(({ kind }) => kind === 'passphrase');
  if (proof === null) return slots.length === 0 ? ok(null) : err('passphrase-needed');
  const slot = slots.find(({ id }) => id === proof.slotId);
  if (slot === undefined) return err('unknown-slot');
  const opened = await unwrapDataKey(slot, proof.kek, header.id);
  return opened.ok && equalBytes(opened.value, dataKey) ? ok(null) : err('wrong-passphrase');
}
