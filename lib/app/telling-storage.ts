import type { VaultStorage } from './vault-ports.ts';

/**
 * Storage that tells of each write. The browser's own event of it carries every value twice, before and after, which takes a large
 * vault longer than sealing it does; the background alone writes what anybody wants to hear of.
 */
export const tellingStorage = (storage: VaultStorage, written: () => void): VaultStorage => ({
  read: storage.read,
  async write(values) {
    await storage.write(values);
    written();
  },
});
