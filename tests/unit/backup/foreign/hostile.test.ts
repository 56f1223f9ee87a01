import { describe, expect, it } from 'vitest';
import { readForeign } from '../../../../lib/backup/foreign/read-foreign.ts';
import { chanceFrom } from '../../../support/chance.ts';
import { foreignSeeds } from '../../../support/foreign-seeds.ts';
import { damagedSeed, problemOf } from '../../../support/hostile-reading.ts';

const CASES_A_SEED = 120;

describe('damaged and hostile files of other apps', () => {
  it('start from files that bring accounts', async () => {
    for (const { name, bytes, passphrase } of await foreignSeeds()) {
      if (name === 'freeotp 2') continue;
      const { outcome } = await readForeign(new Uint8Array(bytes), { passphrase, costly: false, onProgress: () => {} });
      expect(outcome.ok && outcome.value.items.filter(({ kind }) => kind === 'account').length, name).toBeGreaterThan(
        0,
      );
    }
  });

  it('never make the reading throw, dawdle or leave its bounds', async () => {
    const seeds = await foreignSeeds();
    const chance = chanceFrom(7);
    for (const seed of seeds)
      for (let index = 0; index < CASES_A_SEED; index += 1) {
        const bytes = damagedSeed(seed, seeds, chance);
        const { problem } = await problemOf(bytes, seed.passphrase);
        expect(problem, `${seed.name}, case ${index}: ${Buffer.from(bytes).toString('base64')}`).toBeNull();
      }
  });
});
