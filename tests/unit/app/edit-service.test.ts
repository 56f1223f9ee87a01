import { describe, expect, it } from 'vitest';
import type { AccountEdit } from '../../../lib/app/edit-account.ts';
import { createEditService } from '../../../lib/app/edit-service.ts';
import { createFillMemory } from '../../../lib/app/fill-memory.ts';
import { sampleContent } from '../vault/samples.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

/** The service over an open vault of two accounts; `writes` counts what reached the storage. */
async function openService() {
  const { world, ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  await vault.mutate((content) => ({ ...content, entries: sampleContent('a', 'b').entries }));
  const memory = createFillMemory(ports.session, ports.clock);
  const service = createEditService({ ...ports, vault, memory });
  const meta = () => JSON.stringify([...world.disk]);
  const shown = async () => {
    const answer = await service.show({ kind: 'show-editable', entryId: 'a' });
    if (answer.kind !== 'editable') throw new Error(answer.kind);
    return answer.account;
  };
  const edit = async (part: Partial<AccountEdit>, despiteCodes = false, shownUnixMs?: number) => {
    const { issuer, account, updatedUnixMs } = await shown();
    const whole = { issuer, account, removedSites: [], codes: null, shownCounter: null, ...part };
    const about = { kind: 'edit-entry', entryId: 'a', shownUnixMs: shownUnixMs ?? updatedUnixMs } as const;
    return service.edit({ ...about, edit: whole, despiteCodes });
  };
  const stored = async () => {
    const content = await vault.read();
    if (!content.ok) throw new Error(content.error);
    return content.value;
  };
  const eight = async () => ({ codes: { ...(await shown()).codes, digits: 8, secretText: '' } });
  return { world, vault, memory, service, meta, shown, edit, stored, eight };
}

describe('editing an account', () => {
  it('saves names at once', async () => {
    const { edit, stored } = await openService();
    expect(await edit({ account: 'bob' })).toMatchObject({ kind: 'edited', keptId: null });
    expect(await stored()).toMatchObject({ entries: [{ id: 'a', account: 'bob' }, { id: 'b' }], trash: [] });
  });

  it('writes nothing where nothing is different, nor before the customer was told that codes change', async () => {
    const { edit, meta, eight } = await openService();
    const before = meta();
    expect(await edit({})).toEqual({ kind: 'unchanged' });
    expect(await edit(await eight())).toMatchObject({ kind: 'would-change-codes', changes: [{ field: 'digits' }] });
    expect(meta()).toBe(before);
  });

  it('changes codes by the second press, forgets what was filled before, and gives back what it was', async () => {
    const { edit, stored, eight, service, memory } = await openService();
    const written = { code: '111111', origin: 'https://example.org', documentId: 'D', isTop: true, life: null };
    await memory.filled('a', 1, { ...written, purpose: 'challenge' });
    const before = (await stored()).entries;
    const answer = await edit(await eight(), true);
    if (answer.kind !== 'edited' || answer.keptId === null) throw new Error(answer.kind);
    const { keptId, updatedUnixMs: shownUnixMs } = answer;
    expect(keptId).toMatch(/^[0-9a-f]{32}$/);
    expect(await memory.lastInTab(1)).toBe(null);
    expect(await stored()).toMatchObject({
      entries: [{ id: 'a', parameters: { digits: 8 }, state: 'pending' }, { id: 'b' }],
      trash: [{ entry: { id: keptId, parameters: { digits: 6 }, state: 'confirmed' } }],
    });
    expect(await service.undo({ kind: 'undo-edit', entryId: 'a', keptId, shownUnixMs })).toEqual({ kind: 'done' });
    expect((await stored()).entries).toEqual([{ ...before[0], updatedUnixMs: expect.any(Number) }, before[1]]);
    expect((await stored()).trash).toMatchObject([{ entry: { id: keptId, parameters: { digits: 8 } } }]);
    // A second press on the same notice must not turn it round again.
    expect(await service.undo({ kind: 'undo-edit', entryId: 'a', keptId, shownUnixMs })).toEqual({
      kind: 'failed',
      reason: 'changed-meanwhile',
    });
  });

  it('of two windows the later is refused and shown what the first one saved', async () => {
    const { edit, shown } = await openService();
    const { updatedUnixMs } = await shown();
    await edit({ account: 'first' });
    expect(await edit({ account: 'second' }, true, updatedUnixMs)).toEqual({
      kind: 'failed',
      reason: 'changed-meanwhile',
    });
    expect((await shown()).account).toBe('first');
  });

  it('says what is wrong with a key, and that the vault is locked', async () => {
    const { edit, eight, vault, service } = await openService();
    const { codes } = await eight();
    expect(await edit({ codes: { ...codes, secretText: '!' } }, true)).toEqual({
      kind: 'failed',
      reason: 'secret-invalid',
    });
    await vault.lock();
    expect(await service.show({ kind: 'show-editable', entryId: 'a' })).toEqual({ kind: 'failed', reason: 'locked' });
  });
});
