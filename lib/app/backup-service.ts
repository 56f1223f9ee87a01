import { openBackup, sealBackup } from '../backup/doorcode-backup.ts';
import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { toHex } from '../vault/base64.ts';
import { emptyContent } from '../vault/content.ts';
import type { Entry, VaultContent } from '../vault/entry.ts';
import type { ScryptParameters } from '../vault/kdf.ts';
import { compareAccount } from './compare-accounts.ts';
import type { MutateError, ReadError } from './vault-answers.ts';
import type { Clock, Random } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** What came of a restore: how many accounts were added, and how many were here already. */
export type Restored = { readonly added: number; readonly skipped: number };

/** Why nothing was restored. */
export type RestoreError = 'wrong-passphrase' | 'damaged' | 'newer-version' | 'not-a-backup' | MutateError;

/** Adds entries that are not here yet, with their sites; nothing stored is changed or removed. */
function merge(
  content: VaultContent,
  entries: readonly Entry[],
  { newId, nowUnixMs }: { readonly newId: () => string; readonly nowUnixMs: number },
): { content: VaultContent } & Restored {
  let merged = content.entries;
  let added = 0;
  const removed = content.trash.map(({ entry }) => entry);
  for (const entry of entries) {
    if (compareAccount(entry, merged, null).kind === 'already-here') continue;
    // An id belongs to one vault: a file restored twice into changed vaults must not bring two entries of one id.
    const isTaken = [...merged, ...removed].some(({ id }) => id === entry.id);
    // One that the site ended long before would go to the trash as it comes.
    const updatedUnixMs = entry.state === 'stale' ? nowUnixMs : entry.updatedUnixMs;
    merged = [...merged, { ...entry, updatedUnixMs, id: isTaken ? newId() : entry.id }];
    added += 1;
  }
  return { content: added === 0 ? content : { ...content, entries: merged }, added, skipped: entries.length - added };
}

/** Encrypted backups. */
export type BackupService = ReturnType<typeof createBackupService>;

/** Encrypted backups of the open vault: written under a passphrase of their own, read back into it. */
export function createBackupService(ports: {
  readonly vault: VaultRepository;
  readonly clock: Clock;
  readonly random: Random;
}) {
  const { vault, clock, random } = ports;
  return {
    /** The text of a backup file; `kek` is the 32 bytes that `kdf` gives for the file's passphrase. */
    async seal(kdf: ScryptParameters, kek: Bytes): Promise<Result<string, ReadError | 'unacceptable'>> {
      const content = await vault.read();
      if (!content.ok) return content;
      // What was removed here must not come back from a file, and its secret must not live on in one.
      return sealBackup(
        { ...emptyContent, entries: content.value.entries },
        { kek, kdf, nowUnixMs: clock.nowUnixMs(), randomBytes: random.bytes },
      );
    },
    /** Adds the accounts of a backup file that are not here yet; an altered file adds nothing. */
    async restore(text: string, kek: Bytes): Promise<Result<Restored, RestoreError>> {
      const opened = await openBackup(text, kek);
      if (!opened.ok)
        return err(
          opened.error === 'altered' ? 'damaged' : opened.error === 'unrecognised' ? 'not-a-backup' : opened.error,
        );
      let restored: Restored = { added: 0, skipped: 0 };
      const saved = await vault.mutate((content) => {
        const merged = merge(content, opened.value.content.entries, {
          newId: () => toHex(random.bytes(16)),
          nowUnixMs: clock.nowUnixMs(),
        });
        restored = { added: merged.added, skipped: merged.skipped };
        return merged.content;
      });
      return saved.ok ? ok(restored) : saved;
    },
  };
}
