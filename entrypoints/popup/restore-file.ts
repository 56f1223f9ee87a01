import type { RestoreProblem } from '../../components/view-models.ts';
import { readBackupHeader } from '../../lib/backup/doorcode-backup.ts';
import type { Ask } from '../../lib/messages/client.ts';
import { type KdfText, MAX_BACKUP_LENGTH } from '../../lib/messages/protocol.ts';
import { err, ok, type Result } from '../../lib/result.ts';

const problems: readonly RestoreProblem[] = [
  'wrong-passphrase',
  'damaged',
  'newer-version',
  'not-a-backup',
  'too-large',
];

/**
 * Reads a file, derives its passphrase's key in the Worker, and has the background add its accounts.
 * @returns how many were added and skipped; the problem with the file, or null for one that is not the file's
 */
export async function restoreFile(
  file: Pick<File, 'size' | 'text'>,
  passphrase: string,
  ports: {
    readonly ask: Ask;
    readonly derive: (passphrase: string, kdf: KdfText) => Promise<string | null>;
  },
): Promise<Result<{ readonly added: number; readonly skipped: number }, RestoreProblem | null>> {
  // The bound is on bytes here and on characters behind; a file within it is never read twice as large.
  if (file.size > MAX_BACKUP_LENGTH) return err('too-large');
  const text = await file.text();
  const header = readBackupHeader(text);
  if (!header.ok) return err(header.error === 'unrecognised' ? 'not-a-backup' : header.error);
  const kekBase64 = await ports.derive(passphrase, header.value.kdf);
  if (kekBase64 === null) return err('damaged');
  const answer = await ports.ask({ kind: 'restore-backup', text, kekBase64 });
  if (answer.kind === 'restored') return ok({ added: answer.added, skipped: answer.skipped });
  const reason = answer.kind === 'failed' ? answer.reason : '';
  return err(problems.find((problem) => problem === reason) ?? null);
}
