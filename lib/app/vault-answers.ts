import type { Bytes } from '../otp/parameters.ts';
import type { ScryptParameters } from '../vault/kdf.ts';
import type { SlotDescription } from '../vault/key-slots.ts';
import type { CopyName, Unreadable } from './vault-copies.ts';

/** Where the vault stands. `unreadable` exists and is never offered a new beginning. */
export type VaultState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'locked'; readonly slots: readonly SlotDescription[] }
  | { readonly kind: 'unlocked'; readonly deadlineUnixMs: number; readonly slots: readonly SlotDescription[] }
  | { readonly kind: 'unreadable'; readonly reason: Unreadable };

/** The first key of a new vault; `kek` is the 32 bytes that `kdf` gives for the passphrase. */
export type NewSlot =
  | { readonly kind: 'passphrase'; readonly kdf: ScryptParameters; readonly kek: Bytes }
  | { readonly kind: 'computer' };

/** Which copy was taken; an `expectedGeneration` above `generation` means that later changes could not be read. */
export type Taken = { readonly copy: CopyName; readonly generation: number; readonly expectedGeneration: number };

/** Why content cannot be had. */
export type ReadError = 'locked' | 'absent' | Unreadable;
/** Why nothing was created; after `not-saved` the state tells what storage holds. */
export type CreateError = 'not-absent' | 'unacceptable' | 'not-saved';
/** Why the vault stays locked. */
export type UnlockError = 'wrong-passphrase' | 'unknown-slot' | 'no-computer-key' | 'absent' | Unreadable;
/** Why a change is not acknowledged: `not-saved` was not seen in storage, `unacceptable` exceeds the format's bounds. */
export type MutateError = ReadError | 'storage-failed' | 'not-saved' | 'unacceptable';
