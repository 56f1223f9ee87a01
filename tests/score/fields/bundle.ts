import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { packWords } from '../../../scripts/pack-words.ts';

const lib = fileURLToPath(new URL('../../../lib/', import.meta.url));

/**
 * Exports of modules of ours that a bundle has instead of the real ones, by path below `lib`. Each is JavaScript that may use
 * `real`, the module's own exports.
 */
export type Replacements = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Puts a module of replaced exports before the real one, for whoever imports it. */
function replacing(replacements: Replacements): Plugin {
  const used = new Set<string>();
  return {
    name: 'replace-exports',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (importer === undefined || importer.endsWith('?replaced')) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      const path = resolved?.id.replace(lib, '');
      return path !== undefined && path in replacements ? `${resolved?.id}?replaced` : null;
    },
    load(id) {
      if (!id.endsWith('?replaced')) return null;
      const real = id.replace('?replaced', '');
      used.add(real.replace(lib, ''));
      const replaced = Object.entries(replacements[real.replace(lib, '')] ?? {});
      const exported = replaced.map(([name, script]) => `export const ${name} = ${script};`).join('\n');
      // A name exported here hides the same one of the star.
      return `import * as real from ${JSON.stringify(real)};\nexport * from ${JSON.stringify(real)};\n${exported}`;
    },
    buildEnd() {
      const unused = Object.keys(replacements).filter((path) => !used.has(path));
      // A replacement that nothing imports would measure the real thing.
      if (unused.length > 0) this.error(`Nothing imports ${unused.join(', ')}.`);
    },
  };
}

/**
 * Bundles a module of ours as one script for a plain page.
 * @param entry path of the module
 * @param name the global that holds its exports
 * @param replacements what the bundle has instead of the real exports
 */
export async function bundle(entry: string, name: string, replacements: Replacements = {}): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    // What libraries for pages ask for in their source.
    define: { 'process.env.NODE_ENV': '"production"' },
    // What ships is measured, packed as it ships; parts are taken out of the tables as they are written.
    plugins: Object.keys(replacements).length === 0 ? [packWords()] : [replacing(replacements)],
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name, fileName: name } },
  });
  for (const output of Array.isArray(built) ? built : [built]) {
    if (!('output' in output)) continue;
    for (const part of output.output) if (part.type === 'chunk') return part.code;
  }
  throw new Error(`vite built nothing from ${entry}`);
}
