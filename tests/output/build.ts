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

/** A file of a build: path inside it and bytes. */
export type BuiltFile = { readonly path: string; readonly bytes: Buffer };

/** Every file of a build. */
export function filesOf(target: Target): readonly BuiltFile[] {
  const folder = buildFolder(target);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ path: relative(folder, path).replaceAll('\\', '/'), bytes: readFileSync(path) }));
}

const scriptsIn = (files: readonly BuiltFile[], ending: string, pattern: RegExp): readonly string[] =>
  files
    .filter(({ path }) => path.endsWith(ending))
    .flatMap(({ bytes }) => [...bytes.toString('utf8').matchAll(pattern)].map(([, path = '']) => path));

/** The scripts that a page of ours loads before its own. */
export const earlyOf = (files: readonly BuiltFile[]): readonly string[] => [
  ...new Set(scriptsIn(files, '.html', /src="\/([^"/]+\.js)"/g)),
];

/** The scripts that a script of a page of ours needs before it runs. */
export const importedBy = (script: string): readonly string[] =>
  [...script.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)].map(([, name = '']) => `chunks/${name}`);

/** The pages of ours, each with every script that is there before it runs. */
export function pagesOf(files: readonly BuiltFile[]): readonly { readonly page: string; readonly scripts: string[] }[] {
  const textOf = (path: string): string => files.find((one) => one.path === path)?.bytes.toString('utf8') ?? '';
  const pages = files.map(({ path }) => path).filter((path) => path.endsWith('.html'));
  return pages.toSorted().map((page) => {
    const scripts = new Set([...textOf(page).matchAll(/src="\/(chunks\/[^"]+\.js)"/g)].map(([, path = '']) => path));
    for (const script of scripts) for (const needed of importedBy(textOf(script))) scripts.add(needed);
    return { page, scripts: [...scripts] };
  });
}

/**
 * The scripts that are put into pages of sites: all that lie at the top of a build, but for the background, what pages of ours load
 * and what runs in a worker; so that a new one is among them by itself.
 */
export function injectedOf(files: readonly BuiltFile[]): readonly string[] {
  const ours = new Set([
    'background.js',
    ...earlyOf(files),
    ...scriptsIn(files, '.js', /new Worker\([`"']\/([^`"'/]+\.js)/g),
  ]);
  return files.map(({ path }) => path).filter((path) => /^[^/]+\.js$/.test(path) && !ours.has(path));
}

/** The packages that are in a build, as the lockfile calls their folders. */
export function packagesOf(target: Target): readonly string[] {
  const packages: readonly string[] = JSON.parse(
    readFileSync(resolve(buildFolder(target), '..', `packages-${target}.json`), 'utf8'),
  );
  return packages;
}
