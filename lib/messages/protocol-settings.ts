import type { CheckUp } from '../app/check-up.ts';
import type { ClockCheck } from '../app/clock-check.ts';
import type { Policies } from '../app/policies.ts';

/** The settings, and the clock that codes are made by. */
export type SettingsRequest =
  | { readonly kind: 'settings' }
  /** What the customer's organisation has set. */
  | { readonly kind: 'policies' }
  /** Whether others use this computer too: then nothing is filled by itself. */
  | { readonly kind: 'set-shared-computer'; readonly shared: boolean }
  | { readonly kind: 'check-clock'; readonly tabId: number }
  /** Seconds to add to this computer's clock wherever codes are made, negative for one that is ahead. */
  | { readonly kind: 'correct-codes'; readonly seconds: number }
  | { readonly kind: 'stop-correcting' }
  /** How Doorcode stands here, and what needs the customer. */
  | { readonly kind: 'check-up' };

export type SettingsAnswer =
  | { readonly kind: 'check-up'; readonly checkUp: CheckUp }
  /** `reminder`: whether the passphrase is asked for now and then; null while the vault is not open, or has none. */
  | {
      readonly kind: 'settings';
      readonly autoLockMinutes: number;
      readonly reminder: boolean | null;
      readonly sharedComputer: boolean;
    }
  /** `lacksPassphrase`: the open vault has none, and one is required. */
  | { readonly kind: 'policies'; readonly policies: Policies; readonly lacksPassphrase: boolean }
  | {
      readonly kind: 'clock';
      readonly result: ClockCheck;
      /** Seconds that the codes may be corrected by; null where there is no reason to. */
      readonly offerSeconds: number | null;
    };
