import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chance } from '../chance.ts';

/** Where Chromium keeps what an extension stores, in a profile: its `storage.local`, and its IndexedDB. */
export type Places = { readonly local: string; readonly indexed: string };

const only = (folder: string, isIt: (name: string) => boolean): string => {
  const name = readdirSync(folder).find(isIt);
  if (name === undefined) throw new Error(`nothing of the extension's in ${folder}`);
  return join(folder, name);
};

/** Finds both in the profile of a browser that is closed. */
export const placesIn = (profile: string): Places => ({
  local: only(join(profile, 'Default', 'Local Extension Settings'), (name) => /^[a-p]{32}$/.test(name)),
  indexed: only(join(profile, 'Default', 'IndexedDB'), (name) => /^chrome-extension_.*leveldb$/.test(name)),
});

type Files = 'log' | 'ldb' | 'CURRENT' | 'MANIFEST';

function filesOf(folder: string, kind: Files): readonly string[] {
  const isIt = (name: string) =>
    kind === 'log' || kind === 'ldb' ? name.endsWith(`.${kind}`) : name === kind || name.startsWith(`${kind}-`);
  return readdirSync(folder)
    .filter(isIt)
    .map((name) => join(folder, name));
}

/** Gives another value to some bytes of every file of a kind, and to many of a long one. */
export function flipBytes(folder: string, kind: Files, chance: Chance): void {
  for (const path of filesOf(folder, kind)) {
    const bytes = readFileSync(path);
    for (let flips = bytes.length === 0 ? 0 : 1 + bytes.length / 4096; flips > 0; flips -= 1) {
      const at = chance.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
    }
    writeFileSync(path, bytes);
  }
}

/** Cuts every file of a kind to a part of its length. */
export function cutFiles(folder: string, kind: Files, part: number): void {
  for (const path of filesOf(folder, kind)) truncateSync(path, Math.floor(readFileSync(path).length * part));
}

/** Takes every file of a kind away. */
export function removeFiles(folder: string, kind: Files): void {
  for (const path of filesOf(folder, kind)) rmSync(path);
}

/** Takes a whole folder away. */
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true });

/** Puts a folder back as it was in an earlier copy of the profile. */
export function putBack(folder: string, earlier: string): void {
  if (existsSync(folder)) removeFolder(folder);
  cpSync(earlier, folder, { recursive: true });
}
