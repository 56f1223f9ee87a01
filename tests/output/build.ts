import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** The browsers that a build exists for. */
export const targets = ['chrome', 'firefox'] as const;

/** One of them. */
export type Target = (typeof targets)[number];

/** The folder of a build; throws when nobody built it, since a check of nothing would pass. */
export function buildFolder(target: Target): string {
  const folder = resolve(import.meta.dirname, '../../.output', `${target}-mv3`);
  if (!existsSync(folder)) throw new Error(`${folder} is missing: npm run build makes it`);
  return folder;
}

/** A build's manifest, as the browser will read it. */
export function manifestOf(target: Target): Record<string, unknown> {
  const manifest: Record<string, unknown> = JSON.parse(
    readFileSync(join(buildFolder(target), 'manifest.json'), 'utf8'),
  );
  return manifest;
}

/** Every file of a build: path inside it and bytes. */
export function filesOf(target: Target): readonly { readonly path: string; readonly bytes: Buffer }[] {
  const folder = buildFolder(target);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ path: relative(folder, path).replaceAll('\\', '/'), bytes: readFileSync(path) }));
}
