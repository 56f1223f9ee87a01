import { resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { packWords } from '../../../scripts/pack-words.ts';

it('packed tables still have every part that the detector asks for by its name', async () => {
  const entry = resolve(import.meta.dirname, '../../../lib/page/find-code-field.ts');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [packWords()],
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'detector', fileName: 'detector' } },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  const script = outputs.map((part) => (part.type === 'chunk' ? part.code : '')).join('');
  expect(script).not.toContain('einmalcode*|einmalpasswort*|einmalkennwort*');
  // A part that is asked for and not there is a table without a phrase, which is refused when the script is loaded.
  expect(() => runInContext(script, createContext({}))).not.toThrow();
});
