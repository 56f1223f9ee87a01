import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { roundedPath } from './round-path.ts';

// Hundredths of a grid of 24: an icon is shown some 40 pixels wide at most.
const DIGITS = 2;
const icon =
  /(si\w+)=\{title:[^\n]*?path:"([^"]*)",source:"[^"]*",hex:"(\w{6})"(?:,guidelines:"[^"]*")?(?:,license:\{[^}]*\})?\}/g;

/** The wanted icons without their names, sources and rules, which are for who chooses one, and with shorter paths. */
export function packedIcons(code: string, wanted: ReadonlySet<string>): string {
  const packed = new Set<string>();
  const text = code.replace(icon, (whole, name: string, path: string, hex: string) => {
    if (!wanted.has(name)) return whole;
    packed.add(name);
    return `${name}={path:"${roundedPath(path, DIGITS)}",hex:"${hex}"}`;
  });
  // Another version may write them otherwise; then somebody looks, where the package would only grow.
  const missing = [...wanted].filter((name) => !packed.has(name));
  if (missing.length > 0) throw new Error(`icons that are not as they were: ${missing.join(', ')}`);
  return text;
}

/** The names of the icons that the table of providers takes. */
export const wantedIcons = (): ReadonlySet<string> => {
  const table = readFileSync(new URL('../components/provider-icons.ts', import.meta.url), 'utf8');
  return new Set([...table.matchAll(/: (si[A-Z]\w*)/g)].map(([, name = '']) => name));
};

/** Packs the icons of providers. */
export const packIcons = (): Plugin => ({
  name: 'pack-icons',
  transform: {
    filter: { id: /\/node_modules\/simple-icons\/index\.mjs$/ },
    handler: (code) => ({ code: packedIcons(code, wantedIcons()), map: null }),
  },
});
