import type { Mark } from '../app/arrange.ts';
import type { AccountEdit } from '../app/edit-account.ts';
import type { ManualForm } from '../app/manual-account.ts';
import type { Place } from '../app/vault-copies.ts';

/** What the popup and the pages of the extension may ask of the background. Keys and secrets travel only between our own pages. */
export type PageRequest =
  | { readonly kind: 'vault-state' }
  /** `replacing`: the customer begins anew though there is a vault, which is set aside. */
  | { readonly kind: 'create-vault'; readonly keys: KeysText; readonly replacing: boolean }
  | {
      readonly kind: 'unlock-with-key';
      readonly slotId: string;
      readonly kekBase64: string;
      /** The same passphrase derived at today's cost, where the slot's is another. */
      readonly better: PassphraseKey | null;
    }
  | { readonly kind: 'unlock-with-computer' }
  | { readonly kind: 'lock' }
  | { readonly kind: 'list-entries'; readonly tabId: number; readonly most: number }
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
  | { readonly kind: 'list-found'; readonly tabId: number }
  | { readonly kind: 'fill-added'; readonly tabId: number }
  | { readonly kind: 'add-moved'; readonly tabId: number; readonly shown: string }
  | { readonly kind: 'dismiss-found'; readonly tabId: number }
  /** Texts that our own page in this tab read from pictures of a phone's codes. */
  | { readonly kind: 'phone-texts'; readonly tabId: number; readonly texts: readonly string[] }
  | { readonly kind: 'list-phone'; readonly tabId: number }
  | { readonly kind: 'add-all-phone'; readonly tabId: number }
  | { readonly kind: 'forget-phone'; readonly tabId: number }
  | {
      readonly kind: 'add-phone';
      readonly tabId: number;
      readonly index: number;
      readonly choice: AddChoice;
      /** For `replace`: the stored account that the customer was shown as the old one. */
      readonly replaces: string | null;
    }
  /** Takes the picture of a visible tab, for the page of ours that opens next. */
  | { readonly kind: 'take-area'; readonly tabId: number }
  /** Gives that picture to our own page in this tab, once. */
  | { readonly kind: 'give-area'; readonly tabId: number }
  /** Our own page in this tab shows no such picture: what it reads belongs to no site. */
  | { readonly kind: 'drop-area'; readonly tabId: number }
  | { readonly kind: 'opened'; readonly tabId: number }
  | { readonly kind: 'list-unconfirmed'; readonly tabId: number }
  | { readonly kind: 'keep-unconfirmed'; readonly entryId: string }
  | { readonly kind: 'discard-unconfirmed'; readonly entryId: string }
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
  | { readonly kind: 'add-manual'; readonly form: ManualForm }
  | { readonly kind: 'check-clock'; readonly tabId: number }
  /** Seconds to add to this computer's clock wherever codes are made, negative for one that is ahead. */
  | { readonly kind: 'correct-codes'; readonly seconds: number }
  | { readonly kind: 'stop-correcting' }
  | { readonly kind: 'change-keys'; readonly keys: KeysText; readonly proof: PassphraseProof | null }
  | { readonly kind: 'set-reminder'; readonly on: boolean }
  | { readonly kind: 'practise'; readonly proof: PassphraseProof }
  | { readonly kind: 'put-off-reminder' }
  | { readonly kind: 'list-copies' }
  /** `kekBase64` null: by the key that lies on this computer. */
  | { readonly kind: 'open-copy'; readonly place: Place; readonly slotId: string; readonly kekBase64: string | null }
  | { readonly kind: 'dismiss-missed' }
  | { readonly kind: 'raw-copies'; readonly proof: PassphraseProof | null }
  | { readonly kind: 'settings' }
  /** What the customer's organisation has set. */
  | { readonly kind: 'policies' }
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
  | { readonly kind: 'advance-counter'; readonly entryId: string }
  | {
      readonly kind: 'check-code';
      readonly entryId: string;
      readonly typed: string;
      /** The code typed before this one, where that one could have fitted by chance. */
      readonly before: string | null;
    }
  | { readonly kind: 'revive-entry'; readonly entryId: string }
  | { readonly kind: 'reveal-backup-codes'; readonly entryId: string; readonly proof: PassphraseProof | null }
  | { readonly kind: 'fill-backup-code'; readonly tabId: number; readonly entryId: string }
  | { readonly kind: 'export-entry'; readonly entryId: string; readonly proof: PassphraseProof | null }
  | { readonly kind: 'export-batch'; readonly entryIds: readonly string[]; readonly proof: PassphraseProof | null }
  | { readonly kind: 'remove-entry'; readonly entryId: string }
  | { readonly kind: 'show-editable'; readonly entryId: string }
  | {
      readonly kind: 'edit-entry';
      readonly entryId: string;
      /** When the account was changed last, as the customer was shown it. */
      readonly shownUnixMs: number;
      readonly edit: AccountEdit;
      /** The customer was told what it does to the codes, and pressed again. */
      readonly despiteCodes: boolean;
    }
  | {
      readonly kind: 'undo-edit';
      readonly entryId: string;
      /** What the account was before, among the removed ones. */
      readonly keptId: string;
      readonly shownUnixMs: number;
    }
  | {
      readonly kind: 'print-codes';
      readonly entryId: string | null;
      /** The site that showed them, for codes of no known account. */
      readonly site: string | null;
      readonly codes: readonly string[];
    }
  | { readonly kind: 'take-print' }
  | { readonly kind: 'list-removed' }
  | { readonly kind: 'put-back'; readonly entryId: string }
  | { readonly kind: 'delete-for-good'; readonly entryId: string }
  /** All accounts with their codes, whatever page is in front. */
  | { readonly kind: 'list-accounts' }
  | { readonly kind: 'arrange-accounts'; readonly marks: readonly Mark[]; readonly order: readonly string[] }
  | { readonly kind: 'remove-accounts'; readonly entryIds: readonly string[] }
  /** `order`: that of all accounts before they were removed. */
  | { readonly kind: 'put-back-accounts'; readonly entryIds: readonly string[]; readonly order: readonly string[] }
  /** Whether others use this computer too: then nothing is filled by itself. */
  | { readonly kind: 'set-shared-computer'; readonly shared: boolean }
  /** Whether a typed passphrase or emergency key opens the open vault, before anything is built on it. */
  | { readonly kind: 'check-proof'; readonly proof: PassphraseProof | null }
  | { readonly kind: 'set-auto-lock'; readonly minutes: number };

/** What a content script may ask: it names nothing but what it saw; it can never ask for a code, a list or a key. */
export type ContentRequest =
  | {
      readonly kind:
        | 'watch-here'
        | 'worth-a-look'
        | 'challenge-seen'
        | 'no-challenge'
        | 'page-changed'
        | 'code-perhaps'
        | 'code-gone';
    }
  /** A login form was sent with this user name; said only where the site has several accounts. */
  | { readonly kind: 'login-named'; readonly name: string };

/** The key that a passphrase or a recovery code gives for one of the open vault's own slots, asked for once more. */
export type PassphraseProof = { readonly slotId: string; readonly kekBase64: string };

/** scrypt parameters as text and numbers; `salt` is base64. */
export type KdfText = {
  readonly name: 'scrypt';
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly salt: string;
};

/** What to do when the same account exists with another secret. */
export type AddChoice = 'new' | 'replace' | 'keep-both';

/** Most characters of one text that a message may carry: longer than any QR symbol can hold (ISO/IEC 18004: 7089 digits). */
export const MAX_TEXT_LENGTH = 8_192;

/** Most characters of a code as it was typed, with everything that may stand around its digits. */
export const MAX_TYPED_LENGTH = 64;

/** Most characters of a user name: an e-mail address has no more (RFC 5321 §4.5.3.1.3, without its brackets). */
export const MAX_NAME_LENGTH = 254;

/** Most accounts that one request may export; a vault holds no more. */
export const MAX_EXPORTED = 10_000;

/** Most characters of a group's name; the vault has the same bound. */
export const MAX_GROUP_LENGTH = 40;

/** Most sites that an account has. */
export const MAX_SITES = 64;

/** Most texts that one scan may report. */
export const MAX_TEXTS = 64;

/** Most characters of a backup file that a message may carry; the backup format has the same bound. */
export const MAX_BACKUP_LENGTH = 16 * 2 ** 20;

/** A passphrase's key (32 bytes, base64) and how it was derived. */
export type PassphraseKey = { readonly kdf: KdfText; readonly kekBase64: string };

/** A recovery code's key (32 bytes, base64) and the salt (16 bytes, base64) that it was derived with. */
export type RecoveryKey = { readonly salt: string; readonly kekBase64: string };

/** How keys are made or change: `keep` as it is, `remove`, or a new one. */
export type KeysText = {
  readonly passphrase: PassphraseKey | 'keep' | 'remove';
  readonly recovery: RecoveryKey | 'keep' | 'remove';
  readonly computer: 'new' | 'keep' | 'remove';
};
