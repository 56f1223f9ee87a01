import type { Plugin } from 'vite';

const popup = /\/entrypoints\/popup\/index\.html$/;
/**
 * Puts all that the popup needs before it shows itself into one script and one sheet, which the other pages take their share from. From
 * chunks as the bundler cuts them it opened some 30 ms later; with a script that shares nothing the package was 40 kB larger.
 */
export function popupInOne(): Plugin {
  const needed = new Set<string>();
  return {
    name: 'popup-in-one',
    apply: 'build',
    // WXT's plugins, of which there is none: every page would fetch a file with nothing in it. Called free of side effects it fell into the
    // popup's script in one build of three, from where a page without scripts of its own fetched it.
    transform: {
      filter: { id: /^\0virtual:wxt-html-plugins$/ },
      handler: () => ({ code: '', map: null, moduleSideEffects: false }),
    },
    buildEnd() {
      const waiting = [...this.getModuleIds()].filter((id) => popup.test(id));
      for (const id of waiting) {
        if (needed.has(id)) continue;
        needed.add(id);
        waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []));
      }
    },
    // Scripts for pages of sites are built one by one, and have no chunks.
    outputOptions: (options) =>
      options.format === 'es' && options.codeSplitting !== false
        ? {
            ...options,
            codeSplitting: { groups: [{ name: (id) => (needed.has(id) && !popup.test(id) ? 'shown-first' : null) }] },
          }
        : null,
  };
}
