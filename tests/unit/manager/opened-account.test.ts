import { describe, expect, it } from 'vitest';
import { sectionOf } from '../../../entrypoints/manager/section.ts';
import type { AccountEdit } from '../../../lib/app/edit-account.ts';
import { changeEntry } from '../../../lib/app/entry-changes.ts';
import { askedAccount } from '../../../lib/app/own-page.ts';
import { ok } from '../../../lib/result.ts';
import { openManager } from './open-manager.ts';

/** The page with the first account open. */
async function openAccount() {
  const opened = await openManager('ada', 'bob');
  const { page, idOf, vault } = opened;
  const id = idOf('ada');
  const backupCodes = [
    { code: 'AAAA-1111', used: true },
    { code: 'BBBB-2222', used: false },
  ];
  await vault.mutate((content) => ok(changeEntry(content, id, (entry) => ({ ...entry, backupCodes }))));
  await page.go('account', id);
  const form = () => {
    const edit = page.current().account?.edit;
    if (edit == null || edit === 'left') throw new Error('no form');
    return edit;
  };
  const names = { issuer: 'Acme', account: 'ada', removedSites: [], codes: null, shownCounter: null };
  const edit = (part: Partial<AccountEdit>): AccountEdit => ({ ...names, ...part });
  return { ...opened, id, form, edit };
}

describe('an account that is open', () => {
  it('is named in the address, and is of the accounts', () => {
    expect(askedAccount('#account-0a1b')).toBe('0a1b');
    expect(sectionOf('#account-0a1b')).toBe('account');
    for (const hash of ['#account-', '#account-a b', `#account-${'a'.repeat(65)}`, '#accounts', 'account-a'])
      expect([hash, askedAccount(hash), sectionOf(hash)]).toEqual([hash, null, 'accounts']);
  });

  it('gets another name and loses a site, and says so', async () => {
    const { page, id, edit, form, shown } = await openAccount();
    await page.openEdit();
    expect(form().shown.sites).toMatchObject([{ name: 'https://ada.example' }]);
    await page.saveEdit(edit({ account: 'ada l', removedSites: ['https://ada.example'] }));
    expect(page.current()).toMatchObject({
      said: { kind: 'edited', undo: null },
      account: { entryId: id, edit: 'left' },
    });
    expect(shown()).toEqual(['ada l', 'bob']);
    expect(page.current().accounts[0]?.sites).toEqual([]);
  });

  it('gets other codes by the second press only, which can be taken back', async () => {
    const { page, edit, form } = await openAccount();
    const before = page.current().accounts[0]?.code;
    await page.openEdit();
    const codes = { ...form().shown.codes, digits: 8, secretText: '' };
    await page.saveEdit(edit({ codes }));
    expect(form().warned?.changes).toHaveLength(1);
    expect(page.current().accounts[0]?.code).toBe(before);
    page.returnToEdit();
    expect(form().warned).toBeNull();
    await page.saveEdit(edit({ codes }));
    await page.confirmEdit();
    expect(page.current().accounts[0]?.code).toHaveLength(8);
    const { said } = page.current();
    if (said?.kind !== 'edited' || said.undo === null) throw new Error('no way back');
    await page.undoEdit(said.undo);
    expect(page.current()).toMatchObject({ said: { kind: 'edit-undone' }, failed: false });
    expect(page.current().accounts[0]?.code).toBe(before);
    await page.undoEdit(said.undo);
    expect(page.current()).toMatchObject({ said: { kind: 'edit-not-undone' }, failed: false });
  });

  it('says what is wrong with a name in its form, and shows what was changed elsewhere before it saves anything', async () => {
    const { page, id, edit, form, vault, shown } = await openAccount();
    await page.openEdit();
    await page.saveEdit(edit({ account: 'a'.repeat(5_000) }));
    expect(form().problem).toBe('account-too-long');
    await vault.mutate((content) =>
      ok(changeEntry(content, id, (entry) => ({ ...entry, account: 'elsewhere', updatedUnixMs: 9 }))),
    );
    await page.saveEdit(edit({ account: 'mine' }));
    expect(form()).toMatchObject({ meanwhile: true, shown: { account: 'elsewhere' } });
    expect(shown()).toEqual(['elsewhere', 'bob']);
    page.closeEdit();
    expect(page.current().account?.edit).toBe('left');
  });

  it('shows its backup codes after the question, and prints those that are not used', async () => {
    const { page, background } = await openAccount();
    await page.askForBackupCodes();
    expect(page.current().account?.backup).toEqual({ kind: 'asking', slot: null });
    await page.revealBackupCodes('');
    expect(page.current().account?.backup).toMatchObject({ kind: 'shown', codes: [{ used: true }, { used: false }] });
    let isOpen = false;
    await page.printKept(() => {
      isOpen = true;
    });
    expect(isOpen).toBe(true);
    expect(await background({ kind: 'take-print' })).toMatchObject({ job: { account: 'ada', codes: ['BBBB-2222'] } });
    page.hideBackupCodes();
    expect(page.current().account?.backup).toBeNull();
  });

  it('shows no backup codes that come back after a lock, and is open again, without them, after the unlocking', async () => {
    const { page, id, hold } = await openAccount();
    await page.askForBackupCodes();
    const { answered, letGo } = hold('reveal-backup-codes');
    const reveal = page.revealBackupCodes('');
    await answered;
    await page.lock();
    letGo();
    await reveal;
    const closed = { entryId: id, edit: null, backup: null, removing: false };
    expect(page.current()).toMatchObject({ vault: { kind: 'locked' }, account: closed });
    await page.unlock('');
    expect(page.current()).toMatchObject({ vault: { kind: 'unlocked' }, section: 'account', account: closed });
  });

  it('has no form that comes after a lock', async () => {
    const { page, hold } = await openAccount();
    const { answered, letGo } = hold('show-editable');
    const open = page.openEdit();
    await answered;
    await page.lock();
    letGo();
    await open;
    expect(page.current()).toMatchObject({ vault: { kind: 'locked' }, account: { edit: null } });
  });

  it('is shown by nothing of another one that comes late', async () => {
    const { page, idOf, hold } = await openAccount();
    const { answered, letGo } = hold('show-editable');
    const open = page.openEdit();
    await answered;
    await page.go('account', idOf('bob'));
    letGo();
    await open;
    expect(page.current().account).toEqual({ entryId: idOf('bob'), edit: null, backup: null, removing: false });
  });

  it('is asked about before it goes, beside nothing that was said before', async () => {
    const { page, edit } = await openAccount();
    await page.openEdit();
    await page.saveEdit(edit({ account: 'ada l' }));
    page.askToRemove();
    expect(page.current()).toMatchObject({ said: null, account: { removing: true } });
    page.keepHere();
    expect(page.current()).toMatchObject({ said: null, account: { removing: false } });
    page.askToRemove();
    await page.askForBackupCodes();
    expect(page.current().account).toMatchObject({ removing: false, backup: { kind: 'asking' } });
  });

  it('leads back to its row, and tells in the list that it was removed', async () => {
    const { page, id, shown } = await openAccount();
    await page.remove([id]);
    await page.go('accounts');
    expect(page.current()).toMatchObject({ account: null, leftId: id, said: { change: { kind: 'removed' } } });
    await page.undo();
    expect(shown()).toEqual(['ada', 'bob']);
    await page.go('sites');
    await page.go('accounts');
    expect(page.current()).toMatchObject({ leftId: null, said: null });
  });
});
