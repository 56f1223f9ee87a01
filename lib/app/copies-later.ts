import type { Clock, VaultStorage } from './vault-ports.ts';

const KEY = 'copies.later';
const LATER_MS = 7 * 24 * 3_600_000;

/**
 * Puts the question for a saved copy off for a week. It lies beside the vault, since a browser that is started each morning must
 * not ask each morning, and a date tells nobody anything.
 */
export function createCopiesLater({ storage, clock }: { readonly storage: VaultStorage; readonly clock: Clock }) {
  return {
    async putOff(): Promise<boolean> {
      return storage.write({ [KEY]: clock.nowUnixMs() }).then(
        () => true,
        () => false,
      );
    },
    async isPutOff(): Promise<boolean> {
      const stored = await storage.read([KEY]).catch(() => ({}));
      const at: unknown = Object.getOwnPropertyDescriptor(stored, KEY)?.value;
      const ageMs = typeof at === 'number' ? clock.nowUnixMs() - at : -1;
      return ageMs >= 0 && ageMs < LATER_MS;
    },
  };
}
