import type { KdfText, PassphraseProof } from './protocol-keys.ts';

/** An account of another app's file, read by our own page: its key URI, its group there (null for none), and whether it was a favourite. */
export type ImportedText = { readonly uri: string; readonly group: string | null; readonly pinned: boolean };

/** Accounts in from other apps' files, and out into them. */
export type TransferRequest =
  /** What the accounts would bring; writes nothing. `readUnixMs`: when the file was read. */
  | { readonly kind: 'preview-import'; readonly accounts: readonly ImportedText[]; readonly readUnixMs: number }
  | {
      readonly kind: 'accept-import';
      readonly accounts: readonly ImportedText[];
      readonly readUnixMs: number;
      /** The preview that the customer accepted, by its name. */
      readonly shown: string;
      /** The places in it of the accounts that are added beside one that is nearly the same. */
      readonly beside: readonly number[];
    }
  /** A file for another app; `key` is the passphrase's for a format that seals, null for any other. */
  | {
      readonly kind: 'export-file';
      readonly format: string;
      readonly key: { readonly kdf: KdfText; readonly kekBase64: string } | null;
      readonly proof: PassphraseProof | null;
    };

export type TransferAnswer = {
  readonly kind: 'export-file';
  readonly fileName: string;
  readonly text: string;
  readonly count: number;
  readonly leftOut: readonly {
    readonly issuer: string;
    readonly account: string;
    readonly why: 'kind' | 'parameters' | 'too-long';
  }[];
};
