import { savedAccountsOf } from '../vault/account-mark.ts';
import { toHex } from '../vault/base64.ts';
import type { Entry } from '../vault/entry.ts';
import { decodeSaved, type LastSaved } from '../vault/saved-copies.ts';
import { isRecord } from '../vault/shape.ts';
import type { Random, SessionStore } from './vault-ports.ts';

const KEY = 'copies.sealed';

/** Forgets which copy was sealed, now that the vault is locked. */
export const forgetCopyNote = (session: SessionStore): Promise<void> => session.remove([KEY]);

/**
 * Remembers what the copy that was sealed last holds, until its page says that it was handed over: what is added between the two
 * is not in it, and must not count as saved.
 */
export function createCopyNotes({ session, random }: { readonly session: SessionStore; readonly random: Random }) {
  return {
    /** Notes a sealed copy, and gives the name to speak of it by. */
    async sealed(entries: readonly Entry[], unixMs: number): Promise<string> {
      const copyId = toHex(random.bytes(16));
      const last = { unixMs, accounts: savedAccountsOf(entries) };
      // A copy is worth more than the note of it.
      await session.set({ [KEY]: { copyId, last } }).catch(() => undefined);
      return copyId;
    },
    /** What the copy of that name holds; null for any but the last, and a second time. */
    async take(copyId: string): Promise<LastSaved | null> {
      const noted = await session.get(KEY);
      if (!isRecord(noted) || noted.copyId !== copyId) return null;
      await session.remove([KEY]);
      return decodeSaved({ last: noted.last, automatic: null })?.last ?? null;
    },
  };
}
