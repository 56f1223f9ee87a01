import type { LeftOutView } from '../../components/view-models.ts';
import type { ProofSlot } from '../../lib/app/ask-proof.ts';
import type { CheckedCode } from '../../lib/app/check-code.ts';
import type { ShownForm } from '../../lib/app/edit-acts.ts';
import type { QrModules } from '../../lib/qr/draw-code.ts';
import type { BackupCode } from '../../lib/vault/entry.ts';

/** How far accounts are on their way to a phone. `slot`: whose passphrase is asked for; null where the vault has none. */
export type Move =
  | { readonly kind: 'choosing' }
  | {
      readonly kind: 'asking';
      readonly entryIds: readonly string[];
      readonly many: boolean;
      readonly slot: ProofSlot;
    }
  | {
      readonly kind: 'shown';
      readonly entryIds: readonly string[];
      readonly many: boolean;
      readonly pictures: readonly QrModules[];
      readonly index: number;
      readonly hideAtUnixMs: number;
      readonly leftOut: readonly LeftOutView[];
    }
  | { readonly kind: 'hidden'; readonly entryIds: readonly string[]; readonly many: boolean };

/**
 * The account whose screen is open; `before` is the code typed last, where it could have fitted by chance; `proven`: the
 * phone that scanned it showed a right code; `removing`: its removal was pressed once.
 */
export type AccountModel = {
  readonly entryId: string;
  readonly checked: CheckedCode | null;
  readonly before: string | null;
  readonly move: Move | null;
  readonly proven: boolean;
  readonly removing: boolean;
  readonly edit: ShownForm;
  /** The site's kept backup codes: the passphrase is asked for, they are shown, or the page has no box for one. */
  readonly backup:
    | null
    | { readonly kind: 'asking'; readonly slot: ProofSlot }
    | { readonly kind: 'shown'; readonly codes: readonly BackupCode[] }
    | { readonly kind: 'no-box' };
};

/** An account's screen as it opens. */
export const emptyAccount: AccountModel = {
  entryId: '',
  checked: null,
  before: null,
  move: null,
  proven: false,
  removing: false,
  edit: null,
  backup: null,
};
