import type { RestoreProblem } from '../../components/view-models.ts';
import { recoveryKey } from '../../lib/app/new-keys.ts';
import type { PageAnswer } from '../../lib/app/page-answers.ts';
import { type BackupSlot, readBackupHeader } from '../../lib/backup/doorcode-backup.ts';
import { MAX_BACKUP_LENGTH } from '../../lib/messages/bounds.ts';
import type { Ask } from '../../lib/messages/client.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { FileKdf } from '../../lib/vault/kdf.ts';

const problems: readonly RestoreProblem[] = [
  'wrong-passphrase',
  'damaged',
  'altered',
  'newer-version',
  'not-a-backup',
  'too-large',
];

/** A file with the key of its passphrase, as both requests about it carry them. */
export type OpenFile = { readonly text: string; readonly kekBase64: string };

/** Why a file brings nothing: what is wrong with it, a vault that is not open, or null for anything else. */
export type RestoreFault = RestoreProblem | 'not-open' | null;

/** The fault that a refusal of the background stands for. */
export function faultOf(answer: PageAnswer): RestoreFault {
  const reason = answer.kind === 'failed' ? answer.reason : '';
  if (reason === 'locked' || reason === 'absent') return 'not-open';
  return problems.find((problem) => problem === reason) ?? null;
}

type Derive = (passphrase: string, kdf: FileKdf) => Promise<string | null>;

/** The key that what was typed gives for a slot: an emergency key is told by its check letters, and is tried as a passphrase too. */
async function keyFor(slot: BackupSlot, typed: string, derive: Derive): Promise<string | null | 'not-for-it'> {
  if (slot.kind === 'passphrase') return derive(typed, slot.kdf);
  const key = recoveryKey(typed, slot.salt);
  return key.ok ? key.value : 'not-for-it';
}

/** Reads a file, derives its passphrase's key in the Worker, and asks the background what it would bring. */
export async function openRestoreFile(
  file: Pick<File, 'size' | 'text'>,
  passphrase: string,
  ports: {
    readonly ask: Ask;
    readonly derive: Derive;
  },
): Promise<
  Result<{ readonly file: OpenFile; readonly preview: Extract<PageAnswer, { kind: 'restore-preview' }> }, RestoreFault>
> {
  // The bound is on bytes here and on characters behind; a file within it is never read twice as large.
  if (file.size > MAX_BACKUP_LENGTH) return err('too-large');
  const text = await file.text();
  const header = readBackupHeader(text);
  if (!header.ok) return err(header.error === 'unrecognised' ? 'not-a-backup' : header.error);
  let fault: RestoreFault = 'wrong-passphrase';
  for (const slot of header.value.slots) {
    const kekBase64 = await keyFor(slot, passphrase, ports.derive);
    if (kekBase64 === 'not-for-it') continue;
    if (kekBase64 === null) return err('damaged');
    const answer = await ports.ask({ kind: 'preview-restore', text, kekBase64 });
    if (answer.kind === 'restore-preview') return ok({ file: { text, kekBase64 }, preview: answer });
    // What one slot says of the file ends no look at the others.
    if (fault === 'wrong-passphrase') fault = faultOf(answer);
    if (fault === 'not-open' || fault === null) return err(fault);
  }
  return err(fault);
}
