import type { AutomaticSites } from './automatic-sites.ts';
import { mendSettings } from './mend-settings.ts';
import type { PolicySource } from './policy-source.ts';
import type { Lock, VaultStorage } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** What putting settings in force needs from its surroundings. */
export type SettingsPorts = {
  readonly vault: Pick<VaultRepository, 'read' | 'mutate' | 'autoLockMinutes' | 'boundAutoLock'>;
  readonly storage: VaultStorage;
  readonly lock: Lock;
  readonly sites: Pick<AutomaticSites, 'settle' | 'reconcile'>;
  readonly policies: Pick<PolicySource, 'changed'>;
  /** After how long without a key or the mouse the browser says that nobody is there. */
  readonly setIdleMinutes: (minutes: number) => void;
};

/** Puts in force what somebody chose, and what an organisation sets. */
export function createSettingsInForce({ vault, storage, lock, sites, policies, setIdleMinutes }: SettingsPorts) {
  const autoLockChanged = async (): Promise<void> => setIdleMinutes(await vault.autoLockMinutes());
  return {
    autoLockChanged,
    /** Compares those in the clear with the sealed ones. Nobody waits for it: what is in force is the stricter all the time. */
    async compare(): Promise<void> {
      const isOther = await mendSettings({ vault, storage, lock });
      await sites.settle();
      if (!isOther) return;
      await sites.reconcile();
      await autoLockChanged();
    },
    /** What an organisation sets is in force at once, for a vault that is open too. */
    async bound(): Promise<void> {
      policies.changed();
      setIdleMinutes(await vault.boundAutoLock());
    },
  };
}
