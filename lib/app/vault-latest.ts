import { equalBytes } from '../otp/bytes.ts';
import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { openVault } from '../vault/envelope.ts';
import type { Opened, ReadableCopy } from './vault-copies.ts';

/** Opens the latest copy; what was opened last is remembered until `forget`, as a popup asks for it several times over. */
export type LatestCopy = {
  /** The copy of the highest generation that authenticates under the 32-byte data key. */
  open(copies: readonly ReadableCopy[], dataKey: Bytes): Promise<Result<Opened, 'damaged' | 'newer-version'>>;
  /** What was opened last under this 32-byte data key, whatever storage holds by now; null when nothing was. */
  remembered(dataKey: Bytes): Opened | null;
  /** Forgets what was opened; the vault is locked. */
  forget(): void;
};

/** Makes a reader of the latest copy. It remembers only what the very same bytes gave under the very same key. */
export function createLatestCopy(): LatestCopy {
  let last: { readonly text: unknown; readonly dataKey: Bytes; readonly opened: Opened } | null = null;
  return {
    async open(copies, dataKey) {
      for (const { name, text } of copies) {
        const same = last?.opened.name === name && last.text === text && equalBytes(last.dataKey, dataKey);
        if (last !== null && same) return ok(last.opened);
        const opened = await openVault(text, dataKey);
        if (!opened.ok && opened.error === 'newer-version') return opened;
        if (!opened.ok) continue;
        last = { text, dataKey, opened: { name, text, ...opened.value } };
        return ok(last.opened);
      }
      return err('damaged');
    },
    remembered: (dataKey) => (last !== null && equalBytes(last.dataKey, dataKey) ? last.opened : null),
    forget() {
      last = null;
    },
  };
}
