import { describe, expect, it } from 'vitest';
import { cases, chanceFrom, seed } from '../support/chance.ts';
import { killAtRandom } from '../support/faults/kills.ts';

// A kill and the look after it take a second or two, and five in Firefox.
const patience = { timeout: 3_600_000 };

describe(`a browser killed at a random moment (seed ${seed})`, () => {
  it.each([
    ['chromium', cases(200)],
    ['firefox', cases(10)],
  ] as const)(
    'loses nothing that was acknowledged, tears no copy, and opens by exactly one key: %s, %i times',
    patience,
    async (name, count) => {
      const { kills, acknowledged, faults } = await killAtRandom(count, chanceFrom(seed), name);
      console.log(`${name}: ${kills} kills, ${acknowledged} acts acknowledged before them, ${faults.length} faults`);
      expect(faults).toEqual([]);
      expect(kills).toBe(count);
      expect(acknowledged).toBeGreaterThan(kills);
    },
  );
});
