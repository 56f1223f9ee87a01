import type { TypedKeyProblem } from '../../components/view-models.ts';
import type { NewRecoveryCode } from '../../lib/app/new-keys.ts';
import type { Question } from '../../lib/app/proof-question.ts';
import type { CopyReport, VaultState } from '../../lib/app/vault-answers.ts';
import type { Place } from '../../lib/app/vault-copies.ts';
import type { MissedChanges } from '../../lib/app/vault-missed.ts';
import type { PassphraseProof } from '../../lib/messages/protocol-keys.ts';

/**
 * Copies of what does not open by itself; `asking`: the one whose key is asked for; `unopened`: those that look whole and did not open.
 */
export type Rescue = {
  readonly copies: readonly CopyReport[];
  readonly asking: Place | null;
  readonly unopened: readonly Place[];
};

/** How the vault stands, and what opens it or a new one. */
export type VaultModel = {
  readonly vault: Exclude<VaultState, { kind: 'unlocked' }> | { readonly kind: 'unlocked' } | null;
  readonly wrongPassphrase: boolean;
  /** The emergency key that a vault without a passphrase is to get, while it waits to be typed back; in no message and no storage. */
  readonly newKey: (NewRecoveryCode & { readonly madeUnixMs: number }) | null;
  /** What was wrong with the emergency key that was typed last. */
  readonly emergencyProblem: TypedKeyProblem | null;
  /** The emergency key has just opened the vault: it proves a change of the other keys, until the customer has chosen or left it lying. */
  readonly recovered: {
    readonly proof: PassphraseProof;
    readonly wasThisComputer: boolean;
    readonly openedUnixMs: number;
  } | null;
  /** Changes made after this time could not be read when the vault was opened; null for none, or once it was put away. */
  readonly missed: MissedChanges | null;
  /** What there is to open in place of what does not; null while it opens. */
  readonly rescue: Rescue | null;
  /** A new beginning: it was warned of what it means (`warned`), has no room (`full`), how it opens is chosen; a saved copy is restored after both others. */
  readonly beginning: 'warned' | 'full' | 'anew' | 'restore' | null;
  /** The copies of a vault that is open, once their screen was opened. */
  readonly stored: readonly CopyReport[];
  /** What is asked before they are saved as a file; null while nothing is. */
  readonly savingCopies: Question | null;
};

/** A vault before anything is known of it. */
export const emptyVault: VaultModel = {
  vault: null,
  wrongPassphrase: false,
  newKey: null,
  emergencyProblem: null,
  recovered: null,
  missed: null,
  rescue: null,
  beginning: null,
  stored: [],
  savingCopies: null,
};
