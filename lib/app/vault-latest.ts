import { equalBytes } from '../otp/bytes.ts';
import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { openVault } from '../vault/envelope.ts';
import type { Header } from '../vault/header.ts';
import type { Opened, ReadableCopy } from './vault-copies.ts';

/** Opens a sealed text with the 32-byte data key, as `openVault` does. */
export type OpenText = typeof openVault;

/**
 * Opens copies; what the last two texts gave is remembered until `forget`: a save looks at both places before it writes, and at what
 * it wrote before and after, and a popup asks several times over.
 */
export type LatestCopy = {
  /** The copy of the highest generation that authenticates under the 32-byte data key. */
  open(copies: readonly ReadableCopy[], dataKey: Bytes): Promise<Result<Opened, 'damaged' | 'newer-version'>>;
  /** What one sealed text holds, from memory for the very same bytes under the very same key. */
  readonly openText: OpenText;
  /** Whether a sealed text opens: what makes room for another is asked for once, and not remembered. */
  opens(text: unknown, dataKey: Bytes): Promise<boolean>;
  /** The header of a text that was opened, and is remembered; null for any other. */
  headerOf(text: unknown): Header | null;
  /**
   * Begins a look at what is stored. What comes of it is given to `vouch` once nothing speaks of a later copy, and is not remembered
   * where something was written, or the vault locked, since the look began.
   */
  look(): { vouch(dataKey: Bytes, opened: Opened): void };
  /** What a look vouched for under this 32-byte data key, whatever storage holds by now; null when nothing was, or it is in doubt. */
  remembered(dataKey: Bytes): Opened | null;
  /** What was vouched for is no longer given: something was written since. */
  doubt(): void;
  /** Forgets what was opened; the vault is locked. */
  forget(): void;
};

type Contents = Extract<Awaited<ReturnType<OpenText>>, { readonly ok: true }>;
type Vouched = { readonly dataKey: Bytes; readonly opened: Opened };
type Known = { readonly text: unknown; readonly dataKey: Bytes; readonly opened: Contents };

// Writes alternate between two places.
const MOST_KNOWN = 2;

/** Makes a reader of the latest copy. It remembers only what the very same bytes gave under the very same key. */
export function createLatestCopy(): LatestCopy {
  let known: readonly Known[] = [];
  let last: Vouched | null = null;
  let vouched: Vouched | null = null;
  // What was begun before a write, or a lock, and ends after it, must not be remembered from then on.
  let turn = 0;

  const knownAs = (text: unknown, dataKey: Bytes): Known['opened'] | undefined =>
    known.find((one) => one.text === text && equalBytes(one.dataKey, dataKey))?.opened;

  const openText: OpenText = async (text, dataKey) => {
    const seen = knownAs(text, dataKey);
    if (seen !== undefined) return seen;
    const began = turn;
    const opened = await openVault(text, dataKey);
    if (opened.ok && turn === began) known = [{ text, dataKey, opened }, ...known].slice(0, MOST_KNOWN);
    return opened;
  };

  return {
    async open(copies, dataKey) {
      const began = turn;
      for (const { name, text } of copies) {
        const same = last !== null && last.opened.name === name && last.opened.text === text;
        if (last !== null && same && equalBytes(last.dataKey, dataKey)) return ok(last.opened);
        const opened = await openText(text, dataKey);
        if (!opened.ok && opened.error === 'newer-version') return opened;
        if (!opened.ok) continue;
        const one = { dataKey, opened: { name, text, ...opened.value } };
        if (turn === began) last = one;
        return ok(one.opened);
      }
      return err('damaged');
    },
    openText,
    opens: async (text, dataKey) => (knownAs(text, dataKey) ?? (await openVault(text, dataKey))).ok,
    headerOf: (text) => known.find((one) => one.text === text)?.opened.value.header ?? null,
    look() {
      const began = turn;
      return {
        vouch(dataKey, opened) {
          if (turn === began) vouched = { dataKey, opened };
        },
      };
    },
    remembered: (dataKey) => (vouched !== null && equalBytes(vouched.dataKey, dataKey) ? vouched.opened : null),
    doubt() {
      turn += 1;
      vouched = null;
    },
    forget() {
      turn += 1;
      [last, vouched, known] = [null, null, []];
    },
  };
}
