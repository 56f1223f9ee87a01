import type { BackupItem } from '../backup/backup-item.ts';
import { openBackup, readBackupHeader } from '../backup/doorcode-backup.ts';
import type { AddedTogether } from '../messages/protocol-copies.ts';
import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { toHex } from '../vault/base64.ts';
import { type Accepted, acceptImport } from './accept-import.ts';
import { type ImportPreview, previewImport } from './import-preview.ts';
import { rememberAdded } from './undo-import.ts';
import type { MutateError } from './vault-answers.ts';
import type { Clock, Random, SessionStore } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** Why a file brings nothing; a vault that is not open comes before anything that is wrong with the file. */
export type RestoreError = 'wrong-passphrase' | 'damaged' | 'altered' | 'newer-version' | 'not-a-backup' | MutateError;

/** What came of accepting a preview: accounts that were added, or what is to be accepted instead. */
export type Restored =
  | ({ readonly kind: 'restored' } & AddedTogether)
  | { readonly kind: 'changed-meanwhile'; readonly preview: ImportPreview };

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

/** Encrypted backups of the open vault: written under a passphrase of their own, read back into it. */
export function createBackupService(ports: {
  readonly vault: VaultRepository;
  readonly clock: Clock;
  readonly random: Random;
  readonly session: SessionStore;
}) {
  const { vault, clock, random } = ports;
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
      return ok({ ...previewImport(items, content.value), intact });
    },
    /** Adds the accounts of a backup file that are not here yet, if accepting still does what was shown. */
    async accept(
      text: string,
      kek: Bytes,
      { shown, beside }: { readonly shown: string; readonly beside: ReadonlySet<number> },
    ): Promise<Result<Restored, RestoreError>> {
      const content = await vault.read();
      if (!content.ok) return content;
      const file = await openItems(text, kek);
      if (!file.ok) return file;
      const { items } = file.value;
      const attempt: { preview?: ImportPreview; accepted?: Accepted } = {};
      const saved = await vault.mutate<'changed-meanwhile'>((stored) => {
        attempt.preview = previewImport(items, stored);
        if (attempt.preview.shown !== shown) return err('changed-meanwhile');
        const how = { beside, newId: () => toHex(random.bytes(16)), nowUnixMs: clock.nowUnixMs() };
        attempt.accepted = acceptImport(stored, items, how);
        return ok(attempt.accepted.content);
      });
      if (!saved.ok && saved.error === 'changed-meanwhile' && attempt.preview !== undefined)
        return ok({ kind: 'changed-meanwhile', preview: attempt.preview });
      if (!saved.ok) return err(saved.error === 'changed-meanwhile' ? 'storage-failed' : saved.error);
      const { added = [], skipped = 0 } = attempt.accepted ?? {};
      return ok({ kind: 'restored', added: added.length, skipped, undo: await rememberAdded(ports, added) });
    },
  };
}
