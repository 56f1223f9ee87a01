import type { HashAlgorithm } from '../lib/otp/parameters.ts';

/** How a code is made: by time, by counter, or Steam Guard's letters. */
export type EntryKind = 'totp' | 'hotp' | 'steam';

/** pending: not yet accepted by the site; confirmed: accepted once; stale: no longer in force there. */
export type EntryViewState = 'pending' | 'confirmed' | 'stale';

/** One account as the list shows it; `endsUnixMs` is when `code` gives way to `nextCode` (ignored for `hotp`). */
export type EntryView = {
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
  readonly code: string;
  readonly nextCode: string;
  readonly endsUnixMs: number;
  readonly periodSeconds: number;
  readonly state: EntryViewState;
  readonly belongsHere: boolean;
  readonly kind: EntryKind;
};

/** new: unknown account; already-here: same secret stored; other-secret: same account stored with another secret. */
export type FoundStatus = 'new' | 'already-here' | 'other-secret';

/** An account read from the page; `site` is the browser's word for the origin; `periodSeconds` null: by counter. */
export type FoundView = {
  readonly index: number;
  readonly issuer: string;
  readonly account: string;
  readonly site: string;
  readonly digits: number;
  readonly periodSeconds: number | null;
  readonly algorithm: HashAlgorithm;
  readonly status: FoundStatus;
};

/** A symbol on the page that is no usable key; `text` is what it holds or why it was refused, never a secret. */
export type OtherCodeView = {
  readonly kind: 'link' | 'wifi' | 'contact' | 'refused' | 'text';
  readonly text: string;
};

/** How much of the page was examined. */
export type LookedAt = {
  readonly pictures: number;
  readonly links: number;
  readonly frames: number;
  readonly screenshot: boolean;
};

/** The manual form as typed: texts are untrimmed, numbers whole; fields that the kind does not use keep their defaults. */
export type ManualValues = {
  readonly issuer: string;
  readonly account: string;
  readonly secretText: string;
  readonly kind: EntryKind;
  readonly algorithm: HashAlgorithm;
  readonly digits: number;
  readonly periodSeconds: number;
  readonly counter: number;
};

/** Why the manual form was refused. */
export type ManualProblem = 'secret-invalid' | 'secret-short' | 'out-of-range' | 'duplicate';

/** Why a backup file was not restored. */
export type RestoreProblem = 'wrong-passphrase' | 'damaged' | 'newer-version' | 'not-a-backup' | 'too-large';

/** Why the vault cannot be read. */
export type UnreadableReason = 'damaged' | 'newer-version' | 'storage-failed';
