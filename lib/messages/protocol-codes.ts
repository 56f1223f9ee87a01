import type { AutomaticState } from '../app/automatic-sites.ts';
import type { ListedEntry } from '../app/entry-listing.ts';
import type { FillResult } from '../app/fill-code.ts';
import type { Verdict } from '../app/follow-up.ts';
import type { LookAlikeWarning } from '../app/look-alike-warning.ts';
import type { FrameLook } from '../app/page-ports.ts';
import type { MissedChanges } from '../app/vault-missed.ts';
import type { Refusal } from '../app/why-refused.ts';
import type { BackupCode } from '../vault/entry.ts';
import type { PassphraseProof } from './protocol-keys.ts';

/** The codes, and how they come into a page: of accounts, and the backup codes of sites. */
export type CodesRequest =
  | { readonly kind: 'list-entries'; readonly tabId: number; readonly most: number }
  | { readonly kind: 'fill'; readonly tabId: number; readonly entryId: string }
  | { readonly kind: 'fill-next'; readonly tabId: number }
  | { readonly kind: 'fill-here'; readonly tabId: number }
  | {
      readonly kind: 'use-here';
      readonly tabId: number;
      readonly entryId: string;
      /** The exact origin that the customer was shown, and means by *here*. */
      readonly shown: string;
      /** The customer was shown both names, and pressed again. */
      readonly despiteLookAlike: boolean;
      /** The customer was shown the account's other site, and pressed again. */
      readonly asSecondSite: boolean;
    }
  | { readonly kind: 'advance-counter'; readonly entryId: string }
  /** Of these four `shown` is the site that the popup spoke of. */
  | { readonly kind: 'want-automatic'; readonly tabId: number; readonly shown: string }
  | { readonly kind: 'decline-automatic'; readonly tabId: number; readonly shown: string }
  | { readonly kind: 'stop-automatic'; readonly tabId: number; readonly shown: string }
  /** Whether the site's own button is pressed after a code was filled by itself. */
  | { readonly kind: 'set-submit'; readonly tabId: number; readonly shown: string; readonly on: boolean }
  | { readonly kind: 'look-back'; readonly tabId: number }
  | {
      readonly kind: 'keep-backup-codes';
      readonly tabId: number;
      readonly entryId: string;
      readonly codes: readonly string[];
    }
  | { readonly kind: 'discard-backup-codes'; readonly tabId: number; readonly codes: readonly string[] }
  | { readonly kind: 'reveal-backup-codes'; readonly entryId: string; readonly proof: PassphraseProof | null }
  | { readonly kind: 'fill-backup-code'; readonly tabId: number; readonly entryId: string };

/** All accounts with their codes, and how the current site stands to automatic filling. */
type EntriesAnswer = {
  readonly kind: 'entries';
  readonly origin: string | null;
  readonly entries: readonly ListedEntry[];
  readonly automatic: AutomaticState;
  /** Whether the site's button is pressed too, where codes are filled by themselves. */
  readonly submits: boolean;
  /** What is known of this site's refusal of the code filled last; null without one, or once somebody asked for another. */
  readonly refused: Refusal | null;
  /** Seconds that the codes shown and filled are corrected by; 0 for none. */
  readonly correctionSeconds: number;
  /** The account's site that this one is easily taken for; null where an account belongs to this one. */
  readonly lookAlike: LookAlikeWarning | null;
  /** Backup codes of this site that wait, told at once: a card that comes later would move the codes under a press. */
  readonly offer: OfferAnswer['offer'];
  /** Whether the customer asked to practise the passphrase, and it is time to. */
  readonly practise: boolean;
  /** What an opening of the vault missed, until the customer puts it away. */
  readonly missed: MissedChanges | null;
};

/** An account that backup codes may belong to; `hasCodes`: it has some, which they would replace. */
type OfferAccount = {
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
  readonly hasCodes: boolean;
};

/** Backup codes that the site showed and that wait for the customer; null for none. `codes` are there while the vault is open. */
export type OfferAnswer = {
  readonly kind: 'offer';
  /** What the site answered to what was filled last in this tab. */
  readonly verdict: Verdict;
  /** The box that the page shows; null where it did not say. */
  readonly box: FrameLook['box'] | null;
  readonly offer: {
    readonly quote: string;
    readonly codes: readonly string[];
    readonly entryId: string | null;
    /** The accounts that they may belong to. */
    readonly accounts: readonly OfferAccount[];
  } | null;
};

export type CodesAnswer =
  | EntriesAnswer
  | { readonly kind: 'fill'; readonly result: FillResult }
  | OfferAnswer
  | { readonly kind: 'backup-codes'; readonly codes: readonly BackupCode[] };
