import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of a build; with `granted`, of a copy whose manifest has these match patterns as host permissions. */
export function builtExtension(build: 'chrome-mv3' | 'firefox-mv3', granted: readonly string[] = []): string {
  const folder = fileURLToPath(new URL(`../../../.output/${build}`, import.meta.url));
  if (granted.length === 0) return folder;
  const copy = mkdtempSync(join(tmpdir(), 'doorcode-extension-'));
  cpSync(folder, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest: object = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: granted }));
  return copy;
}
