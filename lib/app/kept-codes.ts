import type { Ask } from '../messages/client.ts';
import type { BackupCode } from '../vault/entry.ts';
import { type ProofSlot, proofOf } from './ask-proof.ts';
import type { KeyMaking } from './new-keys.ts';

/** The kept backup codes of an account, against what a typed passphrase proves for a slot. */
export async function revealKept(
  { ask, derive }: { readonly ask: Ask; readonly derive: KeyMaking['derive'] },
  entryId: string,
  passphrase: string,
  slot: ProofSlot,
): Promise<readonly BackupCode[] | 'wrong' | 'failed'> {
  const proof = await proofOf(passphrase, slot, derive);
  if (proof === 'underivable') return 'failed';
  const answer = await ask({ kind: 'reveal-backup-codes', entryId, proof });
  if (answer.kind === 'backup-codes') return answer.codes;
  return answer.kind === 'failed' && answer.reason === 'wrong-passphrase' ? 'wrong' : 'failed';
}
