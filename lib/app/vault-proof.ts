import { equalBytes } from '../otp/bytes.ts';
import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import type { Header } from '../vault/header.ts';
import { type KeySlot, openSlot } from '../vault/key-slots.ts';
import { type KeySlot1, openSlot1 } from '../vault/key-slots-1.ts';

/** The 32-byte key that a passphrase or a recovery code gives for a slot; null where the vault has no passphrase to ask for. */
export type Proof = { readonly slotId: string; readonly kek: Bytes } | null;

/** Why a sensitive act on an open vault is refused. */
export type ProofError = 'wrong-passphrase' | 'unknown-slot' | 'passphrase-needed';

const proofErrors: readonly unknown[] = [
  'wrong-passphrase',
  'unknown-slot',
  'passphrase-needed',
] satisfies ProofError[];

/** Whether a refusal is about the proof, and not about the vault. */
export const isProofError = (reason: unknown): reason is ProofError => proofErrors.includes(reason);

/** The data key of a slot of either version; `altered` where the key is right and the slot is not as it was written. */
export async function openAnySlot(
  slot: KeySlot | KeySlot1,
  kek: Bytes,
  vaultId: string,
): Promise<Result<Bytes, 'wrong-key' | 'altered'>> {
  if (!('publicKey' in slot)) return openSlot1(slot, kek, vaultId);
  const opened = await openSlot(slot, kek, { format: 'doorcode-vault/2', id: vaultId });
  return opened.ok ? ok(opened.value.dataKey) : opened;
}

/**
 * Whether whoever sits before an open vault knows its passphrase, or holds its recovery code.
 * @param header of the copy that was opened: authenticated with its content, so that nobody can take its slots away
 * @param dataKey the open vault's, 32 bytes
 */
export async function checkProof(header: Header, dataKey: Bytes, proof: Proof): Promise<Result<null, ProofError>> {
  const slots: readonly (KeySlot | KeySlot1)[] = header.slots;
  if (proof === null) return slots.some(({ kind }) => kind === 'passphrase') ? err('passphrase-needed') : ok(null);
  const slot = slots.find(({ id, kind }) => id === proof.slotId && kind !== 'computer');
  if (slot === undefined) return err('unknown-slot');
  const opened = await openAnySlot(slot, proof.kek, header.id);
  return opened.ok && equalBytes(opened.value, dataKey) ? ok(null) : err('wrong-passphrase');
}
