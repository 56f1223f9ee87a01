import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import type { ArrangedView } from '../../../components/view-models.ts';
import { App } from '../../../entrypoints/manager/app.tsx';
import { createManagerPage } from '../../../entrypoints/manager/manager-page.ts';
import { sectionOf } from '../../../entrypoints/manager/section.ts';
import { usualHabits } from '../../../lib/app/habits.ts';
import { askedAccount } from '../../../lib/app/own-page.ts';
import type { PageAnswer } from '../../../lib/app/page-answers.ts';
import { noPolicies, type Policies } from '../../../lib/app/policies.ts';
import type { PageRequest } from '../../../lib/messages/protocol.ts';
import { button, clear, click, entry, key, show, t } from './support.tsx';

let stop = () => {};
afterEach(() => {
  stop();
  clear();
});

const account = (id: string, more: Partial<ArrangedView> = {}): ArrangedView => ({
  ...{ ...entry, id, account: id, backup: { fresh: 1, used: 0 }, pinned: false, group: '' },
  ...more,
});
const editable = {
  ...{ issuer: entry.issuer, account: 'ada', sites: entry.sites, updatedUnixMs: 1 },
  codes: { kind: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30, counter: 0 },
} as const;

type Surroundings = {
  readonly policies?: Policies;
  readonly lacksPassphrase?: boolean;
  /** What is answered in place of the usual; null for the usual. */
  readonly more?: (kind: PageRequest['kind']) => PageAnswer | Promise<PageAnswer> | null;
};
const noMore = () => null;
const broken: PageAnswer = { kind: 'failed', reason: 'storage-failed' };
const never = new Promise<PageAnswer>(() => {});

/** The page over these accounts, as its address names a section. */
async function openPage(
  accounts: readonly ArrangedView[],
  { policies = noPolicies, lacksPassphrase = false, more = noMore }: Surroundings = {},
) {
  const left = new Set(accounts.map(({ id }) => id));
  const answerTo = (request: PageRequest): PageAnswer => {
    switch (request.kind) {
      case 'vault-state':
        return { kind: 'vault-state', state: { kind: 'unlocked', deadlineUnixMs: 1, slots: [] } };
      case 'list-accounts':
        return { kind: 'accounts', accounts: accounts.filter(({ id }) => left.has(id)) };
      case 'policies':
        return { kind: 'policies', policies, lacksPassphrase };
      case 'show-editable':
        return { kind: 'editable', account: { ...editable, id: request.entryId } };
      case 'reveal-backup-codes':
        return { kind: 'backup-codes', codes: [{ code: 'AAAA-1111', used: false }] };
      case 'remove-accounts':
        for (const id of request.entryIds) left.delete(id);
        return { kind: 'done' };
      default:
        return { kind: 'failed', reason: 'not-scripted' };
    }
  };
  const [openOwnPage, openScreen, changeShortcuts] = [vi.fn(), vi.fn(), vi.fn()];
  const page = createManagerPage({
    ask: async (request) => more(request.kind) ?? answerTo(request),
    derive: async () => null,
    random: (count) => new Uint8Array(count),
    nowUnixMs: () => 0,
    habits: { read: async () => usualHabits, keep: async () => undefined },
    copyCode: async () => {},
    saveFile: () => undefined,
    openSheet: async () => undefined,
  });
  const go = () => act(() => page.go(sectionOf(location.hash), askedAccount(location.hash)));
  location.hash = '';
  // What never answers is not waited for.
  void page.start();
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  addEventListener('hashchange', go);
  stop = () => removeEventListener('hashchange', go);
  const root = show(
    <App
      page={page}
      nowUnixMs={() => 0}
      openPage={openOwnPage}
      openScreen={openScreen}
      folderPossible={false}
      screenLockReported={false}
      clearing={{ isAllowed: async () => false, allow: async () => false, stop: async () => {} }}
      readShortcuts={async () => [{ command: 'fill-code', key: 'Alt+Shift+F' }]}
      changeShortcuts={changeShortcuts}
    />,
  );
  return { page, root, openScreen, openOwnPage, changeShortcuts };
}
const heading = () => document.querySelector('main h1')?.textContent;
const more = (id: string) => t('codeMoreLabel', [entry.issuer, id]);
const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

/** Opens an account by its button, and waits until it is there. */
async function open(id: string): Promise<void> {
  button(more(id)).focus();
  click(button(more(id)));
  await vi.waitFor(() => expect(heading()).toBe(entry.issuer));
}

const pressEscape = () => act(async () => void key(document.activeElement ?? document.body, 'Escape'));

it('opens an account with its name in focus, and goes back by Escape to where it was opened', async () => {
  const { root } = await openPage([account('ada'), account('bob')]);
  await open('bob');
  expect(focused()).toBe(entry.issuer);
  expect(root.querySelector('main')?.textContent).toContain('bob');
  expect(root.querySelector('.account-sites a')?.getAttribute('href')).toBe('https://portal.example');
  await pressEscape();
  await vi.waitFor(() => expect(heading()).toBe(t('managerAccounts')));
  expect(focused()).toBe(more('bob'));
});

it('goes back by Escape from the form to its button, and from the question for the backup codes to the account', async () => {
  const { page } = await openPage([account('ada')]);
  await open('ada');
  await act(() => page.openEdit());
  expect(heading()).toBe(t('editTitle'));
  await pressEscape();
  expect([heading(), focused()]).toEqual([entry.issuer, t('accountEdit')]);
  await act(() => page.askForBackupCodes());
  expect(document.body.textContent).toContain(t('keptAskLead'));
  await pressEscape();
  expect(document.body.textContent).not.toContain(t('keptAskLead'));
  expect(heading()).toBe(entry.issuer);
});

it('asks before it removes an account, and tells of it in the list', async () => {
  const { page } = await openPage([account('ada'), account('bob')]);
  await open('ada');
  click(button(t('accountRemove')));
  expect(focused()).toBe(t('removeTitle'));
  await pressEscape();
  expect(document.body.textContent).not.toContain(t('removeTitle'));
  click(button(t('accountRemove')));
  click(button(t('removeConfirm')));
  await vi.waitFor(() => expect(page.current().section).toBe('accounts'));
  expect(document.body.textContent).toContain(t('managerDoneRemoved', ['1']));
  expect(focused()).toBe(t('removeUndo'));
});

it('leads to the screen that shows an account to a phone, but where an organisation forbids it', async () => {
  const { openScreen } = await openPage([account('ada')]);
  await open('ada');
  click(button(t('moveTitle')));
  expect(openScreen).toHaveBeenCalledExactlyOnceWith('account-ada');
  stop();
  clear();
  await openPage([account('ada')], {
    policies: { ...noPolicies, plainExportForbidden: true, organisationName: 'Harbour' },
  });
  await open('ada');
  await vi.waitFor(() => expect(document.body.textContent).toContain(t('policyMove', ['Harbour'])));
  expect(document.body.textContent).not.toContain(t('moveLead'));
});

it('shows the list for the address of an account that is not there', async () => {
  const { page } = await openPage([account('ada')]);
  await act(() => page.go('account', 'gone'));
  expect(heading()).toBe(t('managerAccounts'));
});

it('goes by the arrows, Home and End from a button of a row to the same one of another', async () => {
  await openPage([account('ada'), account('bob'), account('cy', { pinned: true })]);
  const press = (name: string) => key(document.activeElement ?? document.body, name);
  button(more('cy')).focus();
  expect(press('ArrowDown').defaultPrevented).toBe(true);
  expect(focused()).toBe(more('ada'));
  press('End');
  expect(focused()).toBe(more('bob'));
  press('ArrowUp');
  expect(focused()).toBe(more('ada'));
  press('Home');
  expect(focused()).toBe(more('cy'));
  expect(press('ArrowLeft').defaultPrevented).toBe(false);
  const search = document.querySelector<HTMLElement>('input[type=search]');
  search?.focus();
  press('ArrowDown');
  expect(document.activeElement?.matches('[data-row=cy] .code')).toBe(true);
});

const bars = () => document.querySelectorAll('main .placeholder').length;

it('names each section once, and leads back from none that its navigation leads away from', async () => {
  const { page, root } = await openPage([account('ada')], {
    more: (asked) => (asked === 'list-removed' ? { kind: 'removed', accounts: [] } : null),
  });
  for (const [section, title] of [
    ['check', 'checkTitle'],
    ['help', 'helpTitle'],
    ['removed', 'removedTitle'],
  ] as const) {
    await act(() => page.go(section));
    const names = [...root.querySelectorAll('main h1, main h2')].map((one) => one.textContent);
    expect(names).toEqual([t(title)]);
    expect(() => button(t('back'))).toThrow('No button');
  }
  await act(() => page.go('account', 'ada'));
  expect([...root.querySelectorAll('main h2')].map((one) => one.textContent)).toContain(t('checkTitle'));
});

it('shows quiet bars and no words while nothing is known', async () => {
  const { root } = await openPage([account('ada')], { more: () => never });
  expect(bars()).toBe(1);
  expect(root.querySelector('main > :not(.visually-hidden)')?.textContent).toBe('');
  expect(root.querySelector('main')?.getAttribute('aria-busy')).toBe('true');
});

it.each(['vault-state', 'list-accounts'] as const)(
  'never looks empty where %s fails, and tries again by a press',
  async (kind) => {
    let fails = true;
    const { root } = await openPage([account('ada')], { more: (asked) => (fails && asked === kind ? broken : null) });
    expect(root.textContent).toContain(t('problemTryAgain'));
    expect(root.textContent).not.toContain(t('managerEmpty'));
    expect(bars()).toBe(0);
    fails = false;
    await act(async () => click(button(t('unreadableRetry'))));
    await vi.waitFor(() => expect(root.querySelector('.account-row')).not.toBeNull());
    expect(root.textContent).not.toContain(t('problemTryAgain'));
  },
);

it.each([
  ['sites', 'list-automatic', 'managerSites'],
  ['removed', 'list-removed', 'removedTitle'],
] as const)(
  'says nothing of %s before they are known, and never that there are none where they cannot be read',
  async (section, kind, title) => {
    let answer: PageAnswer | Promise<PageAnswer> = never;
    const { page, root } = await openPage([account('ada')], { more: (asked) => (asked === kind ? answer : null) });
    act(() => void page.go(section));
    expect([heading(), bars()]).toEqual([t(title), 1]);
    answer = broken;
    await act(async () => page.lookAgain());
    expect([heading(), bars()]).toEqual([t(title), 0]);
    expect(root.textContent).not.toContain(t('removedNone'));
    expect(button(t('unreadableRetry')).disabled).toBe(false);
  },
);

it('says without an account how the first one is added, with a button for each way', async () => {
  const presetPortal = 'https://harbour.example/login';
  const organisation = { ...noPolicies, presetPortal, organisationName: 'Harbour' };
  const { root, openScreen, openOwnPage } = await openPage([], { policies: organisation });
  expect(root.textContent).toContain(t('managerEmpty'));
  expect(root.querySelector('main a')?.getAttribute('href')).toBe(presetPortal);
  for (const key of ['phoneTitle', 'pictureTitle', 'nothingManual', 'settingsRestore'] as const) click(button(t(key)));
  expect(openOwnPage.mock.calls).toEqual([['/from-phone.html'], ['/from-phone.html?picture']]);
  expect(openScreen.mock.calls).toEqual([['manual'], ['restore']]);
});

it('asks for the passphrase that an organisation requires, among what is about security', async () => {
  const settings: PageAnswer = { kind: 'settings', autoLockMinutes: 5, reminder: null, sharedComputer: false };
  const { page, openOwnPage } = await openPage([account('ada')], {
    policies: { ...noPolicies, passphraseRequired: true, organisationName: 'Harbour' },
    lacksPassphrase: true,
    more: (asked) => (asked === 'settings' ? settings : null),
  });
  await act(() => page.go('security'));
  expect(document.body.textContent).toContain(t('policyAskPassphrase', ['Harbour']));
  click(button(t('keysChoose')));
  expect(openOwnPage).toHaveBeenCalledExactlyOnceWith('/keys.html');
});

it('shows the keys of the keyboard beside what secures Doorcode, and leads to their change', async () => {
  const settings: PageAnswer = { kind: 'settings', autoLockMinutes: 5, reminder: null, sharedComputer: false };
  const { page, root, changeShortcuts } = await openPage([account('ada')], {
    more: (asked) => (asked === 'settings' ? settings : null),
  });
  await act(() => page.go('security'));
  await vi.waitFor(() => expect(root.querySelector('kbd')?.textContent).toBe('Alt+Shift+F'));
  click(button(t('shortcutsChange')));
  expect(changeShortcuts).toHaveBeenCalledOnce();
});
