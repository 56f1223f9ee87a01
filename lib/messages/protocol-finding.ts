import type { AddAsked } from '../app/add-intents.ts';
import type { FoundCode, MigrationView } from '../app/found-codes.ts';
import type { AddedHere } from '../app/found-store.ts';
import type { LookAlikeWarning } from '../app/look-alike-warning.ts';
import type { ManualForm } from '../app/manual-account.ts';
import type { OtherCode } from '../app/other-codes.ts';
import type { PhoneView } from '../app/phone-accounts.ts';
import type { AddedTogether } from './protocol-copies.ts';

/** What to do when the same account exists with another secret. */
export type AddChoice = 'new' | 'replace' | 'keep-both';

/** What is found and added: on a page, from a phone, in a picture, or as typed. */
export type FindingRequest =
  | { readonly kind: 'opened'; readonly tabId: number }
  | {
      readonly kind: 'found-texts';
      readonly tabId: number;
      /** Origin of the document that was read; the tab may show another by now. */
      readonly from: string | null;
      readonly texts: readonly string[];
      /** Setup keys that the document shows as text. */
      readonly shownKeys: readonly string[];
      readonly screenshot: boolean;
    }
  | { readonly kind: 'list-found'; readonly tabId: number }
  | {
      readonly kind: 'add-found';
      readonly tabId: number;
      /** The findings that the customer was shown, by their id. */
      readonly shown: string;
      readonly index: number;
      readonly choice: AddChoice;
      /** For `replace`: the stored account that the customer was shown as the old one. */
      readonly replaces: string | null;
    }
  | { readonly kind: 'fill-added'; readonly tabId: number }
  | { readonly kind: 'add-moved'; readonly tabId: number; readonly shown: string }
  | { readonly kind: 'dismiss-found'; readonly tabId: number }
  /** Texts that our own page in this tab read from pictures of a phone's codes. */
  | { readonly kind: 'phone-texts'; readonly tabId: number; readonly texts: readonly string[] }
  | { readonly kind: 'list-phone'; readonly tabId: number }
  | {
      readonly kind: 'add-phone';
      readonly tabId: number;
      readonly index: number;
      readonly choice: AddChoice;
      /** For `replace`: the stored account that the customer was shown as the old one. */
      readonly replaces: string | null;
    }
  | { readonly kind: 'add-all-phone'; readonly tabId: number }
  | { readonly kind: 'forget-phone'; readonly tabId: number }
  /** Takes the picture of a visible tab, for the page of ours that opens next. */
  | { readonly kind: 'take-area'; readonly tabId: number }
  /** Gives that picture to our own page in this tab, once. */
  | { readonly kind: 'give-area'; readonly tabId: number }
  /** Our own page in this tab shows no such picture: what it reads belongs to no site. */
  | { readonly kind: 'drop-area'; readonly tabId: number }
  | { readonly kind: 'add-manual'; readonly form: ManualForm };

/** What a page shows, as far as it waits for the customer; `added` tells of what was added from this page already. */
export type FoundAnswer = {
  readonly kind: 'found';
  /** Names what is shown, for the press that adds some of it; null where nothing waits. */
  readonly id: string | null;
  readonly origin: string | null;
  readonly codes: readonly FoundCode[];
  readonly migration: MigrationView;
  readonly others: readonly OtherCode[];
  readonly added: (AddedHere & { readonly issuer: string; readonly account: string; readonly code: string }) | null;
};

export type FindingAnswer =
  /** How a popup opens: what the press that opened it asked to add at once; null for nothing. */
  | { readonly kind: 'opening'; readonly add: AddAsked | null }
  | FoundAnswer
  | { readonly kind: 'choose' }
  | { readonly kind: 'added'; readonly saved: 'saved' | 'already-here'; readonly entryId: string }
  | ({ readonly kind: 'moved' } & AddedTogether)
  /** `site`: the exact origin of the picture that this page was given; what stands in such a picture belongs there. */
  | ({ readonly kind: 'phone'; readonly site: string | null; readonly lookAlike: LookAlikeWarning | null } & PhoneView)
  /** `picture`: a data URL; null where none waits. `fromTabId`: the tab that it shows. */
  | { readonly kind: 'area'; readonly picture: string | null; readonly fromTabId: number | null };
