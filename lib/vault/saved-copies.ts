import { decodeLock, encodeLock, type SlotLock } from './key-slots.ts';
import { hasExactly, isRecord, isUnixMs, isWhole } from './shape.ts';

/** An account as it was in the last saved copy: its id, and 16 hexadecimal digits that change with what is saved of it. */
export type SavedAccount = { readonly id: string; readonly mark: string };

/** The backup file written and read back last: when, in Unix milliseconds, and what it held. */
export type LastSaved = { readonly unixMs: number; readonly accounts: readonly SavedAccount[] };

/** Backup files written without asking, for a passphrase chosen once: what locks them, and how many are kept. */
export type AutomaticCopies = { readonly lock: SlotLock; readonly keep: number };

/** What the vault knows of its backup files. */
export type SavedCopies = { readonly last: LastSaved | null; readonly automatic: AutomaticCopies | null };

/** No backup file was made. */
export const nothingSaved: SavedCopies = { last: null, automatic: null };

/** Most backup files that are kept in a folder. */
export const MOST_KEPT_COPIES = 50;

const MAX_ACCOUNTS = 10_000;
const MARK = /^[0-9a-f]{16}$/;

function decodeLast(value: unknown): LastSaved | null {
  if (!isRecord(value) || !hasExactly(value, ['unixMs', 'accounts'])) return null;
  const { unixMs, accounts } = value;
  if (!isUnixMs(unixMs) || !Array.isArray(accounts) || accounts.length > MAX_ACCOUNTS) return null;
  const decoded: SavedAccount[] = [];
  for (const item of accounts) {
    if (!isRecord(item) || !hasExactly(item, ['id', 'mark'])) return null;
    const { id, mark } = item;
    if (typeof id !== 'string' || id.length > 64 || typeof mark !== 'string' || !MARK.test(mark)) return null;
    decoded.push({ id, mark });
  }
  return { unixMs, accounts: decoded };
}

function decodeAutomatic(value: unknown): AutomaticCopies | null {
  if (!isRecord(value) || !hasExactly(value, ['lock', 'keep'])) return null;
  const lock = decodeLock(value.lock);
  return lock?.slot.kind === 'passphrase' && isWhole(value.keep, 1, MOST_KEPT_COPIES)
    ? { lock, keep: value.keep }
    : null;
}

/** What a vault knows of its backup files, from its content; null for anything else. */
export function decodeSaved(value: unknown): SavedCopies | null {
  if (!isRecord(value) || !hasExactly(value, ['last', 'automatic'])) return null;
  const [last, automatic] = [decodeLast(value.last), decodeAutomatic(value.automatic)];
  const lost = (value.last !== null && last === null) || (value.automatic !== null && automatic === null);
  return lost ? null : { last, automatic };
}

/** What a vault knows of its backup files, as JSON keeps it. */
export const encodeSaved = ({ last, automatic }: SavedCopies) => ({
  last: last && { unixMs: last.unixMs, accounts: last.accounts.map(({ id, mark }) => ({ id, mark })) },
  automatic: automatic && { lock: encodeLock(automatic.lock), keep: automatic.keep },
});
