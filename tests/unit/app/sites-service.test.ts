import { describe, expect, it } from 'vitest';
import { createSitesService } from '../../../lib/app/sites-service.ts';
import { makeSites } from './fake-sites.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';
import { entryAt, idOf } from './sample-entry.ts';

const SITE = 'https://portal.example';
const OTHER = 'https://other.example';

/** Two accounts of a site where codes are filled by themselves, one of them of another site too. */
async function openSites() {
  const { world, ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  const entries = [entryAt(SITE, 'ada'), entryAt(OTHER, 'bob', { origins: [OTHER, SITE] }), entryAt(OTHER, 'cy')];
  await vault.mutate((content) => ({ ok: true, value: { ...content, entries } }));
  const { sites, browser } = makeSites(ports);
  browser.granted.add(SITE);
  await sites.want(SITE, 7);
  const service = createSitesService({ vault, sites, clock: ports.clock });
  const origins = async () => {
    const content = await vault.read();
    return content.ok ? Object.fromEntries(content.value.entries.map((one) => [one.account, one.origins])) : null;
  };
  return { world, vault, sites, browser, service, origins };
}

const before = { ada: [SITE], bob: [OTHER, SITE], cy: [OTHER] };
const done = { kind: 'done' };

describe('the sites that were allowed', () => {
  it('are told by the names that a customer reads', async () => {
    const { service, sites, browser } = await openSites();
    browser.granted.add('https://xn--bcher-kva.example');
    await sites.want('https://xn--bcher-kva.example', 8);
    expect(await service.list()).toEqual({
      kind: 'automatic',
      sites: [
        { name: SITE, ascii: null },
        { name: 'https://bücher.example', ascii: 'https://xn--bcher-kva.example' },
      ],
    });
  });

  it('are none while others use this computer too, or it is locked', async () => {
    const { service, sites, vault } = await openSites();
    await sites.setShared(true);
    expect(await service.list()).toEqual({ kind: 'automatic', sites: [] });
    await sites.setShared(false);
    await vault.lock();
    expect(await service.list()).toEqual({ kind: 'automatic', sites: [] });
  });
});

describe('a site that is stopped', () => {
  it('fills by a press as before where only filling by itself is stopped, and gives the grant back', async () => {
    const { service, sites, browser, origins } = await openSites();
    expect(await service.stop({ kind: 'stop-site', site: SITE, what: 'automatic' })).toEqual(done);
    expect([await sites.allows(SITE), browser.granted.has(SITE)]).toEqual([false, false]);
    expect(await origins()).toEqual(before);
  });

  it('is forgotten by each account, and by itself nothing is filled there either', async () => {
    const { service, sites, browser, origins, vault } = await openSites();
    expect(await service.stop({ kind: 'stop-site', site: SITE, what: 'all' })).toEqual(done);
    expect(await origins()).toEqual({ ada: [], bob: [OTHER], cy: [OTHER] });
    expect([await sites.allows(SITE), browser.granted.has(SITE)]).toEqual([false, false]);
    const content = await vault.read();
    const changed = content.ok ? content.value.entries.filter(({ updatedUnixMs }) => updatedUnixMs > 0) : [];
    expect(changed.map(({ id }) => id)).toEqual([idOf('ada'), idOf('bob')]);
  });

  it('stays as it was while Doorcode is locked', async () => {
    const { service, sites, browser, vault } = await openSites();
    await vault.lock();
    expect(await service.stop({ kind: 'stop-site', site: SITE, what: 'all' })).toMatchObject({ kind: 'failed' });
    expect([await sites.watches(SITE), browser.granted.has(SITE)]).toEqual([true, true]);
  });

  it('goes on filling by itself where the accounts could not be saved without it', async () => {
    const { service, sites, browser, world, origins } = await openSites();
    world.fault = () => 'lost';
    expect(await service.stop({ kind: 'stop-site', site: SITE, what: 'all' })).toMatchObject({ kind: 'failed' });
    world.fault = () => null;
    expect(await origins()).toEqual(before);
    expect([await sites.allows(SITE), browser.granted.has(SITE)]).toEqual([true, true]);
  });
});
