import type { AccountsRequest } from './protocol-accounts.ts';
import type { CodesRequest } from './protocol-codes.ts';
import type { CopiesRequest } from './protocol-copies.ts';
import type { FindingRequest } from './protocol-finding.ts';
import type { KeysRequest } from './protocol-keys.ts';
import type { SettingsRequest } from './protocol-settings.ts';
import type { SitesRequest } from './protocol-sites.ts';
import type { TransferRequest } from './protocol-transfer.ts';

/** What the popup and the pages of the extension may ask of the background. Keys and secrets travel only between our own pages. */
export type PageRequest =
  | KeysRequest
  | FindingRequest
  | CodesRequest
  | AccountsRequest
  | CopiesRequest
  | SettingsRequest
  | TransferRequest
  | SitesRequest;

/** The request of one kind, or of several. */
export type RequestOf<K extends PageRequest['kind']> = Extract<PageRequest, { kind: K }>;

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
