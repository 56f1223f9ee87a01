import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withNextCounter } from '../../../lib/app/entry-changes.ts';
import { createUndoService, forgetUndo, rememberAdded } from '../../../lib/app/undo-import.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

const entry = (index: number, more: Partial<Entry> = {}): Entry => ({
  id: String(index).padStart(32, '0'),
  issuer: 'Acme',
  account: `account-${index}`,
  parameters: { type: 'hotp', secret: new Uint8Array(20).fill(0x41), algorithm: 'SHA1', digits: 6, counter: 0 },
  origins: [],
  state: 'confirmed',
  backupCodes: [{ code: 'k0mp4-9x0tz', used: false }],
  replaces: null,
  createdUnixMs: 1,
  updatedUnixMs: 1,
  ...more,
});

/** A vault that has just got accounts together, beside those it had. */
async function added(before: readonly Entry[], now: readonly Entry[]) {
  const { ports, vault, world } = makeWorld();
  await vault.create(onThisComputer);
  await vault.mutate((content) => ({ ...content, entries: [...before, ...now] }));
  const filled = new Map<string, string>();
  const service = createUndoService({ vault, ...ports, memory: { lastCodes: async () => filled } });
  const undo = await rememberAdded(ports, now);
  const stored = async () => {
    const content = await vault.read();
    if (!content.ok) throw new Error(content.error);
    return { entries: content.value.entries, gone: content.value.trash.map(({ entry: one }) => one) };
  };
  return { ports, vault, world, filled, stored, service, undo: undo ?? '' };
}
type World = Awaited<ReturnType<typeof added>>;
const change =
  (of: (one: Entry) => Entry) =>
  async ({ vault }: World) => {
    await vault.mutate((content) => ({
      ...content,
      entries: content.entries.map((one) => (one.id === entry(2).id ? of(one) : one)),
    }));
  };

describe('undo of what was added together', () => {
  it('takes back one that was only pinned and put in a group since', async () => {
    const world = await added([], [entry(2)]);
    await change((one) => ({ ...one, pinned: true, group: 'Work' }))(world);
    const answer = await world.service.undo({ kind: 'undo-restore', undo: world.undo });
    expect(answer).toEqual({ kind: 'undone', removed: 1, stayed: [] });
  });

  it('moves just those to the removed ones, whole, and once', async () => {
    const { service, undo, stored } = await added([entry(1)], [entry(2), entry(3)]);
    expect(await service.undo({ kind: 'undo-restore', undo })).toEqual({ kind: 'undone', removed: 2, stayed: [] });
    expect(await stored()).toEqual({ entries: [entry(1)], gone: [entry(2), entry(3)] });
    expect(await service.undo({ kind: 'undo-restore', undo })).toEqual({ kind: 'failed', reason: 'nothing-to-undo' });
  });

  it.each([
    ['was filled', async ({ filled }: World) => void filled.set(entry(2).id, '123456')],
    ['got a site', change((one) => ({ ...one, origins: ['https://a.example'] }))],
    ['went to its next counter', change(withNextCounter)],
    ['got another name', change((one) => ({ ...one, account: 'renamed' }))],
    ['used a backup code', change((one) => ({ ...one, backupCodes: [{ code: 'k0mp4-9x0tz', used: true }] }))],
    ['was changed otherwise', change((one) => ({ ...one, updatedUnixMs: 2 }))],
  ])('leaves one that %s since, and names it', async (_, use) => {
    const world = await added([], [entry(2), entry(3)]);
    await use(world);
    const answer = await world.service.undo({ kind: 'undo-restore', undo: world.undo });
    const { entries, gone } = await world.stored();
    expect(answer).toEqual({
      kind: 'undone',
      removed: 1,
      stayed: [{ issuer: 'Acme', account: entries[0]?.account }],
    });
    expect(entries.map(({ id }) => id)).toEqual([entry(2).id]);
    expect(gone).toEqual([entry(3)]);
  });

  it('takes back nothing after the lock, nothing of an earlier addition, and nothing by a made-up name', async () => {
    const { service, undo, stored, ports } = await added([], [entry(2)]);
    const later = await rememberAdded(ports, [entry(2)]);
    const gone = { kind: 'failed', reason: 'nothing-to-undo' };
    expect(await service.undo({ kind: 'undo-restore', undo })).toEqual(gone);
    expect(await service.undo({ kind: 'undo-restore', undo: '' })).toEqual(gone);
    await forgetUndo(ports.session);
    expect(await service.undo({ kind: 'undo-restore', undo: later ?? '' })).toEqual(gone);
    expect((await stored()).entries).toEqual([entry(2)]);
  });

  it('can be tried again where the vault was not open', async () => {
    const { service, undo, vault, stored } = await added([], [entry(2)]);
    await vault.lock();
    expect(await service.undo({ kind: 'undo-restore', undo })).toEqual({ kind: 'failed', reason: 'locked' });
    await vault.unlockWithComputer();
    expect(await service.undo({ kind: 'undo-restore', undo })).toMatchObject({ removed: 1 });
    expect((await stored()).entries).toEqual([]);
  });

  it('keeps neither names, keys nor backup codes in mind', async () => {
    const { world } = await added([], [entry(2)]);
    const kept = JSON.stringify(world.memory.get('added.undo'));
    expect(kept).toContain(entry(2).id);
    expect(kept).not.toMatch(/Acme|account-2|k0mp4|QUFB|65,65|4141/);
    // A key that can be guessed could be tried on what is kept, if it were part of it.
    const other = { ...entry(2).parameters, secret: new Uint8Array(20).fill(0x42) };
    const { world: second } = await added(
      [],
      [entry(2, { parameters: other, backupCodes: [{ code: 'z', used: false }] })],
    );
    expect(second.memory.get('added.undo')).toMatchObject({
      looks: Reflect.get(Object(world.memory.get('added.undo')), 'looks'),
    });
  });

  it('gives the accounts that were there before, whatever was added', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(20), { maxLength: 6 }), fc.nat(6), async (ids, at) => {
        const [before, now] = [ids.slice(0, at).map((id) => entry(id)), ids.slice(at).map((id) => entry(id))];
        const { service, undo, stored } = await added(before, now);
        if (now.length > 0) await service.undo({ kind: 'undo-restore', undo });
        expect((await stored()).entries).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });
});
