import { build } from 'vite';

/**
 * Bundles a module of ours as one script for a plain page.
 * @param entry path of the module
 * @param name the global that holds its exports
 */
export async function bundle(entry: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    // What libraries for pages ask for in their source.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name, fileName: name } },
  });
  for (const output of Array.isArray(built) ? built : [built]) {
    if (!('output' in output)) continue;
    for (const part of output.output) if (part.type === 'chunk') return part.code;
  }
  throw new Error(`vite built nothing from ${entry}`);
}
