import type { CopyFolder, FolderChoice } from '../app/copy-folder.ts';
import type { Lock } from '../app/vault-ports.ts';
import { MAX_BACKUP_LENGTH } from '../messages/bounds.ts';
import { indexedValues } from './indexed-values.ts';

// File System Access as Chromium has it, beside what the types of documents know.
declare global {
  interface FileSystemHandle {
    queryPermission?(of: { mode: 'readwrite' }): Promise<PermissionState>;
    requestPermission?(of: { mode: 'readwrite' }): Promise<PermissionState>;
  }
  interface FileSystemFileHandle {
    move?(name: string): Promise<void>;
  }
  var showDirectoryPicker: ((how: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>) | undefined;
}

const READWRITE = { mode: 'readwrite' } as const;
const values = indexedValues('doorcode-copies', 'folder');

/** Lets one page of ours at a time write copies. */
export const copiesLock: Lock = {
  run: async (name, act) => await navigator.locks.request(name, act),
};

async function stored(): Promise<FileSystemDirectoryHandle | null> {
  const handle = await values.get('folder');
  return handle instanceof FileSystemDirectoryHandle ? handle : null;
}

async function directory(): Promise<FileSystemDirectoryHandle> {
  const handle = await stored();
  if (handle === null) throw new Error('no folder was chosen');
  return handle;
}

async function readIn(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  const file = await (await folder.getFileHandle(name)).getFile();
  // What lies there may be anything: none of it is read at any length.
  if (file.size > MAX_BACKUP_LENGTH) throw new Error('too large for a copy');
  return file.text();
}

async function writeIn(folder: FileSystemDirectoryHandle, name: string, text: string): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true });
  // The browser writes beside the file and exchanges the two when the stream is closed.
  const stream = await file.createWritable();
  await stream.write(text);
  await stream.close();
}

/** The folder that the customer picked, whose handle outlives the browser in IndexedDB; the right to it may not. */
export const copyFolder: CopyFolder = {
  async state() {
    const handle = await stored();
    if (handle === null) return 'none';
    return (await handle.queryPermission?.(READWRITE)) === 'granted' ? 'ready' : 'needs-press';
  },
  async list() {
    const names: string[] = [];
    for await (const handle of (await directory()).values()) if (handle.kind === 'file') names.push(handle.name);
    return names;
  },
  read: async (name) => readIn(await directory(), name),
  write: async (name, text) => writeIn(await directory(), name, text),
  async rename(from, to) {
    const folder = await directory();
    const file = await folder.getFileHandle(from);
    const moved = await file.move?.(to).then(
      () => true,
      () => false,
    );
    if (moved === true) return;
    // Not every Chromium moves files of a folder on disk; whoever called reads the new one back.
    await writeIn(folder, to, await readIn(folder, from));
    await folder.removeEntry(from);
  },
  remove: async (name) => (await directory()).removeEntry(name),
};

/** The browser's own questions about the folder, each in the turn of a press. */
export const folderChoice: FolderChoice = {
  async choose() {
    const picked = await globalThis.showDirectoryPicker?.({ id: 'doorcode-copies', ...READWRITE }).catch(() => null);
    if (picked === null || picked === undefined) return 'cancelled';
    await values.change((store) => store.put(picked, 'folder'));
    return 'chosen';
  },
  async allow() {
    return (await (await stored())?.requestPermission?.(READWRITE)) === 'granted';
  },
  forget: () => values.change((store) => store.delete('folder')),
};
