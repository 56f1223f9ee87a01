import type { ComputerKeyStore } from '../app/vault-ports.ts';
import type { Bytes } from '../otp/parameters.ts';

const DATABASE = 'doorcode-keys';
const STORE = 'keys';
const KEY = 'this-computer';

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB request failed'));
  });

async function withStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await settled(opening);
  try {
    return await settled(act(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

/** The key of the *this computer* slot: 32 random bytes in IndexedDB, apart from the vault's `storage.local`. */
export const computerKeyStore: ComputerKeyStore = {
  get: async () => {
    const stored: unknown = await withStore('readonly', (store) => store.get(KEY));
    return stored instanceof Uint8Array && stored.length === 32 ? new Uint8Array(stored) : null;
  },
  create: async () => {
    const key: Bytes = crypto.getRandomValues(new Uint8Array(32));
    // `add` fails where a key exists: an old key is never overwritten, as copies may still need it.
    await withStore('readwrite', (store) => store.add(key, KEY));
    return key;
  },
};
