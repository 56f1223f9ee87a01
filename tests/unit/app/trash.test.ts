import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleteForGood, isAnyDue, KEPT_MS, passTime, putBack, trashEntry } from '../../../lib/app/trash.ts';
import { createTrashService, tidyVault } from '../../../lib/app/trash-service.ts';
import type { Entry, VaultContent } from '../../../lib/vault/entry.ts';
import { sampleContent, sampleEntry } from '../vault/samples.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

const DAY_MS = 24 * 3_600_000;
const NOW = 1_750_000_000_000;
const YEAR_MS = 365 * DAY_MS;

/** A vault whose last write was just now, with one account removed and one left. */
const withRemoved = (): VaultContent => trashEntry(passTime(sampleContent('kept', 'gone'), NOW), 'gone', NOW);

/** Writes every so many days, as a customer does who uses the vault. */
function writeDaily(content: VaultContent, fromUnixMs: number, days: number): VaultContent {
  let next = content;
  for (let day = 1; day <= days; day += 1) next = passTime(next, fromUnixMs + day * DAY_MS);
  return next;
}
const trashIds = ({ trash }: VaultContent) => trash.map(({ entry }) => entry.id);
const ids = ({ entries }: VaultContent) => entries.map(({ id }) => id);

describe('a removed account', () => {
  it('is none of those that are listed and filled, and is put back as it was', () => {
    const removed = withRemoved();
    expect([ids(removed), trashIds(removed)]).toEqual([['kept'], ['gone']]);
    const back = putBack(removed, 'gone', NOW + 5);
    expect(back.entries).toEqual([sampleEntry('kept'), { ...sampleEntry('gone'), updatedUnixMs: NOW + 5 }]);
    expect(back.trash).toEqual([]);
  });

  it('is deleted for good only by its own name, and only from the trash', () => {
    const removed = withRemoved();
    expect(trashIds(deleteForGood(removed, 'gone'))).toEqual([]);
    expect(deleteForGood(removed, 'kept')).toBe(removed);
    expect(trashEntry(removed, 'nobody', NOW)).toBe(removed);
    expect(putBack(removed, 'kept', NOW)).toBe(removed);
  });

  it('is deleted by the write after 30 days, not before', () => {
    const removed = withRemoved();
    expect(trashIds(writeDaily(removed, NOW, 29))).toEqual(['gone']);
    expect(trashIds(passTime(writeDaily(removed, NOW, 29), NOW + KEPT_MS - 1))).toEqual(['gone']);
    expect(trashIds(writeDaily(removed, NOW, 30))).toEqual([]);
    expect(ids(writeDaily(removed, NOW, 30))).toEqual(['kept']);
  });

  it('outlives a clock that was set years ahead, also while it stays so for days, and is set right again', () => {
    let content = writeDaily(withRemoved(), NOW, 10);
    content = writeDaily(content, NOW + 10 * YEAR_MS, 3);
    expect(trashIds(content)).toEqual(['gone']);
    content = writeDaily(content, NOW + 11 * DAY_MS, 3);
    expect(trashIds(content)).toEqual(['gone']);
  });

  it('is never younger than 30 days by the computer’s clock when it goes, whatever the clock does', () => {
    const jump = fc.integer({ min: -400, max: 400 });
    fc.assert(
      fc.property(fc.array(jump, { maxLength: 40 }), (jumps) => {
        let content = withRemoved();
        let now = NOW;
        for (const days of jumps) {
          const before = content;
          now = Math.max(0, now + days * DAY_MS);
          content = passTime(content, now);
          for (const { entry, trashedUnixMs } of before.trash)
            if (!trashIds(content).includes(entry.id)) expect(now - trashedUnixMs).toBeGreaterThanOrEqual(KEPT_MS);
          expect(content.age.passedMs).toBeGreaterThanOrEqual(before.age.passedMs);
          expect(content.age.passedMs - before.age.passedMs).toBeLessThanOrEqual(7 * DAY_MS);
        }
      }),
    );
  });
});

describe('an account that its site ended', () => {
  const ended = (updatedUnixMs: number): VaultContent => {
    const entry: Entry = { ...sampleEntry('over'), state: 'stale', updatedUnixMs };
    return { ...sampleContent('one'), entries: [sampleEntry('one'), entry] };
  };

  it('stays among the codes for 30 days and then goes to the trash, where it stays: the site may have been misunderstood', () => {
    expect(ids(passTime(ended(NOW - KEPT_MS + 1), NOW))).toEqual(['one', 'over']);
    const moved = passTime(ended(NOW - KEPT_MS), NOW);
    expect([ids(moved), trashIds(moved)]).toEqual([['one'], ['over']]);
    expect(trashIds(writeDaily(moved, NOW, 100))).toEqual(['over']);
    expect(trashIds(deleteForGood(moved, 'over'))).toEqual([]);
  });

  it('that was put back gets its 30 days anew', () => {
    const back = putBack(passTime(ended(NOW - 2 * KEPT_MS), NOW), 'over', NOW);
    expect(back.entries[1]).toMatchObject({ id: 'over', state: 'stale' });
    expect(isAnyDue(back, NOW)).toBe(false);
    expect(isAnyDue(back, NOW + KEPT_MS)).toBe(true);
  });

  it('in force never goes by itself', () => {
    expect(isAnyDue(sampleContent('one'), NOW + 10 * YEAR_MS)).toBe(false);
  });
});

describe('the vault', () => {
  async function openWorld(...entries: Entry[]) {
    const { world, ports, vault } = makeWorld();
    await vault.create(onThisComputer);
    await vault.mutate((content) => ({ ...content, entries }));
    return { world, vault, service: createTrashService({ vault, clock: ports.clock }), clock: ports.clock };
  }
  const contentOf = async ({ vault }: Awaited<ReturnType<typeof openWorld>>) => {
    const content = await vault.read();
    if (!content.ok) throw new Error(content.error);
    return content.value;
  };

  it('removes, lists without a secret or a code, and puts back on request', async () => {
    const made = await openWorld(sampleEntry('one'), sampleEntry('two'));
    expect(await made.service.remove({ kind: 'remove-entry', entryId: 'one' })).toEqual({ kind: 'done' });
    expect(ids(await contentOf(made))).toEqual(['two']);
    expect(await made.service.list()).toEqual({
      kind: 'removed',
      accounts: [
        {
          id: 'one',
          issuer: 'Example',
          account: 'jane@example.org',
          state: 'confirmed',
          sites: [{ name: 'https://example.org', ascii: null }],
          removedUnixMs: made.world.now,
          keptUntilUnixMs: made.world.now + KEPT_MS,
        },
      ],
    });
    expect(await made.service.putBack({ kind: 'put-back', entryId: 'one' })).toEqual({ kind: 'done' });
    expect(ids(await contentOf(made))).toEqual(['two', 'one']);
    expect(await made.service.putBack({ kind: 'put-back', entryId: 'one' })).toMatchObject({ reason: 'no-entry' });
    expect(await made.service.deleteForGood({ kind: 'delete-for-good', entryId: 'one' })).toMatchObject({
      reason: 'no-entry',
    });
  });

  it('moves what is due when it opens, and writes nothing when nothing is', async () => {
    const made = await openWorld({ ...sampleEntry('over'), state: 'stale', updatedUnixMs: 1_700_000_000_000 });
    const before = made.world.disk.get('vault.meta');
    await tidyVault(made);
    expect(made.world.disk.get('vault.meta')).toEqual(before);
    made.world.now += KEPT_MS;
    await made.vault.lock();
    await made.vault.unlockWithComputer();
    await tidyVault(made);
    expect(trashIds(await contentOf(made))).toEqual(['over']);
  });
});
