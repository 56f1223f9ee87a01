import { expect, it } from 'vitest';
import { live } from '../../support/age/live.ts';

// A month of what `npm run torture` does for a year from each released schema; of one seed, as what fails here has to fail again.
it('loses nothing in a month of unlocks, changes, faults, clock jumps and locks', { timeout: 120_000 }, async () => {
  const { faults, counts } = await live(3, 30, 20_261_127);
  expect(faults).toEqual([]);
  expect(counts).toMatchObject({ 'copies of days': 5 });
  for (const done of [
    'added',
    'removed',
    'filled',
    'locked by deadline',
    'clock set back',
    'acknowledged with a fault',
  ])
    expect(counts[done]).toBeGreaterThan(0);
});
