import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/e2e/until.ts';
import { inBackground, type OpenProfile, openProfile } from '../../support/faults/open-profile.ts';
import { createVault, newKey, stateOf } from '../../support/faults/vault-acts.ts';

// Headless Chromium's idle service never says so; its event is given by hand in the short pass.
describe('a computer that nobody touches, in firefox', () => {
  const profile = mkdtempSync(join(tmpdir(), 'doorcode-idle-'));
  let open: OpenProfile;

  beforeAll(async () => {
    open = await openProfile(profile, 'firefox');
  });

  afterAll(async () => {
    await open?.driver.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  it("locks when the browser's own idle service says so, as it never tells of a locked screen", async () => {
    await createVault(open.ask, newKey());
    expect(await stateOf(open.ask)).toBe('unlocked');
    // 15 s is the shortest that browsers take.
    await inBackground(open, 'browser.idle.setDetectionInterval(15)');
    await until('it is locked', async () => (await stateOf(open.ask)) === 'locked', 60_000);
  }, 90_000);
});
