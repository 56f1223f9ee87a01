import type { SlotDescription } from './key-slots.ts';

// A file of its own: the popup asks for this alone, and would load all that opens a slot with it.

/** The slot that a passphrase opens; null where none does. A vault has one at most. */
export const passphraseSlot = (slots: readonly SlotDescription[]) =>
  slots.find((slot) => slot.kind === 'passphrase') ?? null;
