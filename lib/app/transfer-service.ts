import type { RequestOf } from '../messages/protocol.ts';
import { createImportService, type ImportPorts, importedItems } from './import-service.ts';
import { failed, type PageAnswer } from './page-answers.ts';

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
