import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange } from '../../../lib/app/arrange.ts';
import { createArrangeService } from '../../../lib/app/arrange-service.ts';
import { createFillMemory } from '../../../lib/app/fill-memory.ts';
import type { Entry, VaultContent } from '../../../lib/vault/entry.ts';
import { sampleContent } from '../vault/samples.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';
import { entryAt } from './sample-entry.ts';

const ids = ({ entries }: Pick<VaultContent, 'entries'>) => entries.map(({ id }) => id);
const inOrder = (...order: string[]) => ({ marks: [], order });

describe('arranging accounts', () => {
  it('gives those named the places that they have together, in the order named', () => {
    const content = sampleContent('a', 'b', 'c', 'd');
    expect(ids(arrange(content, inOrder('d', 'b')))).toEqual(['a', 'd', 'c', 'b']);
    expect(ids(arrange(content, inOrder('d', 'c', 'b', 'a')))).toEqual(['d', 'c', 'b', 'a']);
  });

  it('passes over names that no account has, and names that come twice', () => {
    const content = sampleContent('a', 'b', 'c');
    expect(ids(arrange(content, inOrder('gone', 'c', 'c', 'a', 'c')))).toEqual(['c', 'b', 'a']);
  });

  it('loses no account and makes none, whatever is named', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'gone');
    fc.assert(
      fc.property(fc.uniqueArray(names), fc.array(names), (there, order) => {
        const content = sampleContent(...there);
        const { entries } = arrange(content, inOrder(...order));
        expect(ids({ entries }).toSorted()).toEqual(there.toSorted());
        const named = [...new Set(order)].filter((name) => there.some((one) => one === name));
        expect(ids({ entries }).filter((id) => named.some((name) => name === id))).toEqual(named);
      }),
    );
  });

  it('pins and groups, takes both away again, and leaves the time of the last change', () => {
    const content = sampleContent('a', 'b');
    const marked = arrange(content, { marks: [{ entryId: 'a', pinned: true, group: '  Work ' }], order: [] });
    expect(marked.entries).toEqual([{ ...content.entries[0], pinned: true, group: 'Work' }, content.entries[1]]);
    const bare = arrange(marked, { marks: [{ entryId: 'a', pinned: false, group: ' ' }], order: [] });
    expect(bare.entries).toEqual(content.entries);
  });
});

/** The service over an open vault. */
async function openService(entries: readonly Entry[]) {
  const { ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  await vault.mutate((content) => ({ ...content, entries }));
  const memory = createFillMemory(ports.session, ports.clock);
  const { nowUnixMs } = ports.clock;
  const codes = { now: async () => ({ nowUnixMs, correctionSeconds: 0, onThisClock: (unixMs: number) => unixMs }) };
  const service = createArrangeService({ vault, memory, codes, clock: ports.clock });
  const stored = async () => {
    const content = await vault.read();
    if (!content.ok) throw new Error(content.error);
    return { order: ids(content.value), removed: ids({ entries: content.value.trash.map(({ entry }) => entry) }) };
  };
  return { service, stored, vault };
}
const { entries: three } = sampleContent('a', 'b', 'c');

describe('the list of all accounts', () => {
  it('has them in the customer’s order, each with its code, pin and group, and never a key', async () => {
    const [a, b] = [
      entryAt('https://a.example', 'a'),
      entryAt('https://b.example', 'b', { pinned: true, group: 'Work' }),
    ];
    const { service } = await openService([a, b]);
    const answer = await service.list();
    expect(answer).toMatchObject({
      kind: 'accounts',
      accounts: [
        { id: a.id, pinned: false, group: '' },
        { id: b.id, code: expect.stringMatching(/^\d{6}$/), pinned: true, group: 'Work' },
      ],
    });
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  it('is refused while the vault is locked', async () => {
    const { service, vault } = await openService(three);
    await vault.lock();
    expect(await service.list()).toEqual({ kind: 'failed', reason: 'locked' });
  });

  it('is stored as it was arranged', async () => {
    const { service, stored } = await openService(three);
    const order = ['c', 'b', 'a'];
    expect(await service.arrange({ kind: 'arrange-accounts', marks: [], order })).toEqual({ kind: 'done' });
    expect((await stored()).order).toEqual(order);
  });

  it('loses several at once, and has them back where they stood', async () => {
    const { service, stored } = await openService(three);
    expect(await service.remove({ kind: 'remove-accounts', entryIds: ['a', 'b'] })).toEqual({ kind: 'done' });
    expect(await stored()).toEqual({ order: ['c'], removed: ['a', 'b'] });
    const back = { kind: 'put-back-accounts', entryIds: ['b', 'a'], order: ['a', 'b', 'c'] } as const;
    expect(await service.putBack(back)).toEqual({ kind: 'done' });
    expect(await stored()).toEqual({ order: ['a', 'b', 'c'], removed: [] });
  });

  it('says so where there is nothing to remove or to put back', async () => {
    const { service } = await openService(three);
    const none = { kind: 'failed', reason: 'no-entry' };
    expect(await service.remove({ kind: 'remove-accounts', entryIds: ['gone'] })).toEqual(none);
    expect(await service.putBack({ kind: 'put-back-accounts', entryIds: ['a'], order: [] })).toEqual(none);
  });
});
