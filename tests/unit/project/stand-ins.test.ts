import { describe, expect, it } from 'vitest';
import { distance } from '../../../scripts/stand-ins/levenshtein.ts';
import { __vitePreload } from '../../../scripts/stand-ins/load-on-demand.ts';
import { mustLoadAlone } from '../../../scripts/stand-ins.ts';

describe("what stands for other people's modules in the bundles", () => {
  it('loads a script and nothing with it, and ends the build where one needs more', async () => {
    expect(await __vitePreload(async () => 'loaded')).toBe('loaded');
    expect(() => mustLoadAlone('a.js', 'load(()=>import("./b.js"),__vite__mapDeps([0]))')).toThrow(
      'a.js loads on demand',
    );
    expect(() => mustLoadAlone('a.js', 'load(()=>import("./b.js"),[])')).not.toThrow();
  });

  it('counts no typing errors', () => expect(distance).toThrow('no typing errors'));
});
