import type { CopyReport, VaultState } from '../app/vault-answers.ts';
import type { Place } from '../app/vault-copies.ts';
import type { MissedChanges } from '../app/vault-missed.ts';
import type { StrengthClass } from '../vault/openings.ts';

/** scrypt parameters as text and numbers; `salt` is base64. */
export type KdfText = {
  readonly name: 'scrypt';
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly salt: string;
};

/** A passphrase's key (32 bytes, base64), how it was derived, and how it was judged when it was just chosen. */
export type PassphraseKey = { readonly kdf: KdfText; readonly kekBase64: string; readonly strength?: StrengthClass };

/** A recovery code's key (32 bytes, base64) and the salt (16 bytes, base64) that it was derived with. */
export type RecoveryKey = { readonly salt: string; readonly kekBase64: string };

/** How keys are made or change: `keep` as it is, `remove`, or a new one. */
export type KeysText = {
  readonly passphrase: PassphraseKey | 'keep' | 'remove';
  readonly recovery: RecoveryKey | 'keep' | 'remove';
  readonly computer: 'new' | 'keep' | 'remove';
};

/** The key that a passphrase or a recovery code gives for one of the open vault's own slots, asked for once more. */
export type PassphraseProof = { readonly slotId: string; readonly kekBase64: string };

/** What opens the vault: its keys, the proof of one, the reminder, and what there is where it does not open. */
export type KeysRequest =
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
  | { readonly kind: 'change-keys'; readonly keys: KeysText; readonly proof: PassphraseProof | null }
  /** Whether a typed passphrase or emergency key opens the open vault, before anything is built on it. */
  | { readonly kind: 'check-proof'; readonly proof: PassphraseProof | null }
  | { readonly kind: 'set-auto-lock'; readonly minutes: number }
  | { readonly kind: 'set-reminder'; readonly on: boolean }
  | { readonly kind: 'practise'; readonly proof: PassphraseProof }
  | { readonly kind: 'put-off-reminder' }
  | { readonly kind: 'list-copies' }
  /** `kekBase64` null: by the key that lies on this computer. */
  | { readonly kind: 'open-copy'; readonly place: Place; readonly slotId: string; readonly kekBase64: string | null }
  | { readonly kind: 'dismiss-missed' };

export type KeysAnswer =
  | { readonly kind: 'vault-state'; readonly state: VaultState }
  | { readonly kind: 'opened'; readonly missed: MissedChanges | null }
  | { readonly kind: 'copies'; readonly copies: readonly CopyReport[] };
