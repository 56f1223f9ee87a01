import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../support/e2e/text.ts';
import { type OpenProfile, openProfile } from '../../support/faults/open-profile.ts';
import {
  accountNames,
  adding,
  createVault,
  newKey,
  stateOf,
  tornCopies,
  unlock,
} from '../../support/faults/vault-acts.ts';

// What Chromium gives an extension without the permission for more; ours asks for that, and a disk may be full all the same.
const QUOTA = 10_485_760;

describe('in chromium, storage that is full to its quota', () => {
  const profile = mkdtempSync(join(tmpdir(), 'doorcode-full-'));
  const key = newKey();
  let open: OpenProfile;

  const start = () => openProfile(profile, 'chromium', { without: ['unlimitedStorage'] });
  const names = async (): Promise<readonly string[]> => [...((await accountNames(open.ask)) ?? [])].toSorted();

  beforeAll(async () => {
    open = await start();
    await createVault(open.ask, key);
    for (const name of ['one', 'two']) expect((await open.ask(adding(name))).kind).toBe('done');
  });

  afterAll(async () => {
    await open?.driver.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  it('takes no account and says so, loses none over a kill, and takes one again once there is room', async () => {
    expect(Number(await open.evaluate('chrome.storage.local.QUOTA_BYTES'))).toBe(QUOTA);
    // Ever smaller pieces, until not sixty-four bytes are left.
    const left = await open.evaluate(`(async () => {
      const { local } = chrome.storage;
      const room = async () => ${QUOTA} - (await local.getBytesInUse(null));
      for (let index = 0, size = ${QUOTA}; size > 8; index += 1)
        await local.set({ ['filler.' + index]: 'x'.repeat(size) }).catch(() => { size = Math.floor(size / 2); });
      return room();
    })()`);
    expect(Number(left)).toBeLessThan(64);

    const asked = await open.ask(adding('too much, '.repeat(300)));
    expect(asked).toMatchObject({ kind: 'failed', reason: 'not-saved' });
    const page = await open.driver.newPage();
    await page.goto(`${await open.evaluate('location.origin')}/popup.html?tab=0#manual`);
    const popup = await open.driver.ownPage('/popup.html?tab=0#manual');
    // Longer than what a vault is padded by.
    await popup.type({ labelled: 'manualIssuer' }, 'too much, '.repeat(120));
    await popup.type({ labelled: 'manualSecret' }, 'JBSWY3DPEHPK3PXP');
    await popup.press('Enter');
    expect(await popup.text('.notice-error')).toBe(textOf('problemTryAgain'));
    expect(await names()).toEqual(['one', 'two']);

    await open.driver.kill();
    open = await start();
    expect(await stateOf(open.ask)).toBe('locked');
    expect(await unlock(open.ask, key)).toMatchObject({ kind: 'opened', missed: null });
    expect(await names()).toEqual(['one', 'two']);
    expect(await tornCopies(open.ask)).toEqual([]);

    await open.evaluate(`chrome.storage.local.getKeys().then((keys) =>
      chrome.storage.local.remove(keys.filter((key) => key.startsWith('filler.'))))`);
    expect((await open.ask(adding('three'))).kind).toBe('done');
    expect(await names()).toEqual(['one', 'three', 'two']);
  });
});
