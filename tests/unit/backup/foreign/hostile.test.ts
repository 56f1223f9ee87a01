import { describe, expect, it } from 'vitest';
import { readForeign } from '../../../../lib/backup/foreign/read-foreign.ts';
import { chanceFrom } from '../../../support/chance.ts';
import { damagedSeed, problemOf } from '../../../support/hostile-reading.ts';
import { reading } from './accounts.ts';
import { foreignSeeds } from './seeds.ts';

const CASES_A_SEED = 120;

describe('damaged and hostile files of other apps', () => {
  it('start from files that bring accounts', async () => {
    for (const { name, bytes, passphrase } of foreignSeeds) {
      const { outcome } = await readForeign(new Uint8Array(bytes), { ...reading(passphrase), costly: false });
      expect(outcome.ok && outcome.value.items.filter(({ kind }) => kind === 'account').length, name).toBeGreaterThan(
        0,
      );
    }
  });

  it('never make the reading throw, dawdle or leave its bounds', async () => {
    const chance = chanceFrom(7);
    for (const seed of foreignSeeds)
      for (let index = 0; index < CASES_A_SEED; index += 1) {
        const bytes = damagedSeed(seed, foreignSeeds, chance);
        const { problem } = await problemOf(bytes, seed.passphrase);
        expect(problem, `${seed.name}, case ${index}: ${Buffer.from(bytes).toString('base64')}`).toBeNull();
      }
  });
});
