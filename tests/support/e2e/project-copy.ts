import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
const own = new Set(['node_modules', '.git', '.output', '.wxt', 'tests', 'docs']);

/** A copy of what `npm start` needs, with builds, profile and database of its own. */
export type ProjectCopy = { readonly folder: string; readonly remove: () => void };

/** Makes one, without anything that an earlier start left behind. */
export function copyProject(): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), 'doorcode-copy-'));
  cpSync(root, folder, {
    recursive: true,
    filter: (path) => resolve(path, '..') !== root || !(own.has(basename(path)) || basename(path).includes('.sqlite')),
  });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }) };
}
