import type { PopupModel } from './model.ts';

/** Whether what is stored does not open, or is about to be left for a new beginning. */
export function isRescue({ vault, rescue, beginning }: PopupModel): boolean {
  if (vault === null || vault.kind === 'unlocked' || vault.kind === 'absent') return false;
  return vault.kind === 'unreadable' || rescue !== null || beginning !== null;
}
