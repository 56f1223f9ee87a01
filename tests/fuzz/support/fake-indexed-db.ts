import type { Lives } from './life.ts';

/** The databases of a fake IndexedDB, by their names, and in each its values by name. */
export type Databases = Map<string, Map<string, unknown>>;

type Request<T> = { result: T; onsuccess: (() => void) | null; onerror: (() => void) | null; onupgradeneeded: unknown };

/** As much of IndexedDB as Doorcode uses: one store a database, values by name, a transaction that always completes. */
export function createFakeIndexedDb(databases: Databases, { served }: Pick<Lives, 'served'>) {
  function answered<T>(result: T): Request<T> {
    const request: Request<T> = { result, onsuccess: null, onerror: null, onupgradeneeded: null };
    void served(async () => {}).then(() => request.onsuccess?.());
    return request;
  }
  const storeOf = (values: Map<string, unknown>) => ({
    get: (name: string) => answered(structuredClone(values.get(name))),
    put: (value: unknown, name: string) => void values.set(name, structuredClone(value)),
    add: (value: unknown, name: string) => void values.set(name, structuredClone(value)),
    delete: (name: string) => void values.delete(name),
  });
  return {
    open(name: string) {
      const values = databases.get(name) ?? new Map<string, unknown>();
      databases.set(name, values);
      return answered({
        close: () => {},
        transaction() {
          const transaction: { oncomplete: (() => void) | null; objectStore: () => ReturnType<typeof storeOf> } = {
            oncomplete: null,
            objectStore: () => storeOf(values),
          };
          queueMicrotask(() => transaction.oncomplete?.());
          return transaction;
        },
      });
    },
  };
}
