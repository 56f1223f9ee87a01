import { describe, expect, it } from 'vitest';
import { noPolicies } from '../../../lib/app/policies.ts';
import { createPrintService } from '../../../lib/app/print-service.ts';
import { formatKeyUri } from '../../../lib/otp/key-uri.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import { filled, sampleEntry } from '../vault/samples.ts';
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

describe('a sheet of all accounts', () => {
  const sheet = async () => {
    const { print, world, vault } = await openWorld();
    return { print, world, vault, prepare: () => print.prepareAccounts({ kind: 'print-accounts', proof: null }) };
  };
  const none = { kind: 'print', job: null };

  it('has the names, the setup key in groups of four and the text of the QR code of each, once', async () => {
    const { print, prepare, vault, world } = await sheet();
    const odd = { type: 'hotp', secret: filled(3, 255), algorithm: 'SHA256', digits: 8, counter: 4 } as const;
    const steam = { type: 'steam', secret: filled(20, 1) } as const;
    const slow = { type: 'totp', secret: filled(5, 1), algorithm: 'SHA1', digits: 6, periodSeconds: 60 } as const;
    const parameters = [odd, steam, slow];
    await vault.mutate((content) => ({
      ...content,
      entries: [
        ...content.entries,
        ...parameters.map((one, at) => ({ ...sampleEntry(`e${at + 1}`), parameters: one })),
        { ...sampleEntry('long'), account: 'a'.repeat(2_200) },
      ],
    }));
    await prepare();
    const answer = await print.take();
    if (answer.kind !== 'print-sheet') throw new Error(answer.kind);
    expect(answer.sheet.atUnixMs).toBe(world.now);
    const [first, ...others] = answer.sheet.accounts;
    expect(first).toEqual({
      issuer: 'Example',
      account: 'jane@example.org',
      uri: formatKeyUri(sampleEntry('e0')),
      setupKey: 'GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ',
      codes: null,
    });
    expect(others.map(({ codes }) => codes)).toEqual([
      { kind: 'hotp', digits: 8, algorithm: 'SHA256', periodSeconds: null },
      { kind: 'steam' },
      { kind: 'totp', digits: 6, algorithm: 'SHA1', periodSeconds: 60 },
      null,
    ]);
    expect(others[0]?.setupKey).toBe('7777 6');
    expect(others[3]?.uri).toBeNull();
    expect(await print.take()).toEqual(none);
  });

  it('keeps no key where it waits', async () => {
    const { prepare, world } = await sheet();
    expect(await prepare()).toEqual({ kind: 'done' });
    const waiting = JSON.stringify(world.memory.get('print.job'));
    expect(waiting).toBe(JSON.stringify({ accounts: true, atUnixMs: world.now }));
  });

  it('is neither laid out nor handed over where the organisation forbids it, the vault is locked, or a minute is over', async () => {
    const { print, prepare, world, vault } = await sheet();
    await prepare();
    world.policies = { ...noPolicies, plainExportForbidden: true };
    expect(await prepare()).toEqual({ kind: 'failed', reason: 'export-forbidden' });
    expect(await print.take()).toEqual(none);
    world.policies = noPolicies;
    await prepare();
    world.now += 60_001;
    expect(await print.take()).toEqual(none);
    await prepare();
    await vault.lock();
    expect(await print.take()).toEqual(none);
    expect(await prepare()).toEqual({ kind: 'failed', reason: 'locked' });
  });

  it('is for nobody who proves another passphrase', async () => {
    const { print } = await sheet();
    const proof = { slotId: '1'.repeat(32), kekBase64: toBase64(filled(32, 1)) };
    expect(await print.prepareAccounts({ kind: 'print-accounts', proof })).toMatchObject({ kind: 'failed' });
    expect(await print.take()).toEqual(none);
  });
});
