import type { SlotDescription } from '../vault/key-slots.ts';
import type { Place, Unreadable } from './vault-copies.ts';

/** Where the vault stands. `unreadable` exists and is never offered a new beginning by itself. */
export type VaultState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'locked'; readonly slots: readonly SlotDescription[] }
  | { readonly kind: 'unlocked'; readonly deadlineUnixMs: number; readonly slots: readonly SlotDescription[] }
  | { readonly kind: 'unreadable'; readonly reason: Unreadable };

/**
 * Which copy was taken; an `expectedGeneration` above `generation` means that later changes could not be read. `writtenUnixMs` is
 * null where the copy does not tell.
 */
export type Taken = {
  readonly copy: Place;
  readonly generation: number;
  readonly expectedGeneration: number;
  readonly writtenUnixMs: number | null;
};

/** A copy of the vault as the rescue screen lists it: its size in characters, and what its header tells. */
export type CopyReport = {
  readonly place: Place;
  readonly size: number;
  readonly fault: 'damaged' | 'newer-version' | null;
  readonly generation: number | null;
  readonly writtenUnixMs: number | null;
  readonly slots: readonly SlotDescription[];
};

/** Why content cannot be had. */
export type ReadError = 'locked' | 'absent' | Unreadable;
/** Why nothing was created, `set-aside-full` where a new beginning would have to give up what an earlier one left; after `not-saved` the state tells what storage holds. */
export type CreateError =
  | 'not-absent'
  | 'no-way-in'
  | 'passphrase-required'
  | 'unacceptable'
  | 'storage-failed'
  | 'not-saved'
  | 'set-aside-full';
/** Why the vault stays locked. */
export type UnlockError =
  | 'wrong-passphrase'
  | 'unknown-slot'
  | 'no-computer-key'
  | 'absent'
  | 'storage-failed'
  | 'not-saved'
  | Unreadable;
/** Why a change is not acknowledged: `not-saved` was not seen in storage, `unacceptable` exceeds the format's bounds. */
export type MutateError = ReadError | 'storage-failed' | 'not-saved' | 'unacceptable';
/** Why the keys are as they were. */
export type KeyChangeError =
  | MutateError
  | 'no-way-in'
  | 'passphrase-required'
  | 'wrong-passphrase'
  | 'unknown-slot'
  | 'passphrase-needed';
