import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases, chanceFrom, seed } from '../support/chance.ts';
import { goIdle, sleepPastDeadline } from '../support/faults/locks.ts';
import { type OpenProfile, openProfile } from '../support/faults/open-profile.ts';
import { storedDamages, sufferInPlace, writeWhenFull } from '../support/faults/stored-values.ts';
import { createVault, newKey } from '../support/faults/vault-acts.ts';
import { stopAtEachCall, stoppedActs } from '../support/faults/worker-stops.ts';
import { nothingWritten } from '../support/faults/writer.ts';
import { writeFromThreePages } from '../support/faults/writers.ts';

describe(`one browser (seed ${seed})`, () => {
  const profile = mkdtempSync(join(tmpdir(), 'doorcode-faults-'));
  const written = nothingWritten(newKey());
  const chance = chanceFrom(seed);
  let open: OpenProfile;

  beforeAll(async () => {
    open = await openProfile(profile);
    await createVault(open.ask, written.key);
  });

  afterAll(async () => {
    await open?.driver.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  it.each(stoppedActs)(
    'loses nothing and does nothing by half when the background ends at any call of: %s',
    async (act) => {
      const { stops, calls, promptedAgain, faults } = await stopAtEachCall(open, act, written, { share: 1, chance });
      console.log(
        `${act}: ${stops} stops at ${calls} calls, ${promptedAgain} times locked after, ${faults.length} faults`,
      );
      expect(faults).toEqual([]);
      expect(stops).toBeGreaterThanOrEqual(2 * calls - 2);
      // Between the write and the new data key in memory the old one is of no use: one typing of the passphrase then.
      if (act !== 'change-keys') expect(promptedAgain).toBe(0);
    },
  );

  it('takes every one of 300 accounts that three of its pages add at the same time', async () => {
    const each = cases(100);
    expect(await writeFromThreePages(open, each)).toEqual({ acknowledged: 3 * each, stored: 3 * each });
  });

  it.each(storedDamages)(
    'gives the vault back, or says that it cannot, and never begins anew: %s',
    async (_name, act) => {
      const { outcome, faults } = await sufferInPlace(open, written.key, act);
      expect(outcome).not.toBe('absent');
      expect(faults).toEqual([]);
    },
  );

  it('refuses what does not fit into storage, and keeps what is there', async () => {
    expect(await writeWhenFull(open, written.key)).toEqual([]);
  });

  it('is locked before its first answer, each of 20 times that the deadline passed while it slept', async () => {
    const faults: string[] = [];
    for (let run = 0; run < cases(20); run += 1) faults.push(...(await sleepPastDeadline(open, written.key, run)));
    expect(faults).toEqual([]);
  });

  it.each(['idle', 'locked'] as const)(
    'locks within a second, each of 20 times that the computer is %s',
    async (state) => {
      const faults: string[] = [];
      for (let run = 0; run < cases(20); run += 1) faults.push(...(await goIdle(open, written.key, state)));
      expect(faults).toEqual([]);
    },
  );
});
