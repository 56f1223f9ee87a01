import { sealBackup } from '../backup/seal-backup.ts';
import type { Bytes } from '../otp/parameters.ts';
import type { Result } from '../result.ts';
import type { VaultContent } from '../vault/entry.ts';
import type { SlotLock } from '../vault/key-slots.ts';

/**
 * The text of a saved copy, read back and compared: it opens with the passphrase of `lock`, and with the emergency key where there
 * is one. What was removed here is not in it: it must not come back from a file, nor its secret live on in one.
 * @param kek the 32 bytes of the lock's passphrase; null where it is not at hand, and the copy is read back by its own key
 */
export function sealCopy(
  { entries, locks }: VaultContent,
  { lock, kek }: { readonly lock: SlotLock; readonly kek: Bytes | null },
  { nowUnixMs, randomBytes }: { readonly nowUnixMs: number; readonly randomBytes: (count: number) => Bytes },
): Promise<Result<string, 'unacceptable'>> {
  const emergency = locks.filter(({ slot }) => slot.kind === 'recovery');
  return sealBackup(entries, {
    locks: [lock, ...emergency],
    nowUnixMs,
    randomBytes,
    readBack: kek === null ? null : { kek },
  });
}
