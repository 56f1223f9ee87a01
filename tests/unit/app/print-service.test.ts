import { describe, expect, it } from 'vitest';
import { noPolicies } from '../../../lib/app/policies.ts';
import { createPrintService } from '../../../lib/app/print-service.ts';
import { sampleEntry } from '../vault/samples.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

const CODES = ['AAAA-BBBB'];

async function openWorld() {
  const { world, ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  await vault.mutate((content) => ({ ...content, entries: [sampleEntry('e0')] }));
  const print = createPrintService({ vault, session: ports.session, clock: ports.clock, policies: ports.policies });
  const prepare = (entryId: string | null, site: string | null = null) =>
    print.prepare({ kind: 'print-codes', entryId, site, codes: CODES });
  return { world, vault, print, prepare };
}

describe('a sheet of backup codes', () => {
  it('is not laid out where the organisation forbids export in the clear', async () => {
    const { print, prepare, world } = await openWorld();
    world.policies = { ...noPolicies, plainExportForbidden: true };
    expect(await prepare('e0')).toEqual({ kind: 'failed', reason: 'export-forbidden' });
    expect(await print.take()).toEqual({ kind: 'print', job: null });
  });

  it('is not handed over where the organisation has forbidden it since it was laid out, nor kept for later', async () => {
    const { print, prepare, world } = await openWorld();
    await prepare('e0');
    world.policies = { ...noPolicies, plainExportForbidden: true };
    expect(await print.take()).toEqual({ kind: 'print', job: null });
    world.policies = noPolicies;
    expect(await print.take()).toEqual({ kind: 'print', job: null });
  });

  it('is handed over once, with the names of its account', async () => {
    const { print, prepare, world } = await openWorld();
    expect(await prepare('e0')).toEqual({ kind: 'done' });
    expect(await print.take()).toEqual({
      kind: 'print',
      job: {
        issuer: 'Example',
        account: 'jane@example.org',
        sites: [{ name: 'https://example.org', ascii: null }],
        codes: CODES,
        atUnixMs: world.now,
      },
    });
    expect(await print.take()).toEqual({ kind: 'print', job: null });
    expect(JSON.stringify([...world.memory])).not.toContain('AAAA');
  });

  it('of no known account has the site that showed the codes', async () => {
    const { print, prepare } = await openWorld();
    await prepare(null, 'https://xn--prtal-jye.example');
    expect(await print.take()).toMatchObject({
      job: { issuer: '', sites: [{ ascii: 'https://xn--prtal-jye.example' }] },
    });
  });

  it('is neither laid out nor handed over by a locked vault', async () => {
    const { print, prepare, vault } = await openWorld();
    await prepare('e0');
    await vault.lock();
    expect(await print.take()).toEqual({ kind: 'print', job: null });
    expect(await prepare('e0')).toEqual({ kind: 'failed', reason: 'locked' });
  });

  it('is forgotten when nobody took it for a minute', async () => {
    const { print, prepare, world } = await openWorld();
    await prepare('e0');
    world.now += 60_001;
    expect(await print.take()).toEqual({ kind: 'print', job: null });
  });
});
