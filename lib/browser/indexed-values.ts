const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB request failed'));
  });

const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    const fail = () => reject(transaction.error ?? new Error('IndexedDB transaction failed'));
    transaction.onerror = fail;
    transaction.onabort = fail;
  });

/** A database of IndexedDB with one store of values by name. */
export type IndexedValues = {
  get(name: string): Promise<unknown>;
  /** Writes all or none; rejects unless the browser says that they are stored. */
  change(act: (store: IDBObjectStore) => void): Promise<void>;
};

/** Opens the database for each act and closes it after, so that no connection outlives a background that the browser stops. */
export function indexedValues(database: string, storeName: string): IndexedValues {
  async function withDatabase<T>(act: (open: IDBDatabase) => Promise<T>): Promise<T> {
    const opening = indexedDB.open(database, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(storeName);
    const open = await settled(opening);
    try {
      return await act(open);
    } finally {
      open.close();
    }
  }
  return {
    get: (name) => withDatabase((open) => settled(open.transaction(storeName).objectStore(storeName).get(name))),
    change: (act) =>
      withDatabase(async (open) => {
        const transaction = open.transaction(storeName, 'readwrite', { durability: 'strict' });
        const done = completed(transaction);
        act(transaction.objectStore(storeName));
        await done;
      }),
  };
}
