import { resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { shareDetector, takenFrom } from '../../../scripts/share-detector.ts';

const folder = resolve(import.meta.dirname, '../../../entrypoints');

async function built(name: string): Promise<string> {
  const entry = resolve(folder, `${name}.ts`);
  const outcome = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [shareDetector()],
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name, fileName: name } },
  });
  const outputs = (Array.isArray(outcome) ? outcome : [outcome]).flatMap((one) => ('output' in one ? one.output : []));
  return outputs.map((part) => (part.type === 'chunk' ? part.code : '')).join('');
}

it('the detector is in its own script only, which leaves all that the others take', async () => {
  const page = createContext({ URL, Map, Set });
  runInContext(`${await built('detector')}\ndetector.main();`, page);
  for (const name of ['fill', 'closer', 'notice', 'outcome']) {
    const script = await built(name);
    expect(script, name).not.toContain('authentication code');
    const taken = [...script.matchAll(/globalThis\.doorcodeDetector\.(\w+)/g)].map(([, part = '']) => part);
    expect(taken.length, name).toBeGreaterThan(3);
    for (const part of taken)
      expect([name, part, runInContext(`typeof doorcodeDetector.${part}`, page)]).not.toContain('undefined');
  }
});

it('a module whose exports it cannot read stops the build', () => {
  expect(() => takenFrom('export { look } from "./look.ts";')).toThrow('cannot share');
});
