import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a copy of a build has that the build has not. */
export type Changes = {
  /** Match patterns and permissions that the manifest has from the beginning. */
  readonly granted?: readonly string[];
  /** Permissions that the manifest has not. */
  readonly without?: readonly string[];
  /** A script that runs in the background before the extension's own, each time that the browser wakes it (Chromium). */
  readonly before?: string | undefined;
};

// An extension is known by its folder: a browser that is started again on a profile finds its own there.
const copies = new Map<string, string>();

/** The folder of a build, or of a copy with changes. */
export function builtExtension(
  build: 'chrome-mv3' | 'firefox-mv3',
  { granted = [], without = [], before = '' }: Changes = {},
): string {
  const folder = fileURLToPath(new URL(`../../../.output/${build}`, import.meta.url));
  if (granted.length === 0 && without.length === 0 && before === '') return folder;
  const changes = JSON.stringify([build, granted, without, before]);
  const made = copies.get(changes);
  if (made !== undefined) return made;
  const copy = mkdtempSync(join(tmpdir(), 'doorcode-extension-'));
  cpSync(folder, copy, { recursive: true });
  const change = (name: string, by: (text: string) => string): void =>
    writeFileSync(join(copy, name), by(readFileSync(join(copy, name), 'utf8')));
  if (granted.length > 0 || without.length > 0)
    change('manifest.json', (text) => {
      const manifest: { readonly permissions: readonly string[] } = JSON.parse(text);
      const isSite = (one: string): boolean => one.includes(':');
      const kept = manifest.permissions.filter((one) => !without.includes(one));
      const permissions = [...kept, ...granted.filter((one) => !isSite(one))];
      return JSON.stringify({ ...manifest, permissions, host_permissions: granted.filter(isSite) });
    });
  if (before !== '') change('background.js', (text) => `${before};\n${text}`);
  copies.set(changes, copy);
  return copy;
}
