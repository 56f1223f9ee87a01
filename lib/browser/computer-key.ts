import type { ComputerKeyStore } from '../app/vault-ports.ts';
import type { Bytes } from '../otp/parameters.ts';
import { indexedValues } from './indexed-values.ts';

const keys = indexedValues('doorcode-keys', 'keys');

/** The keys of *this computer* slots: 32 random bytes each in IndexedDB, apart from the vault's `storage.local`. */
export const computerKeyStore: ComputerKeyStore = {
  get: async (name) => {
    const stored = await keys.get(name);
    return stored instanceof Uint8Array && stored.length === 32 ? new Uint8Array(stored) : null;
  },
  create: async (name) => {
    const key: Bytes = crypto.getRandomValues(new Uint8Array(32));
    // `add` fails where a key exists: an old key is never overwritten, as copies may still need it.
    await keys.change((store) => store.add(key, name));
    return key;
  },
  remove: (name) => keys.change((store) => store.delete(name)),
};
