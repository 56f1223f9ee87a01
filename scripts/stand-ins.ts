import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const standIns: Readonly<Record<string, string>> = {
  'fastest-levenshtein': fileURLToPath(new URL('stand-ins/levenshtein.ts', import.meta.url)),
  '\0vite/preload-helper.js': fileURLToPath(new URL('stand-ins/load-on-demand.ts', import.meta.url)),
};

/** Throws, by its name, for a script that loads another one together with a style sheet or a third, which the line of ours does not. */
export function mustLoadAlone(fileName: string, code: string): void {
  if (code.includes('__vite__mapDeps')) throw new Error(`${fileName} loads on demand what needs more than itself`);
}

/** Puts a line of ours where a module of somebody else's would come along for nothing. */
export const standIn = (): Plugin => ({
  name: 'stand-in',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^fastest-levenshtein$|^\0vite\/preload-helper\.js$/ },
    handler: (id) => standIns[id],
  },
  generateBundle: {
    // After vite, which writes down what a script needs only then.
    order: 'post',
    handler(_, bundle) {
      for (const output of Object.values(bundle))
        if (output.type === 'chunk') mustLoadAlone(output.fileName, output.code);
    },
  },
});
