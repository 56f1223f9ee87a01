import { describe, expect, it } from 'vitest';
import { openManager } from './open-manager.ts';

const nothing = { vault: { kind: 'locked' }, accounts: [], selected: [], undoable: [], said: null, removed: null };

describe('a lock from the page of all accounts', () => {
  it('shows no codes of an earlier look that comes back after it', async () => {
    const { page, hold, idOf } = await openManager('ada');
    await page.pin(idOf('ada'), true);
    const { answered, letGo } = hold('list-accounts');
    const look = page.lookAgain();
    await answered;
    await page.lock();
    letGo();
    await look;
    expect(page.current()).toMatchObject(nothing);
  });

  it('comes at once while a change is under way, and nothing of the change is told or shown after it', async () => {
    const { page, hold, vault, idOf } = await openManager('ada');
    const { answered, letGo } = hold('arrange-accounts');
    const pin = page.pin(idOf('ada'), true);
    await answered;
    expect(page.current().busy).toBe(true);
    await page.lock();
    expect((await vault.state()).kind).toBe('locked');
    expect(page.current()).toMatchObject(nothing);
    letGo();
    await pin;
    expect(page.current()).toMatchObject({ ...nothing, busy: false });
  });

  it('that fails says so, and still shows how things stand', async () => {
    const { page, shown, breakKind } = await openManager('ada');
    breakKind('lock');
    await page.lock();
    expect(page.current()).toMatchObject({ vault: { kind: 'unlocked' }, failed: true });
    expect(shown()).toEqual(['ada']);
  });
});

describe('a look of the page of all accounts', () => {
  it('at a locked Doorcode that comes back once it is open hides nothing', async () => {
    const { page, hold, shown } = await openManager('ada');
    await page.lock();
    const { answered, letGo } = hold('vault-state');
    const look = page.lookAgain();
    await answered;
    await page.unlock('');
    letGo();
    await look;
    expect(shown()).toEqual(['ada']);
  });

  it('by itself waits for a change that is under way', async () => {
    const { page, hold, asked, idOf } = await openManager('ada');
    const { answered, letGo } = hold('arrange-accounts');
    const pin = page.pin(idOf('ada'), true);
    await answered;
    asked.length = 0;
    await page.lookAgain();
    expect(asked).toEqual([]);
    letGo();
    await pin;
    expect(page.current().accounts).toMatchObject([{ pinned: true }]);
    await page.lookAgain();
    expect(asked).toEqual(['vault-state', 'list-accounts', 'vault-state', 'list-accounts']);
  });

  it('at a section asks for what it shows, and for nothing while it is the one in front, or Doorcode is locked', async () => {
    const { page, asked } = await openManager('ada');
    asked.length = 0;
    await page.go('accounts');
    expect(asked).toEqual([]);
    await page.go('removed');
    expect(asked).toEqual(['vault-state', 'list-accounts', 'list-removed']);
    expect(page.current()).toMatchObject({ section: 'removed', removed: [], failed: false });
    await page.lock();
    asked.length = 0;
    await page.go('sites');
    expect([asked, page.current().section]).toEqual([[], 'sites']);
  });

  it('that comes back after another section was opened says nothing there', async () => {
    const { page, hold, breakKind } = await openManager('ada');
    const { answered, letGo } = hold('list-removed');
    breakKind('list-removed');
    const go = page.go('removed');
    await answered;
    await page.go('sites');
    letGo();
    await go;
    expect(page.current()).toMatchObject({ section: 'sites', removed: null, failed: false });
    await page.go('removed');
    expect(page.current()).toMatchObject({ section: 'removed', failed: true });
  });
});
