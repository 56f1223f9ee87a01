import type { BackupItem } from '../backup/backup-item.ts';
import type { AddedTogether } from '../messages/protocol-copies.ts';
import { err, ok, type Result } from '../result.ts';
import { toHex } from '../vault/base64.ts';
import { type Accepted, acceptImport } from './accept-import.ts';
import { type ImportPreview, previewImport } from './import-preview.ts';
import { rememberAdded } from './undo-import.ts';
import type { MutateError, ReadError } from './vault-answers.ts';
import type { Clock, Random, SessionStore } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** What came of accepting a preview: accounts that were added, or what is to be accepted instead. */
export type Restored =
  | ({ readonly kind: 'restored' } & AddedTogether)
  | { readonly kind: 'changed-meanwhile'; readonly preview: ImportPreview };

/** What a service that imports needs. */
export type ImportPorts = {
  readonly vault: VaultRepository;
  readonly clock: Clock;
  readonly random: Random;
  readonly session: SessionStore;
};

/** Shows what items of a file would bring, and adds them once that was accepted. */
export function createImportService({ vault, clock, random, session }: ImportPorts) {
  return {
    /** What accepting the items would do; writes nothing. */
    async preview(items: readonly BackupItem[]): Promise<Result<ImportPreview, ReadError>> {
      const content = await vault.read();
      return content.ok ? ok(previewImport(items, content.value)) : content;
    },
    /** Adds the items that are not here yet, if accepting still does what was shown. */
    async accept(
      items: readonly BackupItem[],
      { shown, beside }: { readonly shown: string; readonly beside: ReadonlySet<number> },
    ): Promise<Result<Restored, MutateError>> {
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
      const undo = await rememberAdded({ session, random }, added);
      return ok({ kind: 'restored', added: added.length, skipped, undo });
    },
  };
}
