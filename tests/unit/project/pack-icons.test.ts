import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packedIcons, wantedIcons } from '../../../scripts/pack-icons.ts';
import { roundedPath, stepsOf } from '../../../scripts/round-path.ts';

describe('a path with rounded places', () => {
  it.each([
    ['m1.004 2.006 3.001.001', 'm1 2.01l3 0'],
    ['M.5.25l-.126-.127L3 4z', 'M.5.25l-.13-.13L3 4z'],
    ['M1 1h.333h.333h.334V2H0Z', 'M1 1h.33 .34 .33V2H0Z'],
    ['M2 2a1.005 1.005 0 011.333-.5', 'M2 2a1 1 0 0 1 1.33-.5'],
    ['m1 1 1 1zm1.111 1.111', 'm1 1l1 1zm1.11 1.11'],
  ])('of %s is %s', (path, rounded) => expect(roundedPath(path, 2)).toBe(rounded));

  it('is no path where the numbers do not come out even', () => {
    expect(() => roundedPath('M1 2 3', 2)).toThrow('no path: M1 2 3');
  });
});

describe('the icons of providers', () => {
  const code = readFileSync(new URL('../../../node_modules/simple-icons/index.mjs', import.meta.url), 'utf8');
  const pathsIn = (text: string, name: string): string =>
    new RegExp(`\\b${name}=\\{[^\\n]*?path:"([^"]*)",[^\\n]*?hex:"(\\w{6})"`).exec(text)?.slice(1).join(' #') ?? '';

  it('keep their steps and colours, every place of them within half a hundredth of a grid of 24', () => {
    const wanted = wantedIcons();
    const packed = packedIcons(code, wanted);
    expect(wanted.size).toBeGreaterThan(60);
    expect(packed.length).toBeLessThan(code.length - 15_000);
    for (const name of wanted) {
      const [before, after] = [code, packed].map((text) => pathsIn(text, name).split(' #'));
      expect(after?.[1], name).toBe(before?.[1]);
      const [exact, rounded] = [before, after].map((found) => stepsOf(found?.[0] ?? ''));
      expect(
        rounded?.map(({ command }) => command),
        name,
      ).toEqual(exact?.map(({ command }) => command));
      const far = (rounded ?? []).flatMap(({ numbers }, step) =>
        numbers.filter((value, place) => Math.abs(value - (exact?.[step]?.numbers[place] ?? Number.NaN)) > 0.005_001),
      );
      expect(far, name).toEqual([]);
    }
  });

  it('fail to be packed where one is not as it was', () => {
    expect(() => packedIcons(code, new Set(['siNobody']))).toThrow('not as they were: siNobody');
  });
});
