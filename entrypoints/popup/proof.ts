import type { PassphraseProof } from '../../lib/messages/protocol.ts';
import type { PopupPorts } from './core.ts';
import type { ProofSlot } from './model.ts';

/** Finds out whose passphrase has to be asked for; `not-open` where the vault is locked or does not answer. */
export async function askForSlot(ask: PopupPorts['ask']): Promise<ProofSlot | 'not-open'> {
  const answer = await ask({ kind: 'vault-state' });
  if (answer.kind !== 'vault-state' || answer.state.kind !== 'unlocked') return 'not-open';
  return answer.state.slots.find((one) => one.kind === 'passphrase') ?? null;
}

/** What a typed passphrase proves for a slot; null where there is nothing to prove. */
export async function proofOf(
  passphrase: string,
  slot: ProofSlot,
  derive: PopupPorts['derive'],
): Promise<PassphraseProof | null | 'underivable'> {
  if (slot === null) return null;
  const kekBase64 = await derive(passphrase, slot.kdf);
  return kekBase64 === null ? 'underivable' : { slotId: slot.id, kekBase64 };
}
