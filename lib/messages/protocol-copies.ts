import type { BackupHealth } from '../app/backup-health.ts';
import type { ImportPreview } from '../app/import-preview.ts';
import type { CopyLocks } from '../app/keep-copy.ts';
import type { KdfText, PassphraseKey, PassphraseProof } from './protocol-keys.ts';

/** Saved copies: made, restored, and written by themselves. */
export type CopiesRequest =
  | {
      readonly kind: 'export-backup';
      readonly kdf: KdfText;
      readonly kekBase64: string;
      readonly proof: PassphraseProof | null;
    }
  /** What a backup file would bring; writes nothing. */
  | { readonly kind: 'preview-restore'; readonly text: string; readonly kekBase64: string }
  | {
      readonly kind: 'accept-restore';
      readonly text: string;
      readonly kekBase64: string;
      /** The preview that the customer accepted, by its name. */
      readonly shown: string;
      /** The places in it of the accounts that are added beside one of the same names with other codes. */
      readonly beside: readonly number[];
    }
  /** Takes back what was added together, by the name that the answer gave it. */
  | { readonly kind: 'undo-restore'; readonly undo: string }
  | { readonly kind: 'copy-health' }
  /** `newestUnixMs`: when the newest copy in the folder was made; null for none, and where one is wanted in any case. */
  | { readonly kind: 'seal-copy'; readonly newestUnixMs: number | null }
  /** The copy of this name was handed over. */
  | { readonly kind: 'backup-kept'; readonly copyId: string }
  | { readonly kind: 'copies-later' }
  | { readonly kind: 'copies-on'; readonly key: PassphraseKey; readonly proof: PassphraseProof | null }
  | { readonly kind: 'copies-keep'; readonly keep: number }
  | { readonly kind: 'copies-off' }
  | { readonly kind: 'raw-copies'; readonly proof: PassphraseProof | null };

/** Accounts that were added together; `undo` names them, to take them back: null where that is not possible. */
export type AddedTogether = { readonly added: number; readonly skipped: number; readonly undo: string | null };

export type CopiesAnswer =
  /** A saved copy, made at a time in Unix milliseconds; `copyId` is the name to speak of it by. */
  | { readonly kind: 'backup'; readonly text: string; readonly unixMs: number; readonly copyId: string }
  /**
   * `changed`: the accounts here changed after what was accepted had been shown, so that nothing was added.
   * `intact` is false where the file was touched outside of what is sealed.
   */
  | ({ readonly kind: 'restore-preview'; readonly changed: boolean; readonly intact: boolean } & ImportPreview)
  | ({ readonly kind: 'restored' } & AddedTogether)
  /** `stayed`: those that were used or changed since. */
  | {
      readonly kind: 'undone';
      readonly removed: number;
      readonly stayed: readonly { readonly issuer: string; readonly account: string }[];
    }
  | {
      readonly kind: 'copy-health';
      readonly health: BackupHealth;
      /** Whether the customer is to be asked for a copy now. */
      readonly ask: boolean;
      /** What copies that are written by themselves are locked for, and how many are kept; null where none are written. */
      readonly automatic: (CopyLocks & { readonly keep: number }) | null;
    }
  | { readonly kind: 'raw-copies'; readonly text: string };
