import fc from 'fast-check';
import { expect, it } from 'vitest';
import { photoSteps } from '../../../lib/qr/photo-steps.ts';

it('looks at a large photograph made smaller first, then closely, then as at one code', () => {
  expect(photoSteps(8000)).toEqual([
    { longestPx: 1600, scope: 'page' },
    { longestPx: 4096, scope: 'page' },
    { longestPx: 1200, scope: 'photo' },
    { longestPx: 512, scope: 'photo' },
  ]);
});

it('looks at a small picture once for each way of looking', () => {
  expect(photoSteps(300)).toEqual([
    { longestPx: 300, scope: 'page' },
    { longestPx: 300, scope: 'photo' },
  ]);
});

it('enlarges nothing, looks twice at nothing, and always looks both ways', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), (longest) => {
      const steps = photoSteps(longest);
      expect(steps.every(({ longestPx }) => longestPx <= Math.min(longest, 4096))).toBe(true);
      expect(new Set(steps.map((step) => JSON.stringify(step))).size).toBe(steps.length);
      expect(new Set(steps.map(({ scope }) => scope)).size).toBe(2);
    }),
  );
});
