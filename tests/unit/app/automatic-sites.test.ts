import { expect, it } from 'vitest';
import { makeSites } from './fake-sites.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

const ORIGIN = 'https://portal.example';

/** The sites beside an open vault. */
async function openSites(grantOf?: (origin: string) => string) {
  const made = makeWorld();
  await made.vault.create(onThisComputer);
  return { ...made, ...makeSites(made.ports, grantOf) };
}

it('waits for the grant of the browser, then registers the site and starts in the open tab', async () => {
  const { sites, browser } = await openSites();
  await sites.want(ORIGIN, 7);
  expect(await sites.allows(ORIGIN)).toBe(false);
  browser.granted.add(ORIGIN);
  await sites.settle();
  expect(await sites.allows(ORIGIN)).toBe(true);
  expect(browser).toMatchObject({ registered: [ORIGIN], injected: [7] });
});

it('never asks again unprompted after a refusal', async () => {
  const { sites } = await openSites();
  expect(await sites.stateOf(ORIGIN)).toBe('offer');
  await sites.want(ORIGIN, 7);
  expect(await sites.stateOf(ORIGIN)).toBe('off');
});

it('never asks again after *not now*, and fills nothing by itself there, until the customer looks for it', async () => {
  const { sites, browser } = await openSites();
  await sites.decline(ORIGIN);
  expect(await sites.stateOf(ORIGIN)).toBe('off');
  // Another site is offered all the same.
  expect(await sites.stateOf('https://other.example')).toBe('offer');
  browser.granted.add(ORIGIN);
  await sites.settle();
  expect(await sites.allows(ORIGIN)).toBe(false);
  await sites.want(ORIGIN, 7);
  expect(await sites.stateOf(ORIGIN)).toBe('on');
});

it('allows exactly the chosen origin: no other port, scheme or host', async () => {
  const { sites, browser } = await openSites();
  browser.granted.add(ORIGIN);
  await sites.want(ORIGIN, 7);
  for (const other of ['https://portal.example:8443', 'http://portal.example', 'https://portal.example.evil.example'])
    expect(await sites.allows(other), other).toBe(false);
});

it('forgets a site whose grant was taken back in the browser', async () => {
  const { sites, browser } = await openSites();
  browser.granted.add(ORIGIN);
  await sites.want(ORIGIN, 7);
  browser.granted.clear();
  await sites.reconcile();
  expect(await sites.allows(ORIGIN)).toBe(false);
  expect(browser.registered).toEqual([]);
});

it('registers again what the browser forgot, as Chromium does with each update, and nothing else', async () => {
  const { sites, browser } = await openSites();
  for (const origin of [ORIGIN, 'https://other.example']) {
    browser.granted.add(origin);
    await sites.want(origin, 7);
  }
  browser.granted.add('https://granted-by-hand.example');
  browser.registered = [];
  await sites.reconcile();
  expect(browser.registered).toEqual([ORIGIN, 'https://other.example']);
});

it('gives the grant back when the customer switches a site off', async () => {
  const { sites, browser } = await openSites();
  browser.granted.add(ORIGIN);
  await sites.want(ORIGIN, 7);
  await sites.stop(ORIGIN);
  expect(browser.granted.size).toBe(0);
  expect(await sites.stateOf(ORIGIN)).toBe('off');
});

it('keeps a grant that another chosen port of the same host needs', async () => {
  const { sites, browser } = await openSites();
  const other = 'https://portal.example:8443';
  for (const origin of [ORIGIN, other]) {
    browser.granted.add(origin);
    await sites.want(origin, 7);
  }
  await sites.stop(ORIGIN);
  expect(browser.granted.has(ORIGIN)).toBe(true);
  expect(browser.registered).toEqual([other]);
});

it('gives the grant back where each port has its own, as in Chromium', async () => {
  const { sites, browser } = await openSites((origin) => origin);
  const other = 'https://portal.example:8443';
  for (const origin of [ORIGIN, other]) {
    browser.granted.add(origin);
    await sites.want(origin, 7);
  }
  await sites.stop(ORIGIN);
  expect([...browser.granted]).toEqual([other]);
});

it('takes a grant that comes long after the wish for something else', async () => {
  const { world, sites, browser } = await openSites();
  await sites.want(ORIGIN, 7);
  world.now += 3 * 60_000;
  browser.granted.add(ORIGIN);
  await sites.settle();
  expect(await sites.allows(ORIGIN)).toBe(false);
});

it('wants nothing for a plain http origin', async () => {
  const { sites, browser } = await openSites();
  browser.granted.add('http://portal.example');
  await sites.want('http://portal.example', 7);
  expect(browser.registered).toEqual([]);
});

it('fills nothing by itself where others use the computer too, offers nothing, and has what was chosen back afterwards', async () => {
  const { sites, browser } = await openSites();
  browser.granted.add(ORIGIN);
  await sites.want(ORIGIN, 7);
  await sites.setShared(true);
  expect(browser.registered).toEqual([]);
  expect(await sites.allows(ORIGIN)).toBe(false);
  for (const origin of [ORIGIN, 'https://other.example']) expect(await sites.stateOf(origin)).toBe('off');
  browser.granted.add('https://other.example');
  await sites.want('https://other.example', 7);
  await sites.setShared(false);
  expect(browser.registered).toEqual([ORIGIN]);
  expect(await sites.allows(ORIGIN)).toBe(true);
  expect(await sites.stateOf('https://other.example')).toBe('offer');
});

it('goes on filling nothing by itself after a wish that was under way when others came to use the computer', async () => {
  const { sites, browser } = await openSites();
  await sites.want(ORIGIN, 7);
  await sites.setShared(true);
  browser.granted.add(ORIGIN);
  await sites.settle();
  expect(await sites.allows(ORIGIN)).toBe(false);
  expect(browser).toMatchObject({ registered: [], injected: [] });
});
