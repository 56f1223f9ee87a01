import { AEGIS_COST } from '../backup/export/aegis-export.ts';
import type { ExportFormatId } from '../backup/export/export-formats.ts';
import type { Ask } from '../messages/client.ts';
import type { PassphraseKey, PassphraseProof } from '../messages/protocol-keys.ts';
import type { TransferAnswer } from '../messages/protocol-transfer.ts';
import { toBase64 } from '../vault/base64.ts';
import { isProofOver } from './ask-proof.ts';
import type { KeyMaking } from './new-keys.ts';

/** As many bytes as Aegis's own salts have. */
const SALT_LENGTH = 32;

/** A kind of file for another app. */
export type FileKind = ExportFormatId;

/** An account that such a file does not hold, with the reason. */
export type NotInFile = TransferAnswer['leftOut'][number];

/** What writing a file for another app needs of a page. */
export type FileExport = KeyMaking & { readonly ask: Ask };

/** What a file is written with: the format, the passphrase that opens it (null for one that is not sealed), and who asks for it. */
export type FileWish = {
  readonly format: FileKind;
  readonly passphrase: string | null;
  readonly proof: PassphraseProof | null;
};

async function fileKey({ derive, random }: KeyMaking, passphrase: string): Promise<PassphraseKey | null> {
  const kdf = { ...AEGIS_COST, salt: toBase64(random(SALT_LENGTH)) };
  const kekBase64 = await derive(passphrase, kdf);
  return kekBase64 === null ? null : { kdf, kekBase64 };
}

/**
 * Has the open vault write all accounts for another app.
 * @returns `proof-over` where the proof is none any more, `not-whole` where the file was not right when it was read again
 */
export async function exportFile(
  ports: FileExport,
  { format, passphrase, proof }: FileWish,
): Promise<TransferAnswer | 'proof-over' | 'not-whole' | 'failed'> {
  const key = passphrase === null ? null : await fileKey(ports, passphrase);
  if (passphrase !== null && key === null) return 'failed';
  const answer = await ports.ask({ kind: 'export-file', format, key, proof });
  if (answer.kind === 'export-file') return answer;
  if (answer.kind === 'failed' && answer.reason === 'not-read-back') return 'not-whole';
  return isProofOver(answer) ? 'proof-over' : 'failed';
}

/** The media type of a file by its name; a browser gives a name of its own to what is of another type than its ending says. */
export const mediaTypeOf = (fileName: string): string =>
  fileName.endsWith('.json')
    ? 'application/json'
    : fileName.endsWith('.txt')
      ? 'text/plain'
      : 'application/octet-stream';
