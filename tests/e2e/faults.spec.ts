import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chanceFrom, seed } from '../support/chance.ts';
import { lookForCanaries } from '../support/faults/canaries.ts';
import { type Prepared, prepareProfile, sufferDamage } from '../support/faults/corruption.ts';
import { damages } from '../support/faults/damages.ts';
import { killAtRandom } from '../support/faults/kills.ts';
import { goIdle, sleepPastDeadline } from '../support/faults/locks.ts';
import { type OpenProfile, openProfile } from '../support/faults/open-profile.ts';
import { storedDamages, sufferInPlace } from '../support/faults/stored-values.ts';
import { createVault, newKey } from '../support/faults/vault-acts.ts';
import { stopAtEachCall, stoppedActs } from '../support/faults/worker-stops.ts';
import { nothingWritten } from '../support/faults/writer.ts';
import { writeFromThreePages } from '../support/faults/writers.ts';

// A small part of what `npm run torture` does at length.
const chance = chanceFrom(seed);
const temporary = () => mkdtempSync(join(tmpdir(), 'doorcode-faults-'));
const remove = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });

describe(`faults, in chromium (seed ${seed})`, () => {
  it('loses nothing that was acknowledged when the browser is killed while it writes', async () => {
    const { faults } = await killAtRandom(3, chance);
    expect(faults).toEqual([]);
  });

  it('leaves no secret in any file of the profile', async () => {
    const profile = temporary();
    expect((await lookForCanaries(profile, 'chromium', { afterEach: false })).found).toEqual([]);
    remove(profile);
  });

  describe('with one browser', () => {
    const profile = temporary();
    const written = nothingWritten(newKey());
    let open: OpenProfile;

    beforeAll(async () => {
      open = await openProfile(profile);
      await createVault(open.ask, written.key);
    });

    afterAll(async () => {
      await open?.driver.kill();
      remove(profile);
    });

    it.each(stoppedActs)('does nothing by half when the background ends during: %s', async (act) => {
      const { stops, faults } = await stopAtEachCall(open, act, written, { share: 0.1, chance });
      expect(faults).toEqual([]);
      expect(stops).toBeGreaterThan(0);
    });

    it('takes every account that three of its pages add at the same time', async () => {
      expect(await writeFromThreePages(open, 10)).toEqual({ acknowledged: 30, stored: 30 });
    });

    it('is locked before its first answer after the deadline, and when the computer is idle or its screen locked', async () => {
      const faults = [
        ...(await sleepPastDeadline(open, written.key, chance.below(3))),
        ...(await goIdle(open, written.key, 'idle')),
        ...(await goIdle(open, written.key, 'locked')),
      ];
      expect(faults).toEqual([]);
    });

    it('gives the vault back, or says that it cannot, where single values of it are missing or others', async () => {
      for (const [name, act] of storedDamages) {
        const { outcome, faults } = await sufferInPlace(open, written.key, act);
        expect([name, outcome === 'absent', ...faults]).toEqual([name, false]);
      }
    });
  });

  describe('with files that were damaged while it was closed', () => {
    let prepared: Prepared;

    beforeAll(async () => {
      prepared = await prepareProfile();
    });

    afterAll(() => remove(prepared.folder));

    it('gives the vault back, or says that it cannot, and never begins anew', async () => {
      for (let run = 0; run < 2; run += 1) {
        const damage = chance.pick(damages);
        const { outcome, faults } = await sufferDamage(prepared, damage, chance);
        const shown = outcome === 'absent' ? 'nothing' : damage.leaves === 'nothing' ? 'something' : damage.leaves;
        expect([damage.name, shown, ...faults]).toEqual([damage.name, damage.leaves]);
      }
    });
  });
});
