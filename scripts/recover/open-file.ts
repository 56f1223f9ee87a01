import type { BackupItem } from '../../lib/backup/backup-item.ts';
import { type BackupSlot, type BackupVerdict, openBackup, readBackupHeader } from '../../lib/backup/doorcode-backup.ts';
import type { Bytes } from '../../lib/otp/parameters.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { fromBase64 } from '../../lib/vault/base64.ts';
import { deriveFileKey } from '../../lib/vault/file-key.ts';
import { deriveRecoveryKey, parseRecoveryCode } from '../../lib/vault/recovery-code.ts';

/** What a file holds; `intact` is false where it was changed outside what is sealed. */
export type Opened = { readonly items: readonly BackupItem[]; readonly intact: boolean };

/** The key of a slot for what was typed; null where that cannot be for it. */
async function keyOf(slot: BackupSlot, typed: string): Promise<Bytes | null> {
  if (slot.kind === 'passphrase') return deriveFileKey(typed, slot.kdf);
  const [code, salt] = [parseRecoveryCode(typed), fromBase64(slot.salt)];
  return code.ok && salt !== null ? deriveRecoveryKey(code.value, salt) : null;
}

/** Opens a backup file by its passphrase or its emergency key, whichever was typed. */
export async function openTyped(text: string, typed: string): Promise<Result<Opened, BackupVerdict>> {
  const header = readBackupHeader(text);
  if (!header.ok) return header;
  const { slots, intact } = header.value;
  // The emergency key first, as it costs nothing.
  const ordered = [
    ...slots.filter(({ kind }) => kind === 'recovery'),
    ...slots.filter(({ kind }) => kind !== 'recovery'),
  ];
  for (const slot of ordered) {
    const kek = await keyOf(slot, typed);
    const opened = kek === null ? null : await openBackup(text, { slotIndex: slot.index, kek });
    if (opened?.ok) return ok({ items: opened.value.items, intact: opened.value.intact });
    // In a damaged file one slot may be whole and another not.
    if (opened !== null && opened.error !== 'wrong-passphrase' && opened.error !== 'damaged') return opened;
  }
  return err(intact ? 'wrong-passphrase' : 'damaged');
}
