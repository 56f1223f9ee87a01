import type { CopyFolder, FolderState } from '../../../lib/app/copy-folder.ts';

/** A folder in memory; `fault` is asked before every call and may throw, `damage` may change what is written. */
export function makeFolder() {
  const files = new Map<string, string>();
  const world = {
    files,
    state: 'ready' as FolderState,
    calls: [] as string[],
    fault: (_call: string): void => undefined,
    damage: (text: string): string => text,
  };
  const called = (call: string): void => {
    world.calls.push(call);
    world.fault(call);
  };
  const found = (name: string): string => {
    const text = files.get(name);
    if (text === undefined) throw new Error('no such file');
    return text;
  };
  const folder: CopyFolder = {
    state: async () => world.state,
    list: async () => {
      called('list');
      return [...files.keys()];
    },
    read: async (name) => {
      called('read');
      return found(name);
    },
    write: async (name, text) => {
      called('write');
      files.set(name, world.damage(text));
    },
    rename: async (from, to) => {
      called('rename');
      files.set(to, found(from));
      files.delete(from);
    },
    remove: async (name) => {
      called('remove');
      files.delete(name);
    },
  };
  return { world, folder };
}
