import type { ProofSlot } from '../../lib/app/ask-proof.ts';
import type { BackupHealth } from '../../lib/app/backup-health.ts';
import type { FolderState } from '../../lib/app/copy-folder.ts';
import type { PassphraseProof } from '../../lib/messages/protocol.ts';

/** How the saved copies stand, whether one is to be asked for, and the folder for those that are written by themselves. */
export type CopiesModel = {
  readonly health: BackupHealth;
  readonly ask: boolean;
  /** `impossible`: the browser has no such thing; `off`: the customer wants none; `failed`: the last copy could not be written. */
  readonly folder: FolderState | 'impossible' | 'off' | 'failed';
};

/** How far a copy is that is to be saved: who saves it is asked, and then the passphrase of the copy. */
export type Exporting =
  | { readonly kind: 'asking'; readonly slot: ProofSlot }
  | { readonly kind: 'proven'; readonly proof: PassphraseProof | null };
