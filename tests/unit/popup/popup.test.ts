import { describe, expect, it } from 'vitest';
import { createPopup } from '../../../entrypoints/popup/popup.ts';
import type { PageReading } from '../../../entrypoints/popup/read-page.ts';
import type { CheckedCode } from '../../../lib/app/check-code.ts';
import type { ListedEntry } from '../../../lib/app/entry-listing.ts';
import type { ExportedAccounts } from '../../../lib/app/export-accounts.ts';
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
  backup: { fresh: 0, used: 0 },
});
const reading: PageReading = {
  origin: null,
  texts: [],
  places: [],
  looked: { pictures: 0, links: 0, frames: 1, unread: 0, screenshot: false },
};
const OPENED = 1_000_000;

const kdf = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: 'AAAA' } as const;
const locked: VaultState = { kind: 'locked', slots: [{ kind: 'passphrase', id: 's', kdf }] };
const unlocked: VaultState = { kind: 'unlocked', deadlineUnixMs: 1e15, slots: [] };
const KEY = 'otpauth://totp/Acme:ada?secret=JBSWY3DPEHPK3PXP';
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
    exported: { texts: [KEY], leftOut: [] } as ExportedAccounts,
    checked: { kind: 'other-secret' } as CheckedCode,
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
    'check-code': () => ({ kind: 'checked', result: background.checked }),
    'export-entry': () =>
      background.wrong ? { kind: 'failed', reason: 'wrong-passphrase' } : { kind: 'exported', ...background.exported },
    'export-batch': () => ({ kind: 'exported', ...background.exported }),
    'remove-entry': () => {
      background.entries = [];
      return { kind: 'done' };
    },
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
    nowUnixMs: () => OPENED,
    ask: async (request) => {
      const { kind } = request;
      asked.push(kind);
      requests.push(request);
      return answers[kind]?.() ?? { kind: 'failed', reason: 'not-scripted' };
    },
    derive: async () => 'AAAA',
    newKdf: () => kdf,
    readDom: async () => reading,
    markPlace: async () => true,
    readScreenshot: async () => reading,
    saveFile: (_name, text) => void files.push(text),
    requestSite: async () => true,
    copyText: async (text) => void copied.push(text),
    afterPaint: async () => undefined,
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

  it('shows no counter-based code either, although none of them ends', async () => {
    const { background, popup } = await openPopup();
    background.entries = [{ ...entry('111111', 0), kind: 'hotp' }];
    await popup.retry();
    await popup.tick(1_000);
    background.state = { kind: 'locked', slots: [] };
    await popup.tick(31_000);
    expect(popup.current()).toMatchObject({ vault: { kind: 'locked' }, entries: [] });
  });

  it('asks for new codes when the clock was set back', async () => {
    const { background, popup } = await openPopup();
    background.entries = [entry('111111', 7_200_000)];
    await popup.retry();
    background.entries = [entry('222222', 30_000)];
    await popup.tick(1_000);
    expect(popup.current().entries[0]?.code).toBe('222222');
  });

  it.each([
    ['locked the vault', unlocked, 'add-found'],
    ['made a vault', { kind: 'absent' }, 'create-vault-with-passphrase'],
  ] as const)('asks for the passphrase when another window has %s meanwhile', async (_what, before, kind) => {
    const { background, popup, answers } = await openPopup(before);
    background.entries = [];
    background.state = locked;
    answers[kind] = () => ({ kind: 'failed', reason: 'not-now' });
    await (kind === 'add-found' ? popup.add(0, 'new') : popup.choosePassphrase('one of mine'));
    expect(popup.current()).toMatchObject({ vault: { kind: 'locked' }, failed: true, busy: false });
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

describe("an account's screen", () => {
  const faraway: CheckedCode = {
    kind: 'same-ahead',
    seconds: 40_000,
    fromUnixMs: 0,
    taken: false,
    oneIn: 374,
    perhapsChance: true,
  };

  it('shows what a code is, and hands the code before over where that could be chance', async () => {
    const { background, popup, requests } = await openPopup();
    popup.openAccount('e');
    background.checked = faraway;
    await popup.checkCode('111 111');
    expect(popup.current()).toMatchObject({ screen: 'account', account: { checked: faraway, before: '111 111' } });
    background.checked = { kind: 'other-secret' };
    await popup.checkCode('222222');
    expect(requests.at(-1)).toEqual({ kind: 'check-code', entryId: 'e', typed: '222222', before: '111 111' });
    expect(popup.current()).toMatchObject({ account: { checked: { kind: 'other-secret' }, before: null } });
  });

  it('sends no more of a text than the background takes', async () => {
    const { popup, requests } = await openPopup();
    popup.openAccount('e');
    await popup.checkCode('9'.repeat(1_000));
    expect(requests.at(-1)).toMatchObject({ typed: '9'.repeat(64) });
  });

  it('is left for the row that it came from, and with the lock or the account it goes', async () => {
    const { background, popup } = await openPopup();
    popup.openAccount('e');
    popup.closeAccount();
    expect(popup.current()).toMatchObject({ screen: 'codes', account: null, leftId: 'e' });
    popup.openAccount('e');
    background.entries = [];
    await popup.tick(30_000);
    expect(popup.current()).toMatchObject({ screen: 'codes', account: null });
    popup.openAccount('e');
    background.state = { kind: 'locked', slots: [] };
    await popup.retry();
    expect(popup.current()).toMatchObject({ screen: 'codes', account: null });
  });
});

describe('moving an account to a phone', () => {
  const protectedVault: VaultState = { ...unlocked, slots: [{ kind: 'passphrase', id: 's', kdf }] };
  const now: CheckedCode = {
    kind: 'same-now',
    seconds: 0,
    fromUnixMs: 0,
    taken: true,
    oneIn: 1_000_000,
    perhapsChance: false,
  };

  /** An account whose code for the phone is shown. */
  async function showPicture(state: VaultState = protectedVault) {
    const opened = await openPopup(state);
    // Far from its end, so that a tick asks for nothing.
    opened.background.entries = [entry('111111', 1e12)];
    await opened.popup.retry();
    opened.popup.openAccount('e');
    await opened.popup.askToMove();
    await opened.popup.reveal('right');
    return { ...opened, move: () => opened.popup.current().account?.move ?? null };
  }

  it('asks for the passphrase again, and hands its key over with the slot', async () => {
    const { popup, requests, move } = await showPicture();
    expect(requests.at(-1)).toEqual({
      kind: 'export-entry',
      entryId: 'e',
      proof: { slotId: 's', kekBase64: 'AAAA' },
    });
    expect(move()).toMatchObject({ kind: 'shown', index: 0, hideAtUnixMs: OPENED + 120_000 });
    expect(popup.current().movedIds).toEqual(['e']);
  });

  it('keeps the picture and never the text, which holds the secret', async () => {
    const { popup } = await showPicture();
    expect(JSON.stringify(popup.current())).not.toContain('JBSWY');
  });

  it('has nothing to ask for where only this computer has a key', async () => {
    const { requests } = await showPicture(unlocked);
    expect(requests.at(-1)).toMatchObject({ kind: 'export-entry', proof: null });
  });

  it('shows nothing for a wrong passphrase, says so, and takes the next try', async () => {
    const { background, popup } = await openPopup(protectedVault);
    popup.openAccount('e');
    await popup.askToMove();
    background.wrong = true;
    await popup.reveal('wrong');
    expect(popup.current()).toMatchObject({
      wrongPassphrase: true,
      failed: false,
      account: { move: { kind: 'asking' } },
    });
    background.wrong = false;
    await popup.reveal('right');
    expect(popup.current()).toMatchObject({ wrongPassphrase: false, account: { move: { kind: 'shown' } } });
  });

  it('hides the picture after two minutes, not before, and asks again to show it', async () => {
    const { popup, move } = await showPicture();
    await popup.tick(OPENED + 119_999);
    expect(move()).toMatchObject({ kind: 'shown' });
    await popup.tick(OPENED + 120_000);
    expect(move()).toEqual({ kind: 'hidden', entryIds: ['e'], many: false });
    popup.showAgain();
    await expect.poll(() => move()?.kind).toBe('asking');
  });

  it('works only once a code of the phone has shown it, and may be removed only then and after a second press', async () => {
    const { background, popup, asked, move } = await showPicture();
    const proven = () => popup.current().account?.proven;
    await popup.checkCode('000000');
    expect(proven()).toBe(false);
    popup.askToRemove();
    await popup.removeHere();
    expect(asked).not.toContain('remove-entry');

    background.checked = now;
    await popup.checkCode('111111');
    expect(proven()).toBe(true);
    expect(move()).toBeNull();
    await popup.removeHere();
    expect(asked).not.toContain('remove-entry');
    popup.askToRemove();
    await popup.removeHere();
    expect(asked).toContain('remove-entry');
    expect(popup.current()).toMatchObject({ screen: 'codes', account: null, success: { kind: 'removed' } });
  });

  it.each([
    ['a wrong clock', { ...now, kind: 'same-behind', seconds: 300, taken: false }],
    ['chance', { ...now, perhapsChance: true }],
    ['a code used before its time', { kind: 'already-used', taken: false }],
    ['another account', { kind: 'other-entry', issuer: '', account: '', oneIn: 1e6, perhapsChance: false }],
  ] as const)('is not proven by %s', async (_name, checked) => {
    const { background, popup } = await showPicture();
    background.checked = checked;
    await popup.checkCode('111111');
    expect(popup.current().account?.proven).toBe(false);
  });

  it('is not proven by a check alone: the phone has to have had the picture', async () => {
    const { background, popup } = await openPopup(protectedVault);
    popup.openAccount('e');
    background.checked = now;
    await popup.checkCode('111111');
    expect(popup.current().account?.proven).toBe(false);
  });

  it('turns through several pictures, each for the whole time, and counts what was left out as not moved', async () => {
    const { background, popup } = await openPopup(protectedVault);
    popup.openAccount('e');
    popup.chooseToMove();
    await popup.askToMoveChosen(['e', 'f']);
    background.exported = {
      texts: [KEY, `${KEY}&digits=6`],
      leftOut: [{ entryId: 'f', issuer: 'Steam', account: 'bob', why: 'steam' }],
    };
    await popup.reveal('right');
    popup.turnTo(1);
    expect(popup.current()).toMatchObject({
      movedIds: ['e'],
      account: { move: { kind: 'shown', index: 1, many: true } },
    });
    popup.turnTo(2);
    expect(popup.current()).toMatchObject({ account: { move: { index: 1 } } });
  });

  it('goes with the screen and with the lock', async () => {
    const { background, popup } = await showPicture();
    background.state = locked;
    await popup.retry();
    expect(popup.current().account).toBeNull();
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
