import type { PassphraseProof } from '../messages/protocol-keys.ts';
import { err, type Result } from '../result.ts';
import { fromBase64 } from '../vault/base64.ts';
import type { VaultContent } from '../vault/entry.ts';
import type { ReadError } from './vault-answers.ts';
import type { ProofError } from './vault-proof.ts';
import type { VaultRepository } from './vault-repository.ts';

/** The content, for whoever has proven to know the passphrase once more; `proof` is null where the vault has none. */
export async function readProven(
  vault: VaultRepository,
  proof: PassphraseProof | null,
): Promise<Result<VaultContent, ReadError | ProofError>> {
  if (proof === null) return vault.readProven(null);
  const kek = fromBase64(proof.kekBase64);
  return kek === null ? err('wrong-passphrase') : vault.readProven({ slotId: proof.slotId, kek });
}
