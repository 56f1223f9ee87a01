import { describe, expect, it } from 'vitest';
import { cases, chanceFrom, seed as chosenSeed } from '../support/chance.ts';
import { damagedSeed, type ForeignSeed, problemOf } from '../support/hostile-reading.ts';
import { foreignSeeds } from '../unit/backup/foreign/seeds.ts';

// Keys of PBKDF2 take milliseconds each, and seconds where the damage hits their count.
const slow = ({ passphrase }: ForeignSeed): boolean => passphrase !== null;

describe(`damaged and hostile files of other apps (seed ${chosenSeed})`, () => {
  it.each(foreignSeeds.map((seed, at) => [seed.name, seed, at] as const))(
    'are read or refused: %s',
    async (_name, seed, at) => {
      const chance = chanceFrom(chosenSeed + at);
      const count = cases(slow(seed) ? 2_000 : 36_000);
      let slowestMs = 0;
      for (let index = 0; index < count; index += 1) {
        const bytes = damagedSeed(seed, foreignSeeds, chance);
        const { problem, leastMs } = await problemOf(bytes, seed.passphrase);
        slowestMs = Math.max(slowestMs, leastMs);
        if (problem !== null) expect.fail(`case ${index} ${problem}: ${Buffer.from(bytes).toString('base64')}`);
      }
      console.info(`${count} cases, the slowest ${slowestMs.toFixed(0)} ms`);
    },
  );
});
