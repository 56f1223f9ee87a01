import type { BackupItem } from '../backup/backup-item.ts';
import { openBackup, readBackupHeader } from '../backup/doorcode-backup.ts';
import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import type { ImportPreview } from './import-preview.ts';
import { createImportService, type ImportPorts, type Restored } from './import-service.ts';
import type { MutateError } from './vault-answers.ts';

/** Why a file brings nothing; a vault that is not open comes before anything that is wrong with the file. */
export type RestoreError = 'wrong-passphrase' | 'damaged' | 'altered' | 'newer-version' | 'not-a-backup' | MutateError;

type FileContent = { readonly items: readonly BackupItem[]; readonly intact: boolean };

/** The accounts of a file, readable or not, by the key of any one of its slots; what one slot says of the file ends no look at the others. */
async function openItems(text: string, kek: Bytes): Promise<Result<FileContent, RestoreError>> {
  const header = readBackupHeader(text);
  if (!header.ok) return err(header.error === 'unrecognised' ? 'not-a-backup' : header.error);
  let fault: RestoreError = 'wrong-passphrase';
  for (const { index } of header.value.slots) {
    const opened = await openBackup(text, { slotIndex: index, kek });
    if (opened.ok) return ok(opened.value);
    const { error } = opened;
    if (fault === 'wrong-passphrase') fault = error === 'unrecognised' ? 'damaged' : error;
  }
  return err(fault);
}

/** Encrypted backups. */
export type BackupService = ReturnType<typeof createBackupService>;

/** Encrypted backups of the open vault: read back into it. */
export function createBackupService(ports: ImportPorts) {
  const { vault } = ports;
  const imports = createImportService(ports);
  return {
    /** What accepting a backup file would do; writes nothing. */
    async preview(
      text: string,
      kek: Bytes,
    ): Promise<Result<ImportPreview & { readonly intact: boolean }, RestoreError>> {
      const content = await vault.read();
      if (!content.ok) return content;
      const file = await openItems(text, kek);
      if (!file.ok) return file;
      const { items, intact } = file.value;
      const preview = await imports.preview(items);
      return preview.ok ? ok({ ...preview.value, intact }) : preview;
    },
    /** Adds the accounts of a backup file that are not here yet, if accepting still does what was shown. */
    async accept(
      text: string,
      kek: Bytes,
      how: { readonly shown: string; readonly beside: ReadonlySet<number> },
    ): Promise<Result<Restored, RestoreError>> {
      const content = await vault.read();
      if (!content.ok) return content;
      const file = await openItems(text, kek);
      return file.ok ? imports.accept(file.value.items, how) : file;
    },
  };
}
