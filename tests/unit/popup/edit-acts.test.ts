import { describe, expect, it } from 'vitest';
import { createPopup } from '../../../entrypoints/popup/popup.ts';
import type { AccountEdit } from '../../../lib/app/edit-account.ts';
import { createEditService } from '../../../lib/app/edit-service.ts';
import { listEntries } from '../../../lib/app/entry-listing.ts';
import { createFillMemory } from '../../../lib/app/fill-memory.ts';
import type { PageAnswer } from '../../../lib/app/page-answers.ts';
import { createTrashService } from '../../../lib/app/trash-service.ts';
import type { Ask } from '../../../lib/messages/client.ts';
import { makeWorld, onThisComputer } from '../app/fake-world.ts';
import { scriptedBackground } from '../messages/scripted-background.ts';
import { sampleContent } from '../vault/samples.ts';
import { inertPorts } from './inert-ports.ts';

const origin = 'https://example.org';

/** A popup on the screen of account `a`, over the services that answer it; `elsewhere` is another window's edit. */
async function openForm() {
  const { world, ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  await vault.mutate((content) => ({ ...content, entries: sampleContent('a', 'b').entries }));
  const edits = createEditService({ ...ports, vault, memory: createFillMemory(ports.session, ports.clock) });
  const trash = createTrashService({ vault, clock: ports.clock });
  const time = { nowUnixMs: () => world.now, onThisClock: (unixMs: number) => unixMs, correctionSeconds: 0 };

  async function list(): Promise<PageAnswer> {
    const content = await vault.read();
    if (!content.ok) return { kind: 'failed', reason: content.error };
    const entries = listEntries(content.value.entries, { origin, time, used: new Map(), most: 100 });
    const site = {
      origin,
      automatic: 'off',
      submits: false,
      refused: null,
      lookAlike: null,
      offer: null,
      practise: false,
      missed: null,
    } as const;
    return { kind: 'entries', ...site, correctionSeconds: 0, entries };
  }
  const answer = scriptedBackground({
    'vault-state': async () => ({ kind: 'vault-state', state: await vault.state() }),
    'list-entries': list,
    'show-editable': edits.show,
    'edit-entry': edits.edit,
    'undo-edit': edits.undo,
    'remove-entry': trash.remove,
    'put-back': trash.putBack,
    'list-removed': trash.list,
  });
  const ask: Ask = (sent) => {
    world.now += 1;
    return answer(sent);
  };
  const popup = createPopup({
    ...inertPorts,
    ask,
    nowUnixMs: () => world.now,
  });
  await popup.retry();
  popup.openAccount('a');
  await popup.openEdit();
  const form = () => {
    const edit = popup.current().account?.edit;
    if (edit == null || edit === 'left') throw new Error('no form');
    return edit;
  };
  const edit = (part: Partial<AccountEdit> = {}): AccountEdit => {
    const { issuer, account } = form().shown;
    return { issuer, account, removedSites: [], codes: null, shownCounter: null, ...part };
  };
  const eight = () => edit({ codes: { ...form().shown.codes, digits: 8, secretText: '' } });
  const elsewhere = async (account: string) => {
    const answer = await edits.show({ kind: 'show-editable', entryId: 'a' });
    if (answer.kind !== 'editable') throw new Error(answer.kind);
    const { updatedUnixMs: shownUnixMs } = answer.account;
    await edits.edit({ kind: 'edit-entry', entryId: 'a', shownUnixMs, edit: edit({ account }), despiteCodes: false });
  };
  const listed = () => popup.current().entries.find(({ id }) => id === 'a');
  const removedIds = async () => {
    const content = await vault.read();
    return content.ok ? content.value.trash.map(({ entry }) => entry.id) : [];
  };
  return { popup, vault, form, edit, eight, elsewhere, listed, removedIds };
}

describe('the form of an account', () => {
  it('saves names by one press and goes back to the account', async () => {
    const { popup, edit, listed } = await openForm();
    const names: unknown[] = [];
    popup.subscribe(({ account }) => void (account?.edit === 'left' && names.push(listed()?.account)));
    await popup.saveEdit(edit({ account: 'bob', removedSites: [origin] }));
    expect(new Set(names)).toEqual(new Set(['bob']));
    expect(listed()).toMatchObject({ account: 'bob', sites: [] });
    expect(popup.current()).toMatchObject({
      screen: 'account',
      failed: false,
      success: { kind: 'edited', undo: null },
    });
    expect(popup.current().account).toMatchObject({ entryId: 'a', edit: 'left' });
  });

  it('saves codes by the second press only, and takes them back by one', async () => {
    const { popup, form, eight, listed, removedIds } = await openForm();
    await popup.confirmEdit();
    expect(popup.current().failed).toBe(true);
    await popup.saveEdit(eight());
    expect(form().warned?.changes).toEqual([{ field: 'digits', from: 6, to: 8 }]);
    expect(listed()?.code).toHaveLength(6);
    popup.returnToEdit();
    expect(form().warned).toBe(null);
    await popup.confirmEdit();
    expect(listed()?.code).toHaveLength(6);
    await popup.saveEdit(eight());
    await popup.confirmEdit();
    expect(listed()?.code).toHaveLength(8);
    const { success } = popup.current();
    if (success?.kind !== 'edited' || success.undo === null) throw new Error('no undo');
    expect(await removedIds()).toEqual([success.undo.keptId]);
    await popup.undoEdit(success.undo);
    expect(listed()).toMatchObject({ code: expect.stringMatching(/^\d{6}$/), state: 'confirmed' });
    expect(popup.current().success).toEqual({ kind: 'edit-undone' });
    await popup.undoEdit(success.undo);
    expect(popup.current()).toMatchObject({ success: { kind: 'edit-not-undone' }, failed: false });
  });

  it('says that nothing was different', async () => {
    const { popup, edit } = await openForm();
    await popup.saveEdit(edit());
    expect(popup.current().success).toEqual({ kind: 'edit-unchanged' });
  });

  it('does not overwrite what another window saved, and shows that instead, also at the second press', async () => {
    for (const confirmed of [false, true]) {
      const { popup, form, edit, eight, elsewhere, listed } = await openForm();
      if (confirmed) await popup.saveEdit(eight());
      await elsewhere('theirs');
      await (confirmed ? popup.confirmEdit() : popup.saveEdit(edit({ account: 'mine' })));
      expect(form()).toMatchObject({ meanwhile: true, warned: null, shown: { account: 'theirs' } });
      expect(popup.current().failed).toBe(false);
      await popup.retry();
      expect(listed()).toMatchObject({ account: 'theirs', code: expect.stringMatching(/^\d{6}$/) });
    }
  });

  it.each([
    ['issuer-too-long', { issuer: 'x'.repeat(9_000) }],
    ['account-too-long', { account: 'x'.repeat(4_097) }],
  ] as const)('says %s of what no message could carry, and stays', async (problem, part) => {
    const { popup, form, edit, listed } = await openForm();
    await popup.saveEdit(edit(part));
    expect(form().problem).toBe(problem);
    expect(popup.current().failed).toBe(false);
    expect(listed()).toMatchObject({ issuer: 'Example', account: 'jane@example.org' });
  });

  it('goes with the lock', async () => {
    const { popup, vault, edit } = await openForm();
    await vault.lock();
    await popup.saveEdit(edit({ account: 'bob' }));
    expect(popup.current()).toMatchObject({ account: null, vault: { kind: 'locked' } });
  });
});

describe('an account that no phone has proven to have', () => {
  it('is removed by the second press, told with its sites, and put back with them', async () => {
    const { popup, edit, listed } = await openForm();
    popup.closeEdit();
    await popup.removeHere();
    expect(listed()).toBeDefined();
    await popup.openEdit();
    await popup.saveEdit(edit());
    popup.askToRemove();
    // What was said of the form would stand above the question.
    expect(popup.current().success).toBeNull();
    await popup.removeHere();
    expect(listed()).toBeUndefined();
    const sites = [{ name: origin, ascii: null }];
    expect(popup.current().success).toEqual({ kind: 'removed', entryId: 'a', sites });
    await popup.putBack('a');
    expect(listed()).toMatchObject({ sites, belongsHere: true });
  });
});
