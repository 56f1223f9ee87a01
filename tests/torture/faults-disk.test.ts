import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases, chanceFrom, seed } from '../support/chance.ts';
import { browsers } from '../support/e2e/driver.ts';
import { lookForCanaries, lookForPlainCanary } from '../support/faults/canaries.ts';
import { type Prepared, prepareProfile, sufferDamage } from '../support/faults/corruption.ts';
import { damages } from '../support/faults/damages.ts';
import { lookForTypedSecrets } from '../support/faults/typed-secrets.ts';

describe(`a profile whose files were damaged while the browser was closed (seed ${seed})`, () => {
  const chance = chanceFrom(seed);
  const outcomes = new Map<string, number>();
  let prepared: Prepared;

  beforeAll(async () => {
    prepared = await prepareProfile();
  });

  afterAll(() => {
    console.log([...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(', '));
    rmSync(prepared.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  it.each(damages)('gives the vault back, or says that it cannot, and never begins anew: $name', async (damage) => {
    for (let run = 0; run < cases(damage.name.includes('changed') ? 3 : 1); run += 1) {
      const { outcome, faults } = await sufferDamage(prepared, damage, chance);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      expect(outcome === 'absent').toBe(damage.leaves === 'nothing');
      expect(faults).toEqual([]);
    }
  });
});

describe('secrets on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorcode-canaries-'));
  const temporary = () => mkdtempSync(join(folder, 'profile-'));

  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));

  it.each(browsers)('are in no file of the profile in any encoding, after any act: %s', async (name) => {
    const { acts, bytes, found } = await lookForCanaries(temporary(), name, { afterEach: true });
    console.log(`${name}: ${acts} looks through ${Math.round(bytes / 2 ** 20)} MB in all: ${found.length} found`);
    expect(found).toEqual([]);
  });

  it('are not there when a passphrase, shown, and an emergency key were typed and left in their tab', async () => {
    expect(await lookForTypedSecrets(temporary())).toEqual([]);
  });

  it.each(browsers)('would be found in every encoding: %s', async (name) => {
    expect(await lookForPlainCanary(temporary(), name)).toEqual([]);
  });
});
