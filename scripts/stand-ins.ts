import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const standIns: Readonly<Record<string, string>> = {
  'fastest-levenshtein': fileURLToPath(new URL('stand-ins/levenshtein.ts', import.meta.url)),
  '\0vite/preload-helper.js': fileURLToPath(new URL('stand-ins/load-on-demand.ts', import.meta.url)),
};

/** Puts a line of ours where a module of somebody else's would come along for nothing. */
export const standIn = (): Plugin => ({
  name: 'stand-in',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^fastest-levenshtein$|^\0vite\/preload-helper\.js$/ },
    handler: (id) => standIns[id],
  },
  // Named where a script does need a style sheet or another script first.
  generateBundle(_, bundle) {
    for (const output of Object.values(bundle))
      if (output.type === 'chunk' && output.code.includes('__vite__mapDeps'))
        throw new Error(`${output.fileName} loads on demand what needs more than itself`);
  },
});
