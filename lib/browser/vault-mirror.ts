import type { VaultMirror } from '../app/vault-ports.ts';
import { indexedValues } from './indexed-values.ts';

const values = indexedValues('doorcode-copy', 'copy');

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value);

/** The second place of the sealed vault: IndexedDB, whose files lie apart from those of `storage.local`. */
export const vaultMirror: VaultMirror = {
  marker: async () => {
    const stored = await values.get('marker');
    if (typeof stored !== 'object' || stored === null) return null;
    const [id, generation, createdUnixMs] = ['id', 'generation', 'createdUnixMs'].map(
      (key): unknown => Object.getOwnPropertyDescriptor(stored, key)?.value,
    );
    return typeof id === 'string' && isCount(generation) && isCount(createdUnixMs)
      ? { id, generation, createdUnixMs }
      : null;
  },
  read: () => values.get('sealed'),
  write: (sealed, marker) =>
    values.change((store) => {
      store.put(sealed, 'sealed');
      store.put({ ...marker }, 'marker');
    }),
  remove: () => values.change((store) => store.delete('sealed')),
};
