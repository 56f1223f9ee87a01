import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import type { FileKdf } from '../vault/kdf.ts';
import { type Backup1, decodeBackup1, openBackup1 } from './backup-1.ts';
import { openBackup2 } from './backup-2.ts';
import { type Backup2, decodeBackup2 } from './backup-header.ts';
import type { BackupItem } from './backup-item.ts';
import { type HeaderVerdict, readOuter } from './backup-outer.ts';

/** Why a backup does not open: `wrong-passphrase` only for an intact file, `altered` when it authenticates in part. */
export type BackupVerdict = HeaderVerdict | 'wrong-passphrase' | 'altered';

/** What a key can be derived for; `index` names the slot. */
export type BackupSlot =
  | { readonly index: number; readonly kind: 'passphrase'; readonly kdf: FileKdf }
  | { readonly index: number; readonly kind: 'recovery'; readonly salt: string };

/** What a file says without a key; `intact` is false when its checksum does not fit, which opening may still survive. */
export type BackupSummary = {
  readonly slots: readonly BackupSlot[];
  readonly createdUnixMs: number;
  readonly intact: boolean;
};

/** An opened backup; `intact` is false when the file was changed outside its sealed parts. */
export type OpenedBackup = {
  readonly items: readonly BackupItem[];
  readonly createdUnixMs: number;
  readonly intact: boolean;
};

function takeApart(
  text: string,
): Result<{ readonly backup: Backup1 | Backup2; readonly intact: boolean }, HeaderVerdict> {
  const outer = readOuter(text);
  if (!outer.ok) return outer;
  const { intact } = outer.value;
  if (outer.value.version === 1) {
    const backup = decodeBackup1(outer.value);
    return backup === null ? err('damaged') : ok({ backup, intact });
  }
  const backup = decodeBackup2(outer.value);
  return backup.ok ? ok({ backup: backup.value, intact }) : backup;
}

function slotsOf(backup: Backup1 | Backup2): readonly BackupSlot[] {
  if (backup.version === 1) return [{ index: 0, kind: 'passphrase', kdf: backup.kdf }];
  return backup.slots.map((slot, index) =>
    slot.kind === 'passphrase'
      ? { index, kind: slot.kind, kdf: slot.kdf }
      : { index, kind: slot.kind, salt: slot.salt },
  );
}

/** The slots to derive for, and whether the checksum fits, from a file's text; derives nothing. */
export function readBackupHeader(text: string): Result<BackupSummary, HeaderVerdict> {
  const parts = takeApart(text);
  if (!parts.ok) return parts;
  const { backup, intact } = parts.value;
  return ok({ slots: slotsOf(backup), createdUnixMs: backup.createdUnixMs, intact });
}

/** Opens a backup with the 32-byte key of one of its slots; nothing is released unless header and data authenticate. */
export async function openBackup(
  text: string,
  by: { readonly slotIndex: number; readonly kek: Bytes },
): Promise<Result<OpenedBackup, BackupVerdict>> {
  const parts = takeApart(text);
  if (!parts.ok) return parts;
  const { backup, intact } = parts.value;
  const items = await (backup.version === 1 ? openBackup1(backup, by.kek) : openBackup2(backup, by));
  if (items.ok) return ok({ items: items.value, createdUnixMs: backup.createdUnixMs, intact });
  // A file that lost a bit must not ask for another passphrase, nor accuse anybody.
  return err(intact || items.error === 'newer-version' ? items.error : 'damaged');
}
