import { isRecord } from '../vault/shape.ts';
import {
  CLEAR,
  type ClearSettings,
  isSameClear,
  isSameSettings,
  readClear,
  SETTINGS_LOCK,
  stricter,
} from './clear-settings.ts';
import { readValue } from './vault-copies.ts';
import type { Lock, VaultStorage } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

type MendPorts = {
  readonly vault: Pick<VaultRepository, 'read' | 'mutate'>;
  readonly storage: VaultStorage;
  readonly lock: Lock;
};

async function writeClear(storage: VaultStorage, { autoLockMinutes, sharedComputer, automaticSites }: ClearSettings) {
  const sites = await readValue(storage, CLEAR.automaticSites);
  if (sites.kind === 'failed') return;
  const before = sites.kind === 'present' && isRecord(sites.value) ? sites.value : { asked: [] };
  await storage.write({
    [CLEAR.autoLockMinutes]: autoLockMinutes,
    [CLEAR.sharedComputer]: sharedComputer,
    [CLEAR.automaticSites]: { ...before, on: automaticSites },
  });
}

/**
 * Compares the settings in the clear with the sealed ones once the vault is open, and gives both the stricter of each. A vault from
 * before they were sealed takes them over. What fails is left to the next opening: the stricter value is in force all the same.
 * @returns whether something else than what lay in the clear is in force now
 */
export function mendSettings({ vault, storage, lock }: MendPorts): Promise<boolean> {
  return lock.run(SETTINGS_LOCK, async () => {
    const clear = await readClear(storage);
    const content = clear === null ? null : await vault.read({ use: false });
    if (clear === null || content === null || !content.ok) return false;
    const sealed = content.value.settings;
    const kept = stricter(clear, sealed);
    if (sealed === null || !isSameSettings(kept, sealed))
      await vault
        .mutate((stored) => ({ ...stored, settings: stricter(clear, stored.settings) }), { use: false })
        .catch(() => undefined);
    if (isSameClear(kept, clear)) return false;
    await writeClear(storage, kept).catch(() => undefined);
    return true;
  });
}
