import type { SiteNameView } from '../../components/view-models.ts';
import type { Undone } from '../../lib/app/ask-undo.ts';
import type { EditSaid } from '../../lib/app/edit-acts.ts';
import type { AddedTogether } from '../../lib/messages/protocol-copies.ts';

/** What just went well. */
export type Success =
  | { readonly kind: 'filled' }
  | { readonly kind: 'keys-changed' }
  /** A vault was just made, and only its passphrase opens it. */
  | { readonly kind: 'opens-by-passphrase' }
  | ({ readonly kind: 'moved' | 'restored' } & AddedTogether)
  /** What was added together was taken back; `stayed` was used or changed since. Nothing of both: it was too late for it. */
  | Undone
  | { readonly kind: 'backup-saved' }
  | { readonly kind: 'practised' }
  | { readonly kind: 'copies-saved' }
  | { readonly kind: 'backup-codes-kept' }
  | EditSaid
  /** The account can be put back; `sites` are where its two-factor login is still on. */
  | { readonly kind: 'removed'; readonly entryId: string; readonly sites: readonly SiteNameView[] };
