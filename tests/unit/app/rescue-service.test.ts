import { describe, expect, it } from 'vitest';
import { createFillMemory } from '../../../lib/app/fill-memory.ts';
import { createFillsUnderWay } from '../../../lib/app/fills-under-way.ts';
import { noPolicies } from '../../../lib/app/policies.ts';
import { createRescueService } from '../../../lib/app/rescue-service.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import { filled, leastScrypt, sampleEntry } from '../vault/samples.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

const tabId = 1;
const HOME = 'https://example.org';
const codes = [
  { code: 'USED-USED-USED', used: true },
  { code: 'NEXT-NEXT-NEXT', used: false },
];

async function openWorld(origin: string, slot: 'passphrase' | 'computer' = 'computer') {
  const { world, ports, vault } = makeWorld();
  await vault.create(slot === 'computer' ? onThisComputer : { passphrase: { kdf: leastScrypt, kek: filled(32, 5) } });
  await vault.mutate((content) => ({ ...content, entries: [{ ...sampleEntry('e0'), backupCodes: codes }] }));
  const memory = createFillMemory(ports.session, ports.clock);
  const done: string[] = [];
  const written: { origin: string; code: string }[] = [];
  const pages = {
    look: async () => [{ documentId: 'D', frameId: 0, origin, visible: true, box: 'none' as const }],
    writeBackup: async (_tabId: number, _documentId: string, order: { origin: string; code: string }) => {
      written.push(order);
      done.push('write');
      return 'filled' as const;
    },
    follow: async () => void done.push('follow'),
  };
  const rescue = createRescueService({ ...ports, vault, pages, memory, underWay: createFillsUnderWay() });
  return { world, vault, memory, written, done, rescue };
}

describe('a kept backup code', () => {
  it('goes into the box of its own site on request, the first that is not used, and is followed', async () => {
    const { rescue, written, done, memory } = await openWorld(HOME);
    expect(await rescue.fill({ kind: 'fill-backup-code', tabId, entryId: 'e0' })).toMatchObject({
      result: { kind: 'written' },
    });
    expect(written).toEqual([{ origin: HOME, code: 'NEXT-NEXT-NEXT' }]);
    // What the site answers at once is heard.
    expect(done).toEqual(['follow', 'write']);
    expect(await memory.lastInTab(tabId)).toMatchObject({ purpose: 'backup', code: '1 of 2' });
    // Memory outlives a lock.
    expect(JSON.stringify(await memory.lastInTab(tabId))).not.toContain('NEXT');
    // It is no code of the authenticator, and must not make one look used.
    expect((await memory.lastCodes()).size).toBe(0);
  });

  it.each(['https://example.com', 'https://example.org:8443', 'http://example.org', 'null'])(
    'goes nowhere at %s',
    async (origin) => {
      const { rescue, written } = await openWorld(origin);
      expect(await rescue.fill({ kind: 'fill-backup-code', tabId, entryId: 'e0' })).toMatchObject({
        result: { kind: 'withheld' },
      });
      expect(written).toEqual([]);
    },
  );

  it('goes nowhere at its own site where the organisation does not allow that', async () => {
    const { rescue, written, world } = await openWorld(HOME);
    world.policies = { ...noPolicies, allowedPortals: ['https://elsewhere.example'] };
    expect(await rescue.fill({ kind: 'fill-backup-code', tabId, entryId: 'e0' })).toMatchObject({
      result: { kind: 'withheld', reason: 'portal-not-allowed' },
    });
    expect(written).toEqual([]);
  });

  it('goes nowhere from a locked vault', async () => {
    const { rescue, written, vault } = await openWorld(HOME);
    await vault.lock();
    expect(await rescue.fill({ kind: 'fill-backup-code', tabId, entryId: 'e0' })).toMatchObject({ reason: 'locked' });
    expect(written).toEqual([]);
  });

  it('is shown only to who knows the passphrase', async () => {
    const { rescue } = await openWorld(HOME, 'passphrase');
    const ask = (proof: { slotId: string; kekBase64: string } | null) =>
      rescue.reveal({ kind: 'reveal-backup-codes', entryId: 'e0', proof });
    expect(await ask(null)).toEqual({ kind: 'failed', reason: 'passphrase-needed' });
    expect(await ask({ slotId: 'no', kekBase64: toBase64(filled(32, 5)) })).toMatchObject({ kind: 'failed' });
    expect(await ask({ slotId: 'no', kekBase64: '***' })).toEqual({ kind: 'failed', reason: 'wrong-passphrase' });
  });

  it('is shown with the right passphrase, and where the vault has none to ask for', async () => {
    const { rescue, vault } = await openWorld(HOME, 'passphrase');
    const state = await vault.state();
    const slotId = state.kind === 'unlocked' ? (state.slots[0]?.id ?? '') : '';
    const right = { slotId, kekBase64: toBase64(filled(32, 5)) };
    expect(await rescue.reveal({ kind: 'reveal-backup-codes', entryId: 'e0', proof: right })).toEqual({
      kind: 'backup-codes',
      codes,
    });
    const wrong = { slotId, kekBase64: toBase64(filled(32, 6)) };
    expect(await rescue.reveal({ kind: 'reveal-backup-codes', entryId: 'e0', proof: wrong })).toEqual({
      kind: 'failed',
      reason: 'wrong-passphrase',
    });
    const open = await openWorld(HOME);
    expect(await open.rescue.reveal({ kind: 'reveal-backup-codes', entryId: 'e0', proof: null })).toMatchObject({
      codes,
    });
  });
});
