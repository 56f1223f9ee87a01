import { describe, expect, it } from 'vitest';
import { formatMigration } from '../../../lib/otp/migration-format.ts';
import { phoneAccount } from '../../support/phone-account.ts';
import { openPage, settled } from './fake-phone.ts';

const codes = (...names: readonly string[]) =>
  formatMigration(
    names.map((name) => phoneAccount(name)),
    9,
    1,
  ).texts;
const [first = '', second = '', third = ''] = codes('ada', 'bob', 'eve');
const alone = 'otpauth://totp/Harbour:ada?secret=JBSWY3DPEHPK3PXP&issuer=Harbour';
const link = 'https://a.example/';
const MINUTE_MS = 60_000;

describe('pictures', () => {
  it('are read one after the other, and what they hold is listed', async () => {
    const { page, read } = await openPage();
    await read([
      { name: 'b.png', texts: [second] },
      { name: 'a.png', texts: [first] },
    ]);
    expect(page.current()).toMatchObject({
      busy: false,
      failed: false,
      reading: null,
      unread: [],
      found: {
        accounts: [{ account: 'ada' }, { account: 'bob' }],
        batches: [{ parts: 3, missingParts: [3] }],
      },
    });
  });

  it('say which one is being read', async () => {
    const { page, read } = await openPage();
    const places: string[] = [];
    page.subscribe(({ reading }) => {
      const place = reading === null ? 'none' : `${reading.place} of ${reading.of}`;
      if (places.at(-1) !== place) places.push(place);
    });
    await read([
      { name: 'a.png', texts: [first] },
      { name: 'b.png', texts: [] },
    ]);
    expect(places).toEqual(['none', '1 of 2', '2 of 2', 'none']);
  });

  it('that give no account are named with the reason, and the others count', async () => {
    const { page, read } = await openPage();
    await read([
      { name: 'cat.jpg', texts: [] },
      { name: 'notes.txt', texts: null },
      { name: 'film.png', size: 33 * 2 ** 20, texts: [second] },
      { name: 'a.png', texts: [first] },
    ]);
    expect(page.current()).toMatchObject({
      failed: false,
      unread: [
        { name: 'cat.jpg', why: 'no-code' },
        { name: 'film.png', why: 'too-large' },
      ],
      found: { accounts: [{ account: 'ada' }] },
    });
    await read([{ name: 'b.png', texts: [second] }]);
    expect(page.current()).toMatchObject({ unread: [], found: { accounts: [{}, {}] } });
  });

  it('beyond fifty wait for another time', async () => {
    const { page, read } = await openPage();
    await read(Array.from({ length: 52 }, (_, index) => ({ name: `${index}`, texts: [alone] })));
    expect(page.current().unread).toEqual([
      { name: '50', why: 'too-many' },
      { name: '51', why: 'too-many' },
    ]);
  });

  it('with more codes than fit say that, and keep what was there', async () => {
    const { page, read } = await openPage();
    const many = (from: number) => Array.from({ length: 60 }, (_, index) => `text ${from + index}`);
    await read([
      { name: 'a', texts: [alone, ...many(0)] },
      { name: 'b', texts: many(100) },
      { name: 'c', texts: many(200) },
    ]);
    expect(page.current()).toMatchObject({ tooMany: true, failed: false, busy: false });
    expect(page.current().found.accounts).toHaveLength(1);
  });

  it('are not read a second time while the first are', async () => {
    const { page, read, background } = await openPage();
    let open = (): void => undefined;
    background.gate = new Promise((resolve) => {
      open = resolve;
    });
    const reading = read([{ name: 'a', texts: [first] }]);
    await read([{ name: 'b', texts: [second] }]);
    open();
    await reading;
    expect(page.current().found.accounts).toMatchObject([{ account: 'ada' }]);
  });

  it('that arrive when the vault is locked meanwhile wait for the unlocking', async () => {
    const { page, read, vault } = await openPage();
    await vault.lock();
    await read([{ name: 'a', texts: [alone] }]);
    expect(page.current()).toMatchObject({ vault: { kind: 'locked' }, failed: false, found: { accounts: [] } });
    await page.unlock('four words of mine');
    expect(page.current()).toMatchObject({
      vault: { kind: 'unlocked' },
      found: { accounts: [{ account: 'ada' }] },
    });
  });

  it('that the background does not take are told of, and nothing is shown of them', async () => {
    const { page, read, background } = await openPage();
    background.dead = true;
    await read([{ name: 'a', texts: [alone] }]);
    expect(page.current()).toMatchObject({ failed: true, busy: false, reading: null, found: { accounts: [] } });
  });
});

describe('the camera', () => {
  it('goes off as soon as it has seen an account', async () => {
    const { page, camera } = await openPage();
    const running = page.startCamera();
    await settled();
    expect(page.current().camera).toMatchObject({ kind: 'on', mirrored: true });
    await camera.see([]);
    expect(camera.stopped).toBe(0);
    await camera.see([alone]);
    await running;
    expect(page.current()).toMatchObject({
      camera: { kind: 'off', note: null },
      found: { accounts: [{ account: 'ada' }] },
    });
    expect(camera.stopped).toBe(1);
  });

  it('stays on while codes of the export are missing, and goes off with the last', async () => {
    const { page, camera } = await openPage();
    const running = page.startCamera();
    await camera.see([second]);
    await camera.see([second]);
    expect(page.current()).toMatchObject({
      camera: { kind: 'on' },
      found: { batches: [{ parts: 3, missingParts: [1, 3] }] },
    });
    await camera.see([third]);
    await camera.see([first]);
    await running;
    expect(page.current()).toMatchObject({
      camera: { kind: 'off' },
      found: { batches: [{ missingParts: [] }], accounts: [{}, {}, {}] },
    });
  });

  it('goes off after an account alone, also where an export is incomplete', async () => {
    const { page, camera, read } = await openPage();
    await read([{ name: 'a', texts: [first] }]);
    const running = page.startCamera();
    await camera.see([alone]);
    await running;
    expect(page.current().camera.kind).toBe('off');
  });

  it('looks on past a code that is no account, and names it', async () => {
    const { page, camera } = await openPage();
    void page.startCamera();
    await camera.see([link]);
    expect(page.current()).toMatchObject({ camera: { kind: 'on' }, found: { others: [{ kind: 'link' }] } });
    page.stopCamera();
  });

  it.each(['none', 'refused', 'busy', 'unavailable'] as const)('that does not come says why: %s', async (problem) => {
    const { page, camera } = await openPage();
    camera.problem = problem;
    await page.startCamera();
    expect(page.current().camera).toEqual({ kind: 'off', note: problem });
  });

  it('that stops by itself says so, and may be started again', async () => {
    const { page, camera } = await openPage();
    const running = page.startCamera();
    await camera.see(null);
    await running;
    expect(page.current().camera).toEqual({ kind: 'off', note: 'lost' });
    expect(camera.stopped).toBe(1);
    void page.startCamera();
    await settled();
    expect(page.current().camera.kind).toBe('on');
    page.stopCamera();
  });

  it('goes off after two minutes without anything new', async () => {
    const { page, camera, world } = await openPage();
    const running = page.startCamera();
    await camera.see([first]);
    world.now += 2 * MINUTE_MS - 1;
    await camera.see([first]);
    expect(page.current().camera.kind).toBe('on');
    world.now += 1;
    await camera.see([first]);
    await running;
    expect(page.current().camera).toEqual({ kind: 'off', note: 'timeout' });
    expect(camera.stopped).toBe(1);
  });

  it('goes off on a press, and what it sees then is taken by nobody', async () => {
    const { page, camera } = await openPage();
    const running = page.startCamera();
    await settled();
    page.stopCamera();
    await camera.see([alone]);
    await running;
    expect(page.current()).toMatchObject({ camera: { kind: 'off', note: null }, found: { accounts: [] } });
    expect(camera.stopped).toBe(1);
  });

  it('goes off where nobody can see the page, and says so', async () => {
    const { page, camera } = await openPage();
    page.hideCamera();
    expect(page.current().camera).toEqual({ kind: 'off', note: null });
    void page.startCamera();
    await settled();
    page.hideCamera();
    expect(page.current().camera).toEqual({ kind: 'off', note: 'hidden' });
    expect(camera.stopped).toBe(1);
  });

  it('that comes when nobody waits for it any more is switched off at once', async () => {
    const { page, camera } = await openPage();
    const running = page.startCamera();
    expect(page.current().camera.kind).toBe('starting');
    page.stopCamera();
    await running;
    expect(page.current().camera.kind).toBe('off');
    expect(camera.stopped).toBe(1);
  });

  it('is asked for once, however often the button is pressed', async () => {
    const { page, camera } = await openPage();
    void page.startCamera();
    await page.startCamera();
    await settled();
    page.stopCamera();
    expect(camera.stopped).toBe(1);
  });

  it('does not run on behind a vault that was locked elsewhere', async () => {
    const { page, camera, vault, world } = await openPage();
    void page.startCamera();
    await settled();
    await vault.lock();
    world.now += 2_000;
    await page.tick(world.now);
    expect(page.current()).toMatchObject({ vault: { kind: 'locked' }, camera: { kind: 'off' } });
    expect(camera.stopped).toBe(1);
  });

  it('goes off where what it saw can no longer be shown', async () => {
    const { page, camera, vault } = await openPage();
    const running = page.startCamera();
    await settled();
    await vault.lock();
    await camera.see([alone]);
    await running;
    expect(page.current()).toMatchObject({ vault: { kind: 'locked' }, camera: { kind: 'off' } });
    expect(camera.stopped).toBe(1);
  });
});

describe('adding', () => {
  it('adds all at once, says how many, and puts the list away', async () => {
    const { page, read, stored } = await openPage();
    await read([{ name: 'all', texts: [first, second, third] }]);
    await page.addAll();
    expect(await stored()).toMatchObject([{ origins: [] }, { origins: [] }, { origins: [] }]);
    expect(page.current()).toMatchObject({ done: { added: 3, skipped: 0 }, found: { accounts: [], batches: [] } });
  });

  it('takes all of them back on a press, and says so until the next act', async () => {
    const { page, read, stored } = await openPage();
    await read([{ name: 'all', texts: [first, second, third] }]);
    await page.addAll();
    await page.undoAdded(page.current().done?.undo ?? '');
    expect(page.current()).toMatchObject({ done: null, undone: { removed: 3, stayed: [] }, failed: false });
    expect(await stored()).toEqual([]);
    await page.undoAdded('once more');
    expect(page.current()).toMatchObject({ undone: { removed: 0, stayed: [] }, failed: false });
    await page.forget();
    expect(page.current().undone).toBeNull();
  });

  it('says where taking back failed, and shows the lock', async () => {
    const { page, read, vault } = await openPage();
    await read([{ name: 'all', texts: [first] }]);
    await page.addAll();
    await vault.lock();
    await page.undoAdded(page.current().done?.undo ?? '');
    expect(page.current()).toMatchObject({ undone: null, vault: { kind: 'locked' } });
  });

  it('leaves an account with another key to its own press', async () => {
    const { page, read, stored } = await openPage();
    await read([{ name: 'a', texts: [alone] }]);
    await page.addAll();
    await read([{ name: 'b', texts: [first] }]);
    expect(page.current()).toMatchObject({ done: null, found: { accounts: [{ status: 'other-secret' }] } });
    await page.add(0, 'keep-both');
    expect(page.current()).toMatchObject({ done: { added: 1 }, found: { accounts: [{ status: 'already-here' }] } });
    expect(await stored()).toHaveLength(2);
  });

  it.each(['keep-both', 'replace'] as const)(
    'takes an account with another key back on a press, and the one before it stays (%s)',
    async (choice) => {
      const { page, read, stored } = await openPage();
      await read([{ name: 'a', texts: [alone] }]);
      await page.addAll();
      const before = await stored();
      await read([{ name: 'b', texts: [first] }]);
      await (choice === 'replace' ? page.replace(0, before[0]?.id ?? '') : page.add(0, choice));
      expect(await stored()).toHaveLength(2);
      await page.undoAdded(page.current().done?.undo ?? '');
      expect(page.current()).toMatchObject({ undone: { removed: 1, stayed: [] }, failed: false });
      expect(await stored()).toEqual(before);
    },
  );

  it('says that an account came here meanwhile, and has nothing to take back', async () => {
    const { page, read, stored } = await openPage();
    await read([{ name: 'both', texts: [first, second] }]);
    await page.add(0, 'new');
    await page.add(0, 'new');
    expect(page.current().done).toMatchObject({ added: 0, skipped: 1, undo: null });
    expect(await stored()).toHaveLength(1);
  });

  it('shows the choice where the account came here by another way meanwhile', async () => {
    const { page, read } = await openPage();
    await read([{ name: 'a', texts: [alone] }]);
    await page.addAll();
    await read([{ name: 'b', texts: [first] }]);
    await page.add(0, 'new');
    expect(page.current()).toMatchObject({ failed: false, done: null, found: { accounts: [{}] } });
  });

  it('says where it failed, and shows how things stand', async () => {
    const { page } = await openPage();
    await page.addAll();
    expect(page.current()).toMatchObject({ failed: true, busy: false, done: null });
    await page.add(7, 'new');
    expect(page.current()).toMatchObject({ failed: true, busy: false });
  });

  it('shows the lock where the vault was locked meanwhile', async () => {
    const { page, read, vault } = await openPage();
    await read([{ name: 'a', texts: [alone] }]);
    await vault.lock();
    await page.addAll();
    expect(page.current()).toMatchObject({ failed: false, vault: { kind: 'locked' }, found: { accounts: [] } });
  });

  it('forgets what was read on a press, and with the tab', async () => {
    const { page, read, closed, asked } = await openPage();
    await read([{ name: 'a', texts: [alone] }]);
    await page.forget();
    expect(page.current().found.accounts).toEqual([]);
    await read([{ name: 'a', texts: [alone] }]);
    await page.finish();
    expect(closed).toEqual(['close 4']);
    expect(asked.at(-1)).toBe('forget-phone');
  });
});

describe('the vault', () => {
  it('is asked to be unlocked before anything is read, and says when the passphrase is wrong', async () => {
    const { page, background } = await openPage({ locked: true });
    expect(page.current().vault).toMatchObject({ kind: 'locked' });
    background.wrong = true;
    await page.unlock('not this one');
    expect(page.current()).toMatchObject({ wrongPassphrase: true, failed: false, vault: { kind: 'locked' } });
    background.wrong = false;
    await page.unlock('four words of mine');
    expect(page.current()).toMatchObject({ wrongPassphrase: false, vault: { kind: 'unlocked' } });
  });

  it('that does not answer is no vault that is open, and can be tried again', async () => {
    const { page, background } = await openPage();
    background.dead = true;
    await page.retry();
    expect(page.current()).toMatchObject({ failed: true, busy: false });
    background.dead = false;
    await page.retry();
    expect(page.current()).toMatchObject({ failed: false, vault: { kind: 'unlocked' } });
  });

  it('is looked at every half minute, and every two seconds while the camera is on', async () => {
    const { page, world, asked } = await openPage();
    const looks = async (afterMs: number) => {
      const before = asked.length;
      world.now += afterMs;
      await page.tick(world.now);
      return asked.length - before;
    };
    expect([await looks(29_999), await looks(1), await looks(2_000)]).toEqual([0, 1, 0]);
    void page.startCamera();
    await settled();
    expect([await looks(2_000), await looks(1_999), await looks(1)]).toEqual([1, 0, 1]);
    page.stopCamera();
  });

  it('is looked at again also where the clock was set back', async () => {
    const { page, world, asked } = await openPage();
    world.now -= 3_600_000;
    await page.tick(world.now);
    const before = asked.length;
    world.now += 30_000;
    await page.tick(world.now);
    expect(asked.length).toBeGreaterThan(before);
  });

  it('keeps no secret in what the page shows', async () => {
    const { page, read } = await openPage();
    await read([{ name: 'a', texts: [alone, first] }]);
    expect(JSON.stringify(page.current())).not.toMatch(/JBSWY3DPEHPK3PXP|otpauth|key of/);
  });
});
