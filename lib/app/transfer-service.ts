import type { BackupItem } from '../backup/backup-item.ts';
import type { RequestOf } from '../messages/protocol.ts';
import type { ImportedText } from '../messages/protocol-transfer.ts';
import { parseWrittenKeyUri } from '../otp/key-uri.ts';
import { createImportService, type ImportPorts } from './import-service.ts';
import { failed, type PageAnswer } from './page-answers.ts';

/**
 * The accounts that another app's file held, as our own page hands them over; a text that is no key URI is unreadable. They are in
 * use where they come from, so they count as confirmed; they have no site, so none is filled by itself.
 */
export function importedItems(accounts: readonly ImportedText[], nowUnixMs: number): readonly BackupItem[] {
  return accounts.map(({ uri, group, pinned }): BackupItem => {
    const parsed = parseWrittenKeyUri(uri);
    if (!parsed.ok) return { kind: 'unreadable', issuer: '', account: '', reason: 'parameters' };
    const entry = {
      // Each gets an identifier of this vault as it is added.
      id: '',
      ...parsed.value.account,
      origins: [],
      state: 'confirmed' as const,
      backupCodes: [],
      replaces: null,
      createdUnixMs: nowUnixMs,
      updatedUnixMs: nowUnixMs,
      ...(pinned ? { pinned: true as const } : {}),
      ...(group === null ? {} : { group }),
    };
    return { kind: 'entry', entry };
  });
}

/** Answers our own page that has read another app's file: what its accounts would bring, and adds them once that was accepted. */
export function createTransferService(ports: ImportPorts) {
  const imports = createImportService(ports);
  return {
    async preview({ accounts, readUnixMs }: RequestOf<'preview-import'>): Promise<PageAnswer> {
      const preview = await imports.preview(importedItems(accounts, readUnixMs));
      if (!preview.ok) return failed(preview.error);
      return { kind: 'restore-preview', changed: false, intact: true, ...preview.value };
    },
    async accept({ accounts, readUnixMs, shown, beside }: RequestOf<'accept-import'>): Promise<PageAnswer> {
      const restored = await imports.accept(importedItems(accounts, readUnixMs), { shown, beside: new Set(beside) });
      if (!restored.ok) return failed(restored.error);
      return restored.value.kind === 'changed-meanwhile'
        ? { kind: 'restore-preview', changed: true, intact: true, ...restored.value.preview }
        : restored.value;
    },
  };
}
