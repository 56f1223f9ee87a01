import { describe, expect, it } from 'vitest';
import { groupsOf, shownAccounts } from '../../../entrypoints/manager/model.ts';
import { sectionOf } from '../../../entrypoints/manager/section.ts';
import { openManager } from './open-manager.ts';

const namesShown = ({ page }: Awaited<ReturnType<typeof openManager>>) =>
  shownAccounts(page.current()).map(({ account }) => account);

describe('the page of all accounts', () => {
  it('shows pinned ones first, and takes the pin back', async () => {
    const opened = await openManager('ada', 'bob', 'cy');
    await opened.page.pin(opened.idOf('cy'), true);
    expect(namesShown(opened)).toEqual(['cy', 'ada', 'bob']);
    expect(opened.page.current().said).toEqual({ kind: 'done', change: { kind: 'pinned' } });
    await opened.page.undo();
    expect(namesShown(opened)).toEqual(['ada', 'bob', 'cy']);
    expect(opened.page.current()).toMatchObject({ said: { kind: 'undone' }, undoable: [] });
  });

  it('moves an account among its like, tells its place, and moves it back', async () => {
    const { page, shown, idOf } = await openManager('ada', 'bob', 'cy');
    await page.moveBy(idOf('cy'), -1);
    expect(shown()).toEqual(['ada', 'cy', 'bob']);
    expect(page.current().said).toEqual({ kind: 'done', change: { kind: 'moved', place: 2, of: 3 } });
    await page.moveTo(idOf('bob'), idOf('ada'));
    expect(shown()).toEqual(['bob', 'ada', 'cy']);
    await page.undo();
    await page.undo();
    expect(shown()).toEqual(['ada', 'bob', 'cy']);
  });

  it('moves nothing beyond the end, and nothing among the pinned ones that is not pinned', async () => {
    const { page, shown, idOf } = await openManager('ada', 'bob', 'cy');
    await page.pin(idOf('ada'), true);
    const { undoable } = page.current();
    await page.moveBy(idOf('bob'), -1);
    await page.moveBy(idOf('cy'), 1);
    await page.moveTo(idOf('cy'), idOf('ada'));
    expect(shown()).toEqual(['ada', 'bob', 'cy']);
    expect(page.current()).toMatchObject({ undoable, failed: false });
  });

  it('moves among those that a group shows, and leaves the places of the others', async () => {
    const { page, shown, idOf } = await openManager('ada', 'bob', 'cy', 'dan');
    await page.setGroup([idOf('ada'), idOf('cy')], ' Work ');
    page.showGroup('Work');
    await page.moveBy(idOf('cy'), -1);
    expect(shown()).toEqual(['cy', 'bob', 'ada', 'dan']);
  });

  it('puts several in a group, shows it alone, and all once it has none', async () => {
    const opened = await openManager('ada', 'bob', 'cy');
    const { page, idOf } = opened;
    await page.setGroup([idOf('ada'), idOf('bob')], 'Work');
    await page.setGroup([idOf('cy')], 'Home');
    expect(groupsOf(page.current().accounts)).toEqual(['Home', 'Work']);
    page.showGroup('Home');
    expect(namesShown(opened)).toEqual(['cy']);
    await page.setGroup([idOf('cy')], '');
    expect(namesShown(opened)).toEqual(['ada', 'bob', 'cy']);
    await page.undo();
    expect(groupsOf(page.current().accounts)).toEqual(['Home', 'Work']);
  });

  it('removes several at once, and puts them back where they stood', async () => {
    const { page, shown, idOf } = await openManager('ada', 'bob', 'cy');
    await page.pin(idOf('bob'), true);
    page.search('cy');
    page.selectShown(true);
    expect(page.current().selected).toEqual([idOf('cy')]);
    page.search('');
    page.selectShown(false);
    page.select(idOf('ada'), true);
    page.select(idOf('bob'), true);
    await page.remove(page.current().selected);
    expect(shown()).toEqual(['cy']);
    expect(page.current()).toMatchObject({ selected: [], said: { change: { kind: 'removed', count: 2 } } });
    await page.undo();
    expect(shown()).toEqual(['ada', 'bob', 'cy']);
    expect(page.current().accounts.filter(({ pinned }) => pinned)).toMatchObject([{ account: 'bob' }]);
  });

  it('says so when a change was not stored, and offers nothing to take back', async () => {
    const { page, shown, idOf, breakKind } = await openManager('ada', 'bob');
    breakKind('arrange-accounts');
    await page.moveBy(idOf('bob'), -1);
    expect(shown()).toEqual(['ada', 'bob']);
    expect(page.current()).toMatchObject({ failed: true, busy: false, undoable: [], said: null });
  });

  it('has nothing selected that is out of sight, whatever put it there', async () => {
    const { page, idOf, vault } = await openManager('ada', 'bob', 'cy');
    await page.setGroup([idOf('ada'), idOf('bob')], 'Work');
    page.selectShown(true);
    page.search('ada');
    page.search('');
    expect(page.current().selected).toEqual([idOf('ada')]);
    page.selectShown(true);
    page.showGroup('Work');
    expect(page.current().selected).toEqual([idOf('ada'), idOf('bob')]);
    await page.setGroup([idOf('ada')], 'Home');
    expect(page.current().selected).toEqual([idOf('bob')]);
    await vault.mutate((content) => ({ ...content, entries: content.entries.slice(0, 1) }));
    await page.lookAgain();
    expect(page.current().selected).toEqual([]);
  });

  it('keeps an undo that was not stored, to be tried again', async () => {
    const { page, shown, idOf, breakKind } = await openManager('ada', 'bob');
    await page.remove([idOf('ada')]);
    breakKind('put-back-accounts');
    await page.undo();
    expect(page.current()).toMatchObject({ failed: true, said: null });
    expect(page.current().undoable).toHaveLength(1);
    breakKind(null);
    await page.undo();
    expect(shown()).toEqual(['ada', 'bob']);
    expect(page.current()).toMatchObject({ failed: false, undoable: [], said: { kind: 'undone' } });
  });

  it('gives up an undo of accounts that are gone, so that those before it still can', async () => {
    const { page, shown, idOf, vault } = await openManager('ada', 'bob', 'cy');
    await page.moveBy(idOf('cy'), -1);
    await page.remove([idOf('ada')]);
    await vault.mutate((content) => ({ ...content, trash: [] }));
    await page.undo();
    expect(page.current()).toMatchObject({ failed: true, said: null });
    await page.undo();
    expect(shown()).toEqual(['bob', 'cy']);
  });

  it('shows nothing of the accounts once Doorcode is locked, and all of it after it is open', async () => {
    const { page, shown, vault, idOf } = await openManager('ada', 'bob');
    await page.pin(idOf('bob'), true);
    page.select(idOf('ada'), true);
    await vault.lock();
    await page.lookAgain();
    expect(page.current()).toMatchObject({
      vault: { kind: 'locked' },
      accounts: [],
      selected: [],
      undoable: [],
      said: null,
    });
    await page.unlock('');
    expect(shown()).toEqual(['ada', 'bob']);
    expect(page.current().accounts[1]?.pinned).toBe(true);
    await page.lock();
    expect(page.current()).toMatchObject({ vault: { kind: 'locked' }, accounts: [] });
  });

  it('asks again once a code is over, and not before', async () => {
    const { page, world, vault } = await openManager('ada');
    const before = page.current().accounts[0];
    await vault.mutate((content) => ({ ...content, entries: [] }));
    world.now += 1;
    await page.tick();
    expect(page.current().accounts).toEqual([before]);
    world.now = before?.endsUnixMs ?? 0;
    await page.tick();
    expect(page.current().accounts).toEqual([]);
  });

  it('copies the code of an account, and says so', async () => {
    const { page, copied, idOf } = await openManager('ada');
    await page.copy(idOf('ada'));
    expect(copied).toEqual([page.current().accounts[0]?.code]);
    expect(page.current().copiedId).toBe(idOf('ada'));
  });

  it('shows the removed accounts in their own section, and puts one back', async () => {
    const { page, shown, idOf } = await openManager('ada', 'bob');
    await page.remove([idOf('ada')]);
    await page.go('removed');
    expect(page.current().removed).toMatchObject([{ account: 'ada' }]);
    await page.putBack(idOf('ada'));
    expect(page.current().removed).toEqual([]);
    expect(shown()).toEqual(['bob', 'ada']);
  });

  it.each([
    ['#sites', 'sites'],
    ['#removed', 'removed'],
    ['', 'accounts'],
    ['#constructor', 'accounts'],
  ])('shows for the address %j the section %s', (hash, section) => expect(sectionOf(hash)).toBe(section));
});
