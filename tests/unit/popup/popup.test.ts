import { describe, expect, it, vi } from 'vitest';
import { createPopup } from '../../../entrypoints/popup/popup.ts';
import type { PageReading } from '../../../entrypoints/popup/read-page.ts';
import type { AddAsked } from '../../../lib/app/add-intents.ts';
import type { CheckedCode } from '../../../lib/app/check-code.ts';
import type { ListedEntry } from '../../../lib/app/entry-listing.ts';
import type { ExportedAccounts } from '../../../lib/app/export-accounts.ts';
import type { FillResult } from '../../../lib/app/fill-code.ts';
import type { FoundCode } from '../../../lib/app/found-codes.ts';
import { type Habits, usualHabits } from '../../../lib/app/habits.ts';
import type { LookAlikeWarning } from '../../../lib/app/look-alike-warning.ts';
import type { PageAnswer } from '../../../lib/app/page-answers.ts';
import type { VaultState } from '../../../lib/app/vault-answers.ts';
import type { Refusal } from '../../../lib/app/why-refused.ts';
import type { PageRequest } from '../../../lib/messages/protocol.ts';
import type { OfferAnswer } from '../../../lib/messages/protocol-codes.ts';
import type { FoundAnswer } from '../../../lib/messages/protocol-finding.ts';
import { kdf } from '../messages/sample-requests.ts';
import { inertPorts } from './inert-ports.ts';

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
  shownKeys: [],
  pointed: false,
  places: [],
  looked: { pictures: 0, links: 0, frames: 1, unread: 0, screenshot: false },
};
const OPENED = 1_000_000;

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
  namesakes: [],
  otherKeyShown: false,
};

type Before = {
  links?: unknown;
  codes?: readonly FoundCode[];
  entries?: ListedEntry[];
  add?: AddAsked;
  pointed?: boolean;
  added?: FoundAnswer['added'];
  slow?: boolean;
};
const offered = { quote: 'Yours', codes: ['AAAA-BBBB'], entryId: 'e', accounts: [] };
const unexplained: Refusal = { entryId: 'e', why: { kind: 'unknown' }, askClock: true, offerSeconds: null };

/** A popup over a background that answers from a script. */
async function openPopup(state: VaultState = unlocked, told = false, before: Before = {}) {
  const background = {
    state,
    foundId: 'f1',
    /** Whether the page tells of a refusal while the popup opens. */
    told,
    refused: null as Refusal | null,
    entries: before.entries ?? [entry('111111', 30_000)],
    codes: before.codes ?? ([] as readonly FoundCode[]),
    added: before.added ?? null,
    fill: { kind: 'not-written', outcome: 'no-box' } as FillResult,
    wrong: false,
    exported: { texts: [KEY], leftOut: [] } as ExportedAccounts,
    checked: { kind: 'other-secret' } as CheckedCode,
    lookAlike: null as LookAlikeWarning | null,
    offer: null as OfferAnswer['offer'],
    practise: false,
    reminder: null as boolean | null,
    missed: null as { sinceUnixMs: number | null } | null,
    /** Whose page it is, as far as the page has said so when the accounts are listed. */
    origin: before.slow === true ? null : ('https://a.example' as string | null),
  };
  const [files, asked, copied]: [string[], PageRequest['kind'][], string[]] = [[], [], []];
  const opened: string[] = [];
  const requests: PageRequest[] = [];
  const found = (): PageAnswer => ({
    kind: 'found',
    id: background.foundId,
    origin: background.origin,
    codes: background.codes,
    migration: { accounts: [], missing: 0, refused: [] },
    others: [],
    added: background.added,
  });
  const answers: Partial<Record<PageRequest['kind'], () => PageAnswer>> = {
    'vault-state': () => ({ kind: 'vault-state', state: background.state }),
    'list-entries': () =>
      background.state.kind === 'unlocked'
        ? {
            kind: 'entries',
            origin: background.origin,
            automatic: 'off',
            submits: false,
            refused: background.refused,
            correctionSeconds: 0,
            lookAlike: background.lookAlike,
            offer: background.offer,
            practise: background.practise,
            missed: background.missed,
            entries: background.entries,
          }
        : { kind: 'failed', reason: background.state.kind },
    'found-texts': () => {
      background.origin ??= 'https://a.example';
      return found();
    },
    'list-found': () => found(),
    opened: () => ({ kind: 'opening', add: before.add ?? null }),
    'list-unconfirmed': () => ({ kind: 'unconfirmed', entry: { id: 'e', issuer: 'Acme', account: 'ada' } }),
    'keep-unconfirmed': () => ({ kind: 'done' }),
    settings: () => ({
      kind: 'settings',
      autoLockMinutes: 5,
      reminder: background.reminder,
      sharedComputer: false,
    }),
    'check-proof': () => ({ kind: 'done' }),
    'export-backup': () => ({ kind: 'backup', text: 'sealed', unixMs: OPENED, copyId: 'c1' }),
    fill: () => ({ kind: 'fill', result: background.fill }),
    'fill-here': () => ({ kind: 'fill', result: background.fill }),
    'fill-added': () => ({ kind: 'fill', result: background.fill }),
    'check-code': () => ({ kind: 'checked', result: background.checked }),
    'export-entry': () =>
      background.wrong ? { kind: 'failed', reason: 'wrong-passphrase' } : { kind: 'exported', ...background.exported },
    'export-batch': () => ({ kind: 'exported', ...background.exported }),
    'list-removed': () => ({ kind: 'removed', accounts: [] }),
    'put-back': () => {
      background.entries = [entry('111111', 30_000)];
      return { kind: 'done' };
    },
    'remove-entry': () => {
      background.entries = [];
      return { kind: 'done' };
    },
    'look-back': () => {
      background.refused = background.told ? unexplained : null;
      return { kind: 'offer', verdict: 'unknown', offer: background.offer, box: 'none' };
    },
    'add-manual': () => ({ kind: 'failed', reason: 'duplicate' }),
    'add-found': () => {
      background.added = { entryId: 'e', issuer: 'Acme', account: 'ada', code: '111111', fill: 'not-filled' };
      return { kind: 'added', saved: 'saved', entryId: 'e' };
    },
    'unlock-with-key': () => {
      if (background.wrong) return { kind: 'failed', reason: 'wrong-passphrase' };
      background.state = unlocked;
      return { kind: 'opened', missed: null };
    },
  };
  const held = new Map<PageRequest['kind'], Promise<void>>();
  /** Lets requests of a kind wait for their answer until what it gives is called. */
  const hold = (kind: PageRequest['kind']): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    held.set(kind, promise);
    return resolve;
  };
  const popup = createPopup({
    ...inertPorts,
    nowUnixMs: () => OPENED,
    ask: async (request) => {
      const { kind } = request;
      asked.push(kind);
      requests.push(request);
      await held.get(kind);
      return answers[kind]?.() ?? { kind: 'failed', reason: 'not-scripted' };
    },
    derive: async () => 'AAAA',
    readDom: async () => ({ ...reading, pointed: before.pointed ?? false }),
    markPlace: async () => true,
    readScreenshot: async () => reading,
    readSecurityLinks: async () => before.links,
    openHere: async (address) => void opened.push(address),
    openOwnPage: async (path) => void opened.push(path),
    saveFile: (_name, text) => void files.push(text),
    requestSite: async () => true,
    copyCode: async (code) => void copied.push(code),
    copyText: async (text) => void copied.push(text),
    afterPaint: async () => undefined,
  });
  await popup.start();
  return { background, asked, requests, files, copied, opened, popup, answers, hold };
}

describe('the open popup', () => {
  it('opens the page that brings accounts from a phone', async () => {
    const { popup, opened } = await openPopup();
    await popup.openFromPhone();
    expect(opened).toEqual(['/from-phone.html']);
  });

  it('opens the page for a picture, and the one for an area once a picture of the page was taken', async () => {
    const { popup, opened, answers } = await openPopup(unlocked, true);
    await popup.openPicture();
    await popup.openArea();
    expect(popup.current().failed).toBe(true);
    expect(opened).toEqual(['/from-phone.html?picture']);
    answers['take-area'] = () => ({ kind: 'done' });
    await popup.openArea();
    expect(popup.current().failed).toBe(false);
    expect(opened).toEqual(['/from-phone.html?picture', '/from-phone.html?area']);
  });

  it('looks how a site stands once the wish is kept, however soon the browser grants it', async () => {
    const { popup, asked, hold } = await openPopup();
    const keep = hold('want-automatic');
    asked.splice(0);
    popup.allowHere();
    await new Promise((resolve) => setTimeout(resolve));
    expect(asked).toEqual(['want-automatic']);
    keep();
    await vi.waitFor(() => expect(asked).toEqual(['want-automatic', 'list-entries']));
  });

  it('says that the button of a site was not chosen where that was not saved', async () => {
    const { popup, answers } = await openPopup();
    answers['set-submit'] = () => ({ kind: 'failed', reason: 'not-saved' });
    await popup.submitHere(true);
    expect(popup.current()).toMatchObject({ failed: true, submits: false });
    answers['set-submit'] = () => ({ kind: 'done' });
    await popup.submitHere(true);
    expect(popup.current().failed).toBe(false);
  });

  it('shows a refusal that the page told of while the popup opened', async () => {
    const { popup } = await openPopup(unlocked, true);
    expect(popup.current().refused).toEqual(unexplained);
  });

  it('never copies the code that the list shows in place of the next one, which was asked for after a refusal', async () => {
    const { popup, answers, copied, requests } = await openPopup(unlocked, true);
    answers['fill-next'] = () => ({ kind: 'fill', result: { kind: 'not-written', outcome: 'no-box' } });
    await popup.fillNext();
    expect(requests.some(({ kind }) => kind === 'fill-next')).toBe(true);
    expect(popup.current().fillProblem).not.toBe(null);
    expect(copied).toEqual([]);
  });

  it('shows the first codes before it has all of a long list', async () => {
    const { background, popup, asked } = await openPopup();
    background.entries = Array.from({ length: 40 }, (_, index) => entry(String(index), 30_000));
    asked.length = 0;
    await popup.start();
    const beforeThePage = asked.slice(0, asked.indexOf('found-texts'));
    expect(beforeThePage.filter((kind) => kind === 'list-entries')).toHaveLength(2);
    expect(popup.current().entries).toHaveLength(40);
  });

  it('opens the security settings that the page leads to, and nothing of another site', async () => {
    const links = (link: string) => ({
      origin: 'https://a.example',
      here: 'https://a.example/',
      links: [link],
      setupButton: 'Enable',
    });
    const { popup, opened } = await openPopup(unlocked, false, { links: links('https://a.example/user/security') });
    expect(popup.current().setupButton).toBe('Enable');
    expect(popup.current().securityPage).toBe('https://a.example/user/security');
    await popup.openSecurityPage();
    expect(opened).toEqual(['https://a.example/user/security']);
    const other = await openPopup(unlocked, false, { links: links('https://b.example/user/security') });
    expect(other.popup.current().securityPage).toBe(null);
    expect(other.popup.current().setupButton).toBe('Enable');
    await other.popup.openSecurityPage();
    expect(other.opened).toEqual([]);
  });

  it('opens no settings of the site that was left meanwhile', async () => {
    const links = { origin: 'https://a.example', here: 'https://a.example/', links: ['https://a.example/security'] };
    const { popup, opened, answers } = await openPopup(unlocked, false, { links });
    const listed = answers['list-entries']?.();
    if (listed?.kind !== 'entries') throw new Error('the vault is open');
    answers['list-entries'] = () => ({ ...listed, origin: 'https://b.example' });
    delete answers['list-found'];
    await popup.tick(30_000);
    await popup.openSecurityPage();
    expect(opened).toEqual([]);
  });

  it('shows backup codes that wait together with the accounts, so that they move nothing under a press', async () => {
    const { background, popup, asked } = await openPopup();
    background.offer = offered;
    asked.length = 0;
    await popup.retry();
    expect(popup.current().offer).toEqual(offered);
    expect(asked).toEqual(['list-entries', 'list-found']);
  });

  it('lists the accounts anew once a page that was too busy at first has said whose it is', async () => {
    const { asked } = await openPopup(unlocked, false, { slow: true });
    expect(asked.slice(0, 5)).toEqual(['list-entries', 'policies', 'found-texts', 'list-entries', 'opened']);
  });

  it('never shows a code past its end', async () => {
    const { background, popup } = await openPopup();
    background.entries = [entry('222222', 60_000)];
    await popup.tick(29_999);
    expect(popup.current().entries[0]?.code).toBe('111111');
    await popup.tick(30_000);
    expect(popup.current().entries[0]?.code).toBe('222222');
  });

  it('puts the code in large away with the lock, and by a press with the focus back in its row', async () => {
    const { popup, background } = await openPopup();
    popup.showLarge('e');
    expect(popup.current()).toMatchObject({ screen: 'large', largeId: 'e' });
    popup.leaveLarge();
    expect(popup.current()).toMatchObject({ screen: 'codes', largeId: 'e', leftId: 'e' });
    popup.showLarge('e');
    background.state = { kind: 'locked', slots: [] };
    await popup.tick(30_000);
    expect(popup.current()).toMatchObject({ screen: 'codes', largeId: null, leftId: null });
  });

  it('keeps how codes are shown, and shows them so at once; where it cannot be kept, nothing changes', async () => {
    const kept: Habits[] = [];
    let full = false;
    const keep = async (habits: Habits) => {
      if (full) throw new Error('no room');
      kept.push(habits);
    };
    const ask = async () => ({ kind: 'failed', reason: 'not-scripted' }) as const;
    const popup = createPopup({ ...inertPorts, ask, habits: { chosen: { ...usualHabits, hidden: true }, keep } });
    await popup.setHabits({ grouping: 'pairs' });
    const habits = { grouping: 'pairs', hidden: true, clearSeconds: 30 };
    expect(kept).toEqual([habits]);
    expect(popup.current()).toMatchObject({ habits, failed: false });
    full = true;
    await popup.setHabits({ hidden: false });
    expect(popup.current()).toMatchObject({ habits, failed: true });
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
    ['made a vault', { kind: 'absent' }, 'create-vault'],
  ] as const)('asks for the passphrase when another window has %s meanwhile', async (_what, before, kind) => {
    const { background, popup, answers } = await openPopup(before);
    background.entries = [];
    background.state = locked;
    answers[kind] = () => ({ kind: 'failed', reason: 'not-now' });
    await (kind === 'add-found' ? popup.add(0, 'new') : popup.choosePassphrase('one of mine', false));
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

  it('fills after unlocking what the page names of two accounts, and leaves the choice to the customer where it names none', async () => {
    for (const named of [true, false]) {
      const { background, popup, answers } = await openPopup(locked);
      background.entries = [entry('1', 30_000), entry('2', 30_000)];
      answers['fill-here'] = () => (named ? { kind: 'fill', result: written } : { kind: 'choose' });
      await popup.unlock('right');
      const success = named ? { kind: 'filled' } : null;
      await expect.poll(() => popup.current()).toMatchObject({ filling: null, fillProblem: null, success });
    }
  });

  it('fills nothing when it is unlocked where the page has a code to add', async () => {
    const adding = await openPopup(locked);
    adding.background.codes = [card];
    await adding.popup.unlock('right');
    expect(adding.asked).not.toContain('fill-here');
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

  it('stays usable while the code of an added account waits for its turn', async () => {
    const { popup, copied, hold } = await openPopup();
    const release = hold('fill-added');
    const adding = popup.add(0, 'new');
    await vi.waitFor(() => expect(popup.current()).toMatchObject({ filling: 'e', busy: false }));
    await popup.copy('e');
    expect(copied).toEqual(['111111']);
    release();
    await adding;
    expect(popup.current()).toMatchObject({ filling: null, found: { added: { entryId: 'e' } } });
  });

  it('shows the stored time until the lock', async () => {
    const { popup } = await openPopup();
    await popup.show('settings');
    expect(popup.current()).toMatchObject({ screen: 'settings', autoLockMinutes: 5, reminder: null });
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

  it.each([4_097, 100_000])('says that a name of %i characters is too long, and sends nothing', async (length) => {
    const { popup, asked } = await openPopup();
    await popup.show('manual');
    const form = { account: '', secretText: 'JBSWY3DPEHPK3PXP', kind: 'totp', algorithm: 'SHA1', digits: 6 } as const;
    await popup.addManual({ ...form, issuer: 'x'.repeat(length), periodSeconds: 30, counter: 0 });
    expect(popup.current()).toMatchObject({ screen: 'manual', manualProblem: 'name-too-long', failed: false });
    expect(asked).not.toContain('add-manual');
  });

  it('hands the sealed backup to the browser as a file', async () => {
    const { files, popup } = await openPopup();
    await popup.show('export');
    await popup.proveExport('');
    await popup.exportBackup('correct horse battery');
    expect(files).toEqual(['sealed']);
  });

  it.each([
    ['too-large', 17 * 2 ** 20, ''],
    ['not-a-backup', 5, 'hello'],
  ] as const)('names a file that is %s, and asks the background nothing', async (restoreProblem, size, text) => {
    const { asked, popup } = await openPopup();
    await popup.previewRestore({ size, text: async () => text }, 'any');
    expect(popup.current()).toMatchObject({ restoreProblem, failed: false });
    expect(asked).not.toContain('preview-restore');
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

  it('asks one question at a time, for the picture or for the backup codes', async () => {
    const { popup } = await openPopup(protectedVault);
    popup.openAccount('e');
    await popup.askForBackupCodes();
    await popup.askToMove();
    expect(popup.current().account).toMatchObject({ move: { kind: 'asking' }, backup: null });
    await popup.askForBackupCodes();
    expect(popup.current().account).toMatchObject({ move: null, backup: { kind: 'asking' } });
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

  it('works only once a code of the phone has shown it, and may be removed only then, while it is on its way, and after a second press', async () => {
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
      { shown: 'https://a.example', despiteLookAlike: false, asSecondSite: false },
      { shown: 'https://a.example', despiteLookAlike, asSecondSite: true },
    ]);
    expect(popup.current()).toMatchObject({ doubt: null, success: { kind: 'filled' } });
  });

  it('is not asked about any more at the next site that the tab shows', async () => {
    const { popup, background, requests } = await doubtful('look-alike');
    background.origin = 'https://b.example';
    await popup.tick(30_000);
    expect(popup.current().doubt).toBeNull();
    await popup.useHereAnyway();
    expect(requests.filter(({ kind }) => kind === 'use-here')).toHaveLength(1);
  });

  it('at a tab that has gone on meanwhile is told of as such', async () => {
    const { popup } = await doubtful('moved-on');
    expect(popup.current()).toMatchObject({ doubt: null, failed: false, fillProblem: { problem: 'moved-on' } });
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
    answers['check-clock'] = () => ({ kind: 'clock', result: { kind: 'off', bySeconds: 61 }, offerSeconds: -61 });
    await popup.show('settings');
    expect(asked).not.toContain('check-clock');
    await popup.checkClock();
    expect(popup.current().clock).toEqual({ kind: 'off', bySeconds: 61 });
    await popup.show('codes');
    expect(popup.current().clock).toBeNull();
  });

  it('that one site measured is no offer at the next that the tab shows', async () => {
    const { popup, answers, asked, background } = await openPopup();
    answers['check-clock'] = () => ({ kind: 'clock', result: { kind: 'off', bySeconds: 61 }, offerSeconds: -61 });
    await popup.checkClock();
    background.origin = 'https://b.example';
    await popup.tick(30_000);
    expect(popup.current()).toMatchObject({ clock: null, offerSeconds: null });
    await popup.correctCodes();
    expect(asked).not.toContain('correct-codes');
  });

  it('that could not be asked for says that something failed', async () => {
    const { popup } = await openPopup();
    await popup.checkClock();
    expect(popup.current()).toMatchObject({ clock: null, failed: true });
  });
});

describe('a card whose page another window has read again', () => {
  it('adds nothing, says so, and shows what the page shows by now', async () => {
    const { popup, answers, background, requests } = await openPopup(unlocked, false, { codes: [card] });
    answers['add-found'] = () => ({ kind: 'failed', reason: 'moved-on' });
    background.foundId = 'f2';
    background.codes = [{ ...card, account: 'eve' }];
    await popup.add(0, 'new');
    expect(requests).toContainEqual({
      kind: 'add-found',
      tabId: 1,
      shown: 'f1',
      index: 0,
      choice: 'new',
      replaces: null,
    });
    expect(popup.current()).toMatchObject({
      failed: false,
      fillProblem: { problem: 'moved-on' },
      found: { id: 'f2', codes: [{ account: 'eve' }] },
    });
  });
});

describe('the press that adds at once', () => {
  const adding = (codes: readonly FoundCode[]) => openPopup(unlocked, false, { codes, add: { what: 'page' } });

  it('adds the one new account of the page, and fills its code', async () => {
    const { asked, popup } = await adding([card]);
    expect(asked.filter((kind) => kind === 'add-found' || kind === 'fill-added')).toEqual(['add-found', 'fill-added']);
    expect(popup.current().found.added).toMatchObject({ entryId: 'e' });
  });

  it.each([
    ['two accounts', [card, { ...card, index: 1 }]],
    ['one that would replace another', [{ ...card, status: 'other-secret' as const }]],
    ['another setup key as text than in its code', [{ ...card, otherKeyShown: true }]],
    ['one that is here already', [{ ...card, status: 'already-here' as const }]],
  ])('leaves a page with %s to the customer', async (_what, codes) => {
    const { asked } = await adding(codes);
    expect(asked).not.toContain('add-found');
  });

  it('looks at the picture of the page where its DOM shows none, and adds nothing from that', async () => {
    const { asked, popup } = await adding([]);
    expect(popup.current().searched).toBe(true);
    expect(asked).not.toContain('add-found');
  });

  it('adds the one new account of the picture that it was on', async () => {
    const { asked } = await openPopup(unlocked, false, { codes: [card], add: { what: 'picture' }, pointed: true });
    expect(asked).toContain('add-found');
  });

  it('shows what else the page holds where the picture that it was on gave nothing, and adds none of it', async () => {
    const { asked, popup } = await openPopup(unlocked, false, { codes: [card], add: { what: 'picture' } });
    expect(popup.current().found.codes).toHaveLength(1);
    expect(asked).not.toContain('add-found');
  });

  it.each([
    [{ what: 'picture' }, true],
    [{ what: 'link', text: KEY }, true],
    [{ what: 'page' }, false],
  ] as const)('by %j beside an account that was added here before: adds %s', async (add, adds) => {
    const added = { entryId: 'f', issuer: 'Acme', account: 'eve', code: '111111', fill: 'filled' } as const;
    const { asked } = await openPopup(unlocked, false, { codes: [card], add, pointed: true, added });
    expect(asked.includes('add-found')).toBe(adds);
  });

  it('adds the code of the link that it was on, whatever else the page holds', async () => {
    const { asked, requests } = await openPopup(unlocked, false, { codes: [card], add: { what: 'link', text: KEY } });
    expect(requests.findLast(({ kind }) => kind === 'found-texts')).toMatchObject({ texts: [KEY], screenshot: false });
    expect(asked).toContain('add-found');
  });

  it('adds nothing where the code of the link that it was on may not be used here', async () => {
    const { asked, popup } = await openPopup(unlocked, false, { codes: [card], add: { what: 'link', text: null } });
    expect(asked).not.toContain('add-found');
    expect(popup.current().searched).toBe(false);
  });

  it('is no press of the toolbar button, which only shows', async () => {
    const { asked } = await openPopup(unlocked, false, { codes: [card] });
    expect(asked).not.toContain('add-found');
  });

  it('adds nothing while the vault is locked', async () => {
    const { asked } = await openPopup(locked, false, { codes: [card], add: { what: 'page' } });
    expect(asked).not.toContain('add-found');
  });
});

describe('an account that its site never confirmed', () => {
  const pending: ListedEntry = { ...entry('111111', 30_000), state: 'pending' };

  it('is asked about, and no more once it was answered', async () => {
    const { popup, requests } = await openPopup(unlocked, false, { entries: [pending] });
    expect(popup.current().unconfirmed).toMatchObject({ id: 'e' });
    await popup.keepUnconfirmed();
    expect(requests).toContainEqual({ kind: 'keep-unconfirmed', entryId: 'e' });
    expect(popup.current()).toMatchObject({ unconfirmed: null, failed: false });
  });

  it('is not asked about where the page shows a code, nor where the account is confirmed or of another site', async () => {
    const cases: Before[] = [
      { entries: [pending], codes: [card] },
      {},
      { entries: [{ ...pending, belongsHere: false }] },
    ];
    for (const before of cases) {
      const { asked, popup } = await openPopup(unlocked, false, before);
      expect(asked).not.toContain('list-unconfirmed');
      expect(popup.current().unconfirmed).toBeNull();
    }
  });

  it('goes from sight with the lock, and says when it could not be put aside', async () => {
    const { background, popup } = await openPopup(unlocked, false, { entries: [pending] });
    await popup.discardUnconfirmed();
    expect(popup.current()).toMatchObject({ unconfirmed: null, failed: true });
    const again = await openPopup(unlocked, false, { entries: [pending] });
    again.background.state = { kind: 'locked', slots: [] };
    await again.popup.retry();
    expect(again.popup.current().unconfirmed).toBeNull();
    expect(background.entries).toHaveLength(1);
  });
});

describe('removing an account', () => {
  it('that its site ended needs no proof and is taken back by one press', async () => {
    const { popup, background } = await openPopup();
    await popup.removeEnded('e');
    expect(popup.current()).toMatchObject({ failed: true, success: null });
    background.entries = [{ ...entry('111111', 30_000), state: 'stale' }];
    await popup.retry();
    await popup.removeEnded('e');
    expect(popup.current()).toMatchObject({ entries: [], success: { kind: 'removed', entryId: 'e', sites: [] } });
    await popup.putBack('e');
    expect(popup.current()).toMatchObject({ entries: [{ id: 'e' }], success: null, failed: false });
  });

  it('tells the sites of one that is in force, as two-factor login stays on there', async () => {
    const { popup, background } = await openPopup();
    background.checked = { kind: 'same-now', seconds: 0, fromUnixMs: 0, taken: true, oneIn: 1e6, perhapsChance: false };
    popup.openAccount('e');
    await popup.askToMove();
    await popup.reveal('');
    await popup.checkCode('111111');
    popup.askToRemove();
    await popup.removeHere();
    expect(popup.current()).toMatchObject({ success: { kind: 'removed', sites: [{ name: 'https://a.example' }] } });
  });
});

describe('printing backup codes', () => {
  it('hands over those that the site shows, and opens the page only then', async () => {
    const { popup, answers, background, requests, opened } = await openPopup();
    background.offer = offered;
    await popup.start();
    await popup.printOffered('e');
    expect([opened, popup.current().failed]).toEqual([[], true]);
    answers['print-codes'] = () => ({ kind: 'done' });
    await popup.printOffered('e');
    expect(requests.at(-1)).toEqual({
      kind: 'print-codes',
      entryId: 'e',
      site: 'https://a.example',
      codes: ['AAAA-BBBB'],
    });
    expect(opened).toEqual(['/print.html']);
  });

  it('hands over kept ones only after they were shown, and none that was used', async () => {
    const { popup, answers, requests, opened } = await openPopup();
    answers['print-codes'] = () => ({ kind: 'done' });
    const codes = [
      { code: 'USED', used: true },
      { code: 'FRESH', used: false },
    ];
    answers['reveal-backup-codes'] = () => ({ kind: 'backup-codes', codes });
    popup.openAccount('e');
    await popup.printKept();
    expect(opened).toEqual([]);
    await popup.askForBackupCodes();
    await popup.revealBackupCodes('');
    await popup.printKept();
    expect(requests.at(-1)).toEqual({ kind: 'print-codes', entryId: 'e', site: null, codes: ['FRESH'] });
    expect(opened).toEqual(['/print.html']);
  });
});

describe('practising the passphrase', () => {
  const open = { kind: 'unlocked', deadlineUnixMs: 1, slots: locked.slots } as const;

  it('takes the passphrase, says whether it was right, and asks no more for now', async () => {
    const { background, popup, answers, requests } = await openPopup(open);
    background.practise = true;
    await popup.retry();
    expect(popup.current().practise).toBe(true);
    answers.practise = () => ({ kind: 'failed', reason: 'wrong-passphrase' });
    await popup.practise('not mine');
    expect(popup.current()).toMatchObject({ wrongPassphrase: true, failed: false, practise: true, success: null });
    answers.practise = () => {
      background.practise = false;
      return { kind: 'done' };
    };
    await popup.practise('mine');
    expect(requests.findLast(({ kind }) => kind === 'practise')).toEqual({
      kind: 'practise',
      proof: { slotId: locked.slots[0]?.id, kekBase64: 'AAAA' },
    });
    expect(popup.current()).toMatchObject({ practise: false, wrongPassphrase: false, success: { kind: 'practised' } });
  });

  it('is begun and ended in the settings', async () => {
    const { background, popup, answers } = await openPopup(open);
    answers['set-reminder'] = () => ({ kind: 'done' });
    background.reminder = false;
    await popup.show('settings');
    expect(popup.current().reminder).toBe(false);
    await popup.setReminder(true);
    expect(popup.current().reminder).toBe(true);
  });
});
