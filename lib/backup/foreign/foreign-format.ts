import type { ParameterError } from '../../otp/key-uri-parameters.ts';
import type { OtpAccount } from '../../otp/parameters.ts';
import type { Result } from '../../result.ts';
import type { ForeignError } from './foreign-error.ts';
import type { ForeignFile } from './foreign-file.ts';

/**
 * Why one account of a file is left out, as its codes would be wrong or unwanted: what its parameters lack; `no-key`, nothing
 * to make codes of; `not-an-account`, a line or an item of another kind; `removed`, it lay in that app's bin.
 */
export type SkipReason = ParameterError | 'no-key' | 'not-an-account' | 'removed';

/** One account of another app's file, or its names and why it is left out, in the file's order; names may be empty. */
export type ForeignItem =
  | {
      readonly kind: 'account';
      readonly account: OtpAccount;
      /** The name of the first group, tag or folder that it was in; absent for none. */
      readonly group?: string;
      /** It was a favourite there. */
      readonly pinned?: true;
    }
  | { readonly kind: 'skipped'; readonly issuer: string; readonly account: string; readonly why: SkipReason };

/** Most accounts of a file, whatever becomes of them. */
export const MOST_ITEMS = 10_000;

/** What a file holds. */
export type ForeignContent = {
  readonly items: readonly ForeignItem[];
  /** Items of another use than codes (logins without one, notes, cards): counted, as nothing of them is lost. */
  readonly others: number;
  /** Pictures in the file (PNG, JPEG, GIF, WebP) that may hold QR codes; whoever can read pictures reads on. */
  readonly pictures: readonly Uint8Array[];
};

/** A file without pictures: its accounts, and how many items of another use. */
export const contentOf = (items: readonly ForeignItem[], others = 0): ForeignContent => ({
  items,
  others,
  pictures: [],
});

/** How a file is read. */
export type ForeignReading = {
  /** What the customer typed for this file; null where nothing was asked for yet. */
  readonly passphrase: string | null;
  /** Whether a key may take more than some seconds. */
  readonly costly: boolean;
  /** Hears how much of a long derivation is done, 0..1. */
  readonly onProgress: (part: number) => void;
};

/** One format of another app. */
export type ForeignFormat = {
  /** Its name in tests and scores. */
  readonly id: string;
  /** The app as people call it: a proper name, the same in every language. */
  readonly app: string;
  /** What a customer is told that a file of it is of, where that is not `app`; empty where it may be of any of several apps. */
  readonly appShown?: string;
  /** Nothing in a file says that it is of this format: it may be of any other. */
  readonly guess?: true;
  /** What of it can be read, for the page of supported formats. */
  readonly reads: string;
  /** Where the format is described. */
  readonly source: string;
  /** Whether the content is of this format; the file's name is never looked at. */
  readonly recognise: (file: ForeignFile) => boolean;
  readonly read: (file: ForeignFile, how: ForeignReading) => Promise<Result<ForeignContent, ForeignError>>;
};
