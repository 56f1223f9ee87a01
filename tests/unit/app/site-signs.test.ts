import { expect, it } from 'vitest';
import type { Badge } from '../../../lib/app/badge.ts';
import { noPolicies } from '../../../lib/app/policies.ts';
import { createSiteSigns, siteSign } from '../../../lib/app/site-signs.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { makeSites } from './fake-sites.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';
import { entryAt } from './sample-entry.ts';

const SITE = 'https://portal.example';
const OTHER = 'https://other.example';
const confirmed = entryAt(SITE, 'ada', { state: 'confirmed' });
const pending = entryAt(SITE, 'bob', { state: 'pending' });

/** Tab 1 shows an allowed site, tab 2 one that is not; a tab without an origin is one that the browser tells nothing of. */
async function openSigns(entries: readonly Entry[] = [confirmed]) {
  const { world, ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  await vault.mutate((content) => ({ ...content, entries }));
  const { sites, browser } = makeSites(ports);
  browser.granted.add(SITE);
  await sites.want(SITE, 1);
  const origins = new Map<number, string>([
    [1, SITE],
    [2, OTHER],
  ]);
  const buttons = new Map<number, Badge>([
    [1, 'none'],
    [2, 'none'],
  ]);
  const shows: string[] = [];
  const state = {
    allowedPortals: null as readonly string[] | null,
    whileShowing: () => {},
    whileAsked: () => {},
    asked: 0,
  };
  const signs = createSiteSigns({
    vault,
    sites,
    policies: { now: async () => ({ ...noPolicies, allowedPortals: state.allowedPortals }) },
    tabs: async () => {
      state.asked += 1;
      state.whileAsked();
      return [...buttons.keys()];
    },
    originOf: async (tabId) => origins.get(tabId) ?? null,
    toolbar: {
      shown: async (tabId) => buttons.get(tabId) ?? null,
      show: async (tabId, badge) => {
        shows.push(`${tabId} ${badge}`);
        buttons.set(tabId, badge);
        state.whileShowing();
      },
    },
  });
  return { world, vault, signs, sites, browser, origins, buttons, shows, state };
}

it('says of an allowed site that a code is here, or that an account still waits for the site', async () => {
  const { signs, buttons, vault } = await openSigns();
  await signs.renew(1);
  expect(buttons.get(1)).toBe('ready');
  await vault.mutate((content) => ({ ...content, entries: [confirmed, pending] }));
  await signs.renew(1);
  expect(buttons.get(1)).toBe('pending');
});

it.each<[string, readonly Entry[], Badge]>([
  ['none', [entryAt(OTHER, 'eve')], 'none'],
  ['one that is no longer in force', [entryAt(SITE, 'eve', { state: 'stale' })], 'none'],
  ['one that waits', [pending], 'pending'],
  ['one that waits and is kept all the same', [{ ...pending, keptUnconfirmed: true }], 'ready'],
])('knows of the accounts of a site: %s', (_which, entries, sign) => {
  expect(siteSign(entries, SITE)).toBe(sign);
});

it('touches no button on a site that was not allowed, or of which the browser tells nothing, though an account is there', async () => {
  const { signs, shows, origins } = await openSigns([confirmed, entryAt(OTHER, 'eve')]);
  await signs.renew(2);
  origins.delete(1);
  await signs.renew(1);
  expect(shows).toEqual([]);
});

it('is silent where the organisation lets no code be filled, and takes back what it said before', async () => {
  const { signs, buttons, state } = await openSigns();
  await signs.renewAll();
  state.allowedPortals = [OTHER];
  await signs.renewAll();
  expect(buttons.get(1)).toBe('none');
});

it('goes with the lock, and with the site that is no longer allowed', async () => {
  const { signs, buttons, vault, sites } = await openSigns();
  await signs.renewAll();
  await vault.lock();
  await signs.renewAll();
  expect(buttons.get(1)).toBe('none');
  await vault.unlockWithComputer();
  await signs.renewAll();
  expect(buttons.get(1)).toBe('ready');
  await sites.stop(SITE);
  await signs.renewAll();
  expect(buttons.get(1)).toBe('none');
});

it.each<Badge>(['locked', 'several', 'refused', 'unfilled', 'backup', 'code', 'perhaps-code'])(
  'leaves a sign that asks for a press where it stands: %s',
  async (badge) => {
    const { signs, buttons } = await openSigns();
    await signs.renew(1);
    await signs.show(1, badge);
    await signs.renewAll();
    expect(buttons.get(1)).toBe(badge);
  },
);

it('is covered by no older look where a press is asked for meanwhile', async () => {
  const { signs, buttons } = await openSigns();
  await Promise.all([signs.renew(1), signs.show(1, 'refused'), signs.renew(1)]);
  expect(buttons.get(1)).toBe('refused');
});

it('is there in all tabs once a sign that stood everywhere is taken off, but not over one for another reason', async () => {
  const { signs, buttons } = await openSigns();
  await signs.show(1, 'locked');
  await signs.show(2, 'refused');
  await signs.hideAll(['locked']);
  expect([...buttons.values()]).toEqual(['ready', 'refused']);
});

it('comes back when what asked for a press is over, and leaves signs that are not named', async () => {
  const { signs, buttons } = await openSigns();
  await signs.show(1, 'code');
  await signs.hide(1, ['perhaps-code']);
  expect(buttons.get(1)).toBe('code');
  await signs.hide(1, ['code']);
  expect(buttons.get(1)).toBe('ready');
  await signs.show(1, 'refused');
  await signs.show(1, 'none');
  expect(buttons.get(1)).toBe('ready');
});

it('is taken off a tab that went elsewhere while it was looked up', async () => {
  const { signs, buttons, origins, state } = await openSigns();
  state.whileShowing = () => origins.set(1, OTHER);
  await signs.renew(1);
  expect(buttons.get(1)).toBe('none');
});

it('does not put the lock off', async () => {
  const { signs, world, vault } = await openSigns();
  const minutes = await vault.autoLockMinutes();
  world.now += minutes * 60_000 - 10_000;
  await signs.renewAll();
  world.now += 20_000;
  expect((await vault.state()).kind).toBe('locked');
});

it('looks once more, and not again and again, for all that is asked while it looks', async () => {
  const { signs, state, buttons } = await openSigns();
  await Promise.all(Array.from({ length: 9 }, signs.renewAll));
  expect(state.asked).toBe(2);
  expect(buttons.get(1)).toBe('ready');
});

it('is shown with the next news where it could not be looked up', async () => {
  const { signs, buttons, state } = await openSigns();
  state.whileAsked = () => {
    throw new Error('the browser is busy');
  };
  await signs.renewAll();
  expect(buttons.get(1)).toBe('none');
  state.whileAsked = () => {};
  await signs.renewAll();
  expect(buttons.get(1)).toBe('ready');
});
