import type { SlotDescription } from '../vault/key-slots.ts';

/** What the question of a locked vault has to know: with which of the customer's keys it opens. */
export const waysToOpen = (slots: readonly SlotDescription[]) => ({
  withoutPassphrase: slots.every(({ kind }) => kind !== 'passphrase'),
  hasEmergencyKey: slots.some(({ kind }) => kind === 'recovery'),
});
