import type { Ask } from '../messages/client.ts';
import type { PassphraseProof } from '../messages/protocol-keys.ts';
import { isProofOver } from './ask-proof.ts';
import { type KeyMaking, newPassphraseKey } from './new-keys.ts';

/** What saving a copy as a file needs of a page. */
export type CopyExport = KeyMaking & {
  readonly ask: Ask;
  /** Hands a text to the browser as a file that the customer keeps. */
  readonly saveFile: (name: string, text: string) => void;
};

/**
 * Saves a copy of all accounts as a file that a passphrase opens.
 * @param proof of whoever saves it; `proof-over` where it is none any more
 */
export async function exportCopy(
  ports: CopyExport,
  passphrase: string,
  proof: PassphraseProof | null,
): Promise<'saved' | 'proof-over' | 'failed'> {
  const { ask } = ports;
  const made = await newPassphraseKey(ports, passphrase);
  if (made === null) return 'failed';
  const answer = await ask({ kind: 'export-backup', ...made, proof });
  if (answer.kind !== 'backup') return isProofOver(answer) ? 'proof-over' : 'failed';
  ports.saveFile('doorcode-backup.json', answer.text);
  // Whether the customer kept the file cannot be seen: a download that was cancelled counts too.
  await ask({ kind: 'backup-kept', copyId: answer.copyId });
  return 'saved';
}
