import { describe, expect, it } from 'vitest';
import { createPopup } from '../../../entrypoints/popup/popup.ts';
import type { ListedEntry } from '../../../lib/app/entry-listing.ts';
import type { FillResult } from '../../../lib/app/fill-code.ts';
import type { FoundCode } from '../../../lib/app/found-codes.ts';
import type { LookAlikeWarning } from '../../../lib/app/look-alike-warning.ts';
import type { FoundAnswer, PageAnswer } from '../../../lib/app/page-answers.ts';
import type { VaultState } from '../../../lib/app/vault-repository.ts';
import type { PageRequest } from '../../../lib/messages/protocol.ts';

const entry = (code: string, endsUnixMs: number): ListedEntry => ({
  id: 'e',
  issuer: 'Acme',
  account: 'ada',
  code,
  nextCode: '',
  endsUnixMs,
  periodSeconds: 30,
  state: 'confirmed',
  belongsHere: true,
  sites: [{ name: 'https://a.example', ascii: null }],
  used: false,
  kind: 'totp',
});
const reading = { texts: [], looked: { pictures: 0, links: 0, frames: 1, unread: 0, screenshot: false } };

const kdf = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: 'AAAA' } as const;
const locked: VaultState = { kind: 'locked', slots: [{ kind: 'passphrase', id: 's', kdf }] };
const unlocked: VaultState = { kind: 'unlocked', deadlineUnixMs: 1e15 };
const written: FillResult = { kind: 'written', origin: 'https://a.example', purpose: 'challenge', counterKept: true };
const card: FoundCode = {
  index: 0,
  issuer: 'Acme',
  account: 'ada',
  digits: 6,
  periodSeconds: 30,
  algorithm: 'SHA1',
  status: 'new',
};

/** A popup over a background that answers from a script. */
async function openPopup(state: VaultState = unlocked) {
  const background = {
    state,
    entries: [entry('111111', 30_000)],
    codes: [] as FoundCode[],
    added: null as FoundAnswer['added'],
    fill: { kind: 'not-written', outcome: 'no-box' } as FillResult,
    wrong: false,
    lookAlike: null as LookAlikeWarning | null,
  };
  const [files, asked, copied]: [string[], PageRequest['kind'][], string[]] = [[], [], []];
  const requests: PageRequest[] = [];
  const found = (): PageAnswer => ({
    kind: 'found',
    origin: 'https://a.example',
    codes: background.codes,
    migration: { accounts: [], missing: 0, refused: 0 },
    others: [],
    added: background.added,
  });
  const answers: Partial<Record<PageRequest['kind'], () => PageAnswer>> = {
    'vault-state': () => ({ kind: 'vault-state', state: background.state }),
    'list-entries': () =>
      background.state.kind === 'unlocked'
        ? {
            kind: 'entries',
            origin: 'https://a.example',
            automatic: 'off',
            refused: false,
            lookAlike: background.lookAlike,
            entries: background.entries,
          }
        : { kind: 'failed', reason: background.state.kind },
    'found-texts': () => found(),
    'list-found': () => found(),
    settings: () => ({ kind: 'settings', autoLockMinutes: 5 }),
    'export-backup': () => ({ kind: 'backup', text: 'sealed' }),
    fill: () => ({ kind: 'fill', result: background.fill }),
    'fill-here': () => ({ kind: 'fill', result: background.fill }),
    'fill-added': () => ({ kind: 'fill', result: background.fill }),
    'add-manual': () => ({ kind: 'failed', reason: 'duplicate' }),
    'add-found': () => {
      background.added = { entryId: 'e', issuer: 'Acme', account: 'ada', code: '111111', fill: 'not-filled' };
      return { kind: 'added', saved: 'saved', entryId: 'e' };
    },
    'unlock-with-passphrase': () => {
      if (background.wrong) return { kind: 'failed', reason: 'wrong-passphrase' };
      background.state = unlocked;
      return { kind: 'done' };
    },
  };
  const popup = createPopup({
    tabId: 1,
    ask: async (request) => {
      const { kind } = request;
      asked.push(kind);
      requests.push(request);
      return answers[kind]?.() ?? { kind: 'failed', reason: 'not-scripted' };
    },
    derive: async () => 'AAAA',
    newKdf: () => kdf,
    readDom: async () => reading,
    readScreenshot: async () => reading,
    saveFile: (_name, text) => void files.push(text),
    requestSite: async () => true,
    copyText: async (text) => void copied.push(text),
  });
  await popup.start();
  return { background, asked, requests, files, copied, popup, answers };
}

describe('the open popup', () => {
  it('shows the first codes before it has all of a long list', async () => {
    const { background, popup, asked } = await openPopup();
    background.entries = Array.from({ length: 40 }, (_, index) => entry(String(index), 30_000));
    await popup.start();
    expect(asked.filter((kind) => kind === 'list-entries')).toHaveLength(3);
    expect(popup.current().entries).toHaveLength(40);
  });

  it('never shows a code past its end', async () => {
    const { background, popup } = await openPopup();
    background.entries = [entry('222222', 60_000)];
    await popup.tick(29_999);
    expect(popup.current().entries[0]?.code).toBe('111111');
    await popup.tick(30_000);
    expect(popup.current().entries[0]?.code).toBe('222222');
  });

  it('shows no code once the vault has locked', async () => {
    const { background, popup } = await openPopup();
    background.state = { kind: 'locked', slots: [] };
    await popup.tick(30_000);
    expect(popup.current()).toMatchObject({ vault: { kind: 'locked' }, entries: [], found: { added: null } });
  });

  it('says that something failed where an open vault gives no codes, and shows no empty list', async () => {
    const { background, popup, answers } = await openPopup();
    answers['list-entries'] = () => ({ kind: 'failed', reason: 'no-answer' });
    background.entries = [];
    await popup.retry();
    expect(popup.current()).toMatchObject({ vault: { kind: 'unlocked' }, entries: [{ code: '111111' }] });
  });

  it('tells a wrong passphrase from another failure, and takes it back with the next try', async () => {
    const { background, popup } = await openPopup(locked);
    background.wrong = true;
    await popup.unlock('wrong');
    expect(popup.current()).toMatchObject({ wrongPassphrase: true, failed: false });
    background.wrong = false;
    await popup.unlock('right');
    expect(popup.current()).toMatchObject({ wrongPassphrase: false, failed: false, vault: { kind: 'unlocked' } });
  });

  it('fills as soon as it is unlocked, where the site has one account', async () => {
    const { background, asked, popup } = await openPopup(locked);
    background.fill = written;
    await popup.unlock('right');
    await expect.poll(() => popup.current().success).toEqual({ kind: 'filled' });
    expect(asked).toContain('fill-here');
  });

  it('says nothing of a page that has no box when it is unlocked', async () => {
    const { popup } = await openPopup(locked);
    await popup.unlock('right');
    await expect.poll(() => popup.current().filling).toBeNull();
    expect(popup.current()).toMatchObject({ fillProblem: null, failed: false, success: null });
  });

  it('leaves the choice to the customer when it is unlocked where the site has two accounts, or a code to add', async () => {
    const two = await openPopup(locked);
    two.background.entries = [entry('1', 30_000), entry('2', 30_000)];
    await two.popup.unlock('right');
    const adding = await openPopup(locked);
    adding.background.codes = [card];
    await adding.popup.unlock('right');
    for (const { asked } of [two, adding]) expect(asked).not.toContain('fill-here');
  });

  it('says why nothing was filled, copies the code instead, and takes it back with the next press', async () => {
    const { background, copied, popup } = await openPopup();
    await popup.fill('e');
    expect(popup.current()).toMatchObject({ fillProblem: { problem: 'no-box', instead: 'copied' }, failed: false });
    expect(copied).toEqual(['111111']);
    background.fill = written;
    await popup.fill('e');
    expect(popup.current()).toMatchObject({ fillProblem: null, failed: false, success: { kind: 'filled' } });
  });

  it('copies nothing that was withheld from a site', async () => {
    const { background, copied, popup } = await openPopup();
    background.fill = { kind: 'withheld', reason: 'other-origin' };
    await popup.fill('e');
    expect(popup.current()).toMatchObject({ fillProblem: { problem: 'other-site', instead: null } });
    expect(copied).toEqual([]);
  });

  it('warns when a counter went out that could not be stored', async () => {
    const { background, popup } = await openPopup();
    background.fill = { ...written, counterKept: false };
    await popup.fill('e');
    expect(popup.current()).toMatchObject({ counterLost: true });
  });

  it('adds, then fills, and keeps saying what was added', async () => {
    const { asked, popup } = await openPopup();
    await popup.add(0, 'new');
    expect(asked.indexOf('fill-added')).toBeGreaterThan(asked.indexOf('add-found'));
    expect(popup.current()).toMatchObject({ found: { added: { entryId: 'e' } }, filling: null, failed: false });
  });

  it('shows the stored time until the lock', async () => {
    const { popup } = await openPopup();
    await popup.show('settings');
    expect(popup.current()).toMatchObject({ screen: 'settings', autoLockMinutes: 5 });
  });

  it('keeps the form open and names what is wrong with it', async () => {
    const { popup } = await openPopup();
    await popup.show('manual');
    await popup.addManual({
      issuer: '',
      account: '',
      secretText: 'JBSWY3DPEHPK3PXP',
      kind: 'totp',
      algorithm: 'SHA1',
      digits: 6,
      periodSeconds: 30,
      counter: 0,
    });
    expect(popup.current()).toMatchObject({ screen: 'manual', manualProblem: 'duplicate', failed: false });
  });

  it('hands the sealed backup to the browser as a file', async () => {
    const { files, popup } = await openPopup();
    await popup.exportBackup('correct horse battery');
    expect(files).toEqual(['sealed']);
  });

  it.each([
    ['too-large', 17 * 2 ** 20, ''],
    ['not-a-backup', 5, 'hello'],
  ] as const)('names a file that is %s, and asks the background nothing', async (restoreProblem, size, text) => {
    const { asked, popup } = await openPopup();
    await popup.restoreBackup({ size, text: async () => text }, 'any');
    expect(popup.current()).toMatchObject({ restoreProblem, failed: false });
    expect(asked).not.toContain('restore-backup');
  });
});

describe('an account used at a site that is not its own', () => {
  const alike = { name: 'https://a.example', ascii: null };
  const doubtful = async (reason: string) => {
    const opened = await openPopup();
    opened.background.lookAlike = { kind: 'one-edit', known: { ...alike, name: 'https://ab.example' }, here: alike };
    opened.answers['use-here'] = () => ({ kind: 'failed', reason });
    await opened.popup.useHere('e');
    return opened;
  };

  it('is asked about instead of failing, and the warning goes with leaving it', async () => {
    const { popup } = await doubtful('look-alike');
    expect(popup.current()).toMatchObject({ doubt: { entryId: 'e', reason: 'look-alike' }, failed: false });
    expect(popup.current().lookAlike?.kind).toBe('one-edit');
    popup.leaveDoubt();
    expect(popup.current().doubt).toBeNull();
    await popup.useHereAnyway();
    expect(popup.current().doubt).toBeNull();
  });

  it.each([
    ['look-alike', true],
    ['other-site', false],
  ])('allows by its second press only what was shown after %s', async (reason, despiteLookAlike) => {
    const { popup, requests, answers } = await doubtful(reason);
    answers['use-here'] = () => ({ kind: 'fill', result: written });
    await popup.useHereAnyway();
    expect(requests.filter(({ kind }) => kind === 'use-here')).toMatchObject([
      { despiteLookAlike: false, asSecondSite: false },
      { despiteLookAlike, asSecondSite: true },
    ]);
    expect(popup.current()).toMatchObject({ doubt: null, success: { kind: 'filled' } });
  });

  it('is not asked about once the vault has locked', async () => {
    const { popup, background } = await doubtful('look-alike');
    background.state = locked;
    await popup.tick(30_000);
    expect(popup.current()).toMatchObject({ doubt: null, lookAlike: null });
  });

  it('that failed otherwise says so', async () => {
    const { popup } = await doubtful('no-entry');
    expect(popup.current()).toMatchObject({ doubt: null, failed: true });
  });
});

describe('the clock', () => {
  it('is compared on a press only, and what came of it goes with its screen', async () => {
    const { popup, asked, answers } = await openPopup();
    answers['check-clock'] = () => ({ kind: 'clock', result: { kind: 'off', bySeconds: 61 } });
    await popup.show('settings');
    expect(asked).not.toContain('check-clock');
    await popup.checkClock();
    expect(popup.current().clock).toEqual({ kind: 'off', bySeconds: 61 });
    await popup.show('codes');
    expect(popup.current().clock).toBeNull();
  });

  it('that could not be asked for says that something failed', async () => {
    const { popup } = await openPopup();
    await popup.checkClock();
    expect(popup.current()).toMatchObject({ clock: null, failed: true });
  });
});
