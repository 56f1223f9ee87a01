import type { Plugin } from 'vite';

// The tools put small helpers of their own into what they build: vite's preloading, rolldown's runtime, wxt's wrappers.
const helper = /^\0(?:virtual:)?([a-z]+)/;
const folder = /(?:node_modules\/(?:@[^/]+\/)?[^/]+\/)+(?!.*node_modules\/)/;

/** The package that a module of a bundle comes from, as the lockfile calls its folder; undefined for our own. */
export function packageOf(module: string): string | undefined {
  const [, tool] = helper.exec(module) ?? [];
  if (tool !== undefined) return `node_modules/${tool}`;
  return folder.exec(module)?.[0].slice(0, -1);
}

/** Adds to `found` the packages of which a line is in a bundle. */
export const bundledPackages = (found: Set<string>): Plugin => ({
  name: 'bundled-packages',
  generateBundle(_, bundle) {
    for (const output of Object.values(bundle))
      for (const [module, { renderedLength }] of output.type === 'chunk' ? Object.entries(output.modules) : []) {
        const name = renderedLength > 0 ? packageOf(module) : undefined;
        if (name !== undefined) found.add(name);
      }
  },
});
