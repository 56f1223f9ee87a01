import type { Ask } from '../messages/client.ts';
import type { PassphraseProof } from '../messages/protocol-keys.ts';
import { err, ok, type Result } from '../result.ts';
import { passphraseSlot } from '../vault/passphrase-slot.ts';
import { type KeyMaking, passphraseProof } from './new-keys.ts';
import type { PageAnswer } from './page-answers.ts';
import { isProofError } from './vault-proof.ts';

/** The slot whose passphrase is asked for again before secrets are given away; null where the vault has none. */
export type ProofSlot = ReturnType<typeof passphraseSlot>;

/** Finds out whose passphrase has to be asked for; `not-open` where the vault is locked or does not answer. */
export async function askForSlot(ask: Ask): Promise<ProofSlot | 'not-open'> {
  const answer = await ask({ kind: 'vault-state' });
  if (answer.kind !== 'vault-state' || answer.state.kind !== 'unlocked') return 'not-open';
  return passphraseSlot(answer.state.slots);
}

/** What a typed passphrase proves for a slot; null where there is nothing to prove. */
export async function proofOf(
  passphrase: string,
  slot: ProofSlot,
  derive: KeyMaking['derive'],
): Promise<PassphraseProof | null | 'underivable'> {
  if (slot === null) return null;
  return (await passphraseProof(slot, passphrase, derive)) ?? 'underivable';
}

/** Has the open vault find out whether a proof is right: something is built on it that comes later. */
export async function checkProven(ask: Ask, proof: PassphraseProof | null): Promise<'right' | 'wrong' | 'refused'> {
  const answer = await ask({ kind: 'check-proof', proof });
  if (answer.kind === 'done') return 'right';
  return answer.kind === 'failed' && answer.reason === 'wrong-passphrase' ? 'wrong' : 'refused';
}

/** What a typed passphrase proves, once the open vault has found it right. */
export async function prove(
  { ask, derive }: { readonly ask: Ask; readonly derive: KeyMaking['derive'] },
  passphrase: string,
  slot: ProofSlot,
): Promise<Result<PassphraseProof | null, 'wrong' | 'refused'>> {
  const proof = await proofOf(passphrase, slot, derive);
  if (proof === 'underivable') return err('refused');
  const found = await checkProven(ask, proof);
  return found === 'right' ? ok(proof) : err(found);
}

/** Whether a proof that was right is not any more, as the keys were changed meanwhile: it has to be asked for anew. */
export const isProofOver = (answer: PageAnswer): boolean => answer.kind === 'failed' && isProofError(answer.reason);
