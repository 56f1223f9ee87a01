import type { Popup } from './popup.ts';

/**
 * A folder of the browser's own in the place of one that the customer picked: no driver can press in the picker. The page takes it
 * from where it keeps a picked one.
 */
const handle = `(await (await navigator.storage.getDirectory()).getDirectoryHandle('copies', { create: true }))`;

/** The folder that saved copies go into, seen from a page of the extension's. */
export const opfsFolder = (page: Pick<Popup, 'evaluate'>) => ({
  /** Leaves the folder where the page keeps the one that was picked. */
  pick: () =>
    page.evaluate(`(async () => {
      const folder = ${handle};
      const opening = indexedDB.open('doorcode-copies', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('folder');
      await new Promise((done) => { opening.onsuccess = done; });
      const writing = opening.result.transaction('folder', 'readwrite');
      writing.objectStore('folder').put(folder, 'folder');
      await new Promise((done) => { writing.oncomplete = done; });
      opening.result.close();
    })()`),
  /** Its files by their names. */
  async files(): Promise<ReadonlyMap<string, string>> {
    const read = await page.evaluate(`(async () => {
      const files = [];
      for await (const one of ${handle}.values()) {
        // A copy that is just being written gets its name by a move.
        const text = await one.getFile().then((file) => file.text()).catch((error) => {
          if (error.name !== 'NotFoundError') throw error;
          return null;
        });
        if (text !== null) files.push([one.name, text]);
      }
      return files;
    })()`);
    const files: readonly [string, string][] = JSON.parse(JSON.stringify(read));
    return new Map(files);
  },
  write: (name: string, text: string) =>
    page.evaluate(`(async () => {
      const file = await ${handle}.getFileHandle(${JSON.stringify(name)}, { create: true });
      const stream = await file.createWritable();
      await stream.write(${JSON.stringify(text)});
      await stream.close();
    })()`),
  empty: () =>
    page.evaluate(`(async () => {
      const folder = ${handle};
      for await (const one of folder.values()) await folder.removeEntry(one.name);
    })()`),
});
