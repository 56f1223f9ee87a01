import { expect, it, vi } from 'vitest';
import { createPressGuard, keepBeside } from '../../../entrypoints/popup/beside.ts';
import { emptyModel, type PopupModel } from '../../../entrypoints/popup/model.ts';
import { createPopup } from '../../../entrypoints/popup/popup.ts';
import type { PageAnswer } from '../../../lib/app/page-answers.ts';
import { createPageModel } from '../../../lib/app/page-model.ts';
import { noPolicies } from '../../../lib/app/policies.ts';
import { createClient } from '../../../lib/messages/client.ts';
import type { PageRequest } from '../../../lib/messages/protocol.ts';
import { inertPorts } from './inert-ports.ts';

const tab = (tabId: number) => ({ tabId, windowId: 1, isPrivate: false });

/** A panel whose popups are as given, the tabs that it showed, and which of them were another tab or site than before. */
function panel(model: Partial<PopupModel> = {}) {
  const refreshed: number[] = [];
  const popup = (tabId: number, start: Promise<void> = Promise.resolve()) => ({
    ...createPageModel<PopupModel>({
      ...emptyModel,
      vault: { kind: 'unlocked' },
      origin: `https://${tabId}.example`,
      ...model,
    }),
    start: () => start,
    refresh: async () => void refreshed.push(tabId),
  });
  const first = popup(1);
  const shown: number[] = [];
  const others: number[] = [];
  const slow = Promise.withResolvers<void>();
  const { follow, lockChanged } = keepBeside(
    first,
    tab(1),
    ({ tabId }) => popup(tabId, tabId === 9 ? slow.promise : undefined),
    (_popup, { tabId }, isOther) => {
      shown.push(tabId);
      if (isOther) others.push(tabId);
    },
  );
  return { first, follow, lockChanged, shown, others, refreshed, slow };
}

it('turns to the tab that comes to the front', async () => {
  const { follow, shown } = panel();
  follow(tab(2));
  await vi.waitFor(() => expect(shown).toEqual([2]));
  follow(tab(3));
  await vi.waitFor(() => expect(shown).toEqual([2, 3]));
});

it.each<[string, Partial<PopupModel>]>([
  ['a form is open', { screen: 'manual' }],
  ['a code is on its way into a page', { filling: 'e' }],
  ['an act is under way', { busy: true }],
])('stays while %s, and turns to the last tab afterwards', async (_why, model) => {
  const { first, follow, shown } = panel(model);
  follow(tab(2));
  follow(tab(3));
  await Promise.resolve();
  expect(shown).toEqual([]);
  first.change({ screen: 'codes', filling: null, busy: false });
  await vi.waitFor(() => expect(shown).toEqual([3]));
});

it('never shows a tab that was left before its popup knew how things stand', async () => {
  const { follow, shown, slow } = panel();
  follow(tab(9));
  follow(tab(3));
  await vi.waitFor(() => expect(shown).toEqual([3]));
  slow.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  expect(shown).toEqual([3]);
});

it('looks at once how things stand when Doorcode is locked elsewhere, also in what it is about to show', async () => {
  const { follow, lockChanged, shown, refreshed, slow } = panel();
  follow(tab(9));
  await lockChanged();
  expect(refreshed).toEqual([1]);
  slow.resolve();
  await vi.waitFor(() => expect(shown).toEqual([9]));
  expect(refreshed).toEqual([1, 9]);
});

it('knows another tab or site from another document of the same one', async () => {
  const { follow, shown, others } = panel();
  follow(tab(1));
  await vi.waitFor(() => expect(shown).toEqual([1]));
  follow(tab(2));
  await vi.waitFor(() => expect(shown).toEqual([1, 2]));
  expect(others).toEqual([2]);
});

it('counts no press that began on what was shown before, nor one so soon that it was aimed at that', () => {
  let now = 0;
  const guard = createPressGuard(() => now);
  guard.begun();
  expect(guard.counts()).toBe(true);
  guard.begun();
  guard.turned();
  now += 5_000;
  expect(guard.counts()).toBe(false);
  guard.begun();
  expect(guard.counts()).toBe(true);
  guard.turned();
  now += 399;
  guard.begun();
  expect(guard.counts()).toBe(false);
  now += 1;
  guard.begun();
  expect(guard.counts()).toBe(true);
  // By the keyboard nothing goes down.
  guard.turned();
  expect(guard.counts()).toBe(false);
  now += 400;
  expect(guard.counts()).toBe(true);
});

it('fills by a press into the tab that was shown, though another one came to the front meanwhile', async () => {
  const filled: number[] = [];
  const popupFor = ({ tabId }: { readonly tabId: number }) =>
    createPopup({
      ...inertPorts,
      tabId,
      isPanel: true,
      ask: createClient(async (request) => {
        if (request.kind === 'fill') filled.push(request.tabId);
        return request.kind === 'list-entries'
          ? {
              kind: 'entries',
              origin: `https://${tabId}.example`,
              automatic: 'off',
              submits: false,
              refused: null,
              ...rest,
            }
          : { kind: 'failed', reason: 'not-scripted' };
      }),
    });
  const first = popupFor(tab(1));
  await first.start();
  let shown = first;
  const { follow } = keepBeside(first, tab(1), popupFor, (popup) => {
    shown = popup;
  });
  follow(tab(2));
  await shown.fill('e');
  expect(filled).toEqual([1]);
  await vi.waitFor(() => expect(shown).not.toBe(first));
  await shown.fill('e');
  expect(filled).toEqual([1, 2]);
});

it('shows no code that was listed before a lock and comes after it', async () => {
  const late = Promise.withResolvers<PageAnswer>();
  const lists = [late.promise, Promise.resolve<PageAnswer>({ kind: 'failed', reason: 'locked' })];
  const popup = createPopup({
    ...inertPorts,
    isPanel: true,
    ask: createClient(async ({ kind }) =>
      kind === 'list-entries' ? lists.shift() : { kind: 'vault-state', state: { kind: 'locked', slots: [] } },
    ),
  });
  const before = popup.refresh();
  await popup.refresh();
  late.resolve({ kind: 'entries', origin: null, automatic: 'off', submits: false, refused: null, ...rest });
  await before;
  expect(popup.current().vault?.kind).toBe('locked');
});

it('neither reads nor fills the page beside the panel, when it opens and when Doorcode is unlocked there', async () => {
  const asked: string[] = [];
  const readDom = vi.fn(inertPorts.readDom);
  let open = false;
  const answers: Partial<Record<PageRequest['kind'], () => PageAnswer>> = {
    'list-entries': () =>
      open
        ? { kind: 'entries', origin: 'https://a.example', automatic: 'off', submits: false, refused: null, ...rest }
        : { kind: 'failed', reason: 'locked' },
    'vault-state': () => ({ kind: 'vault-state', state: { kind: 'locked', slots: [] } }),
    policies: () => ({ kind: 'policies', policies: noPolicies, lacksPassphrase: false }),
    'unlock-with-computer': () => {
      open = true;
      return { kind: 'opened', missed: null };
    },
  };
  const ask = createClient(async ({ kind }) => {
    asked.push(kind);
    return answers[kind]?.() ?? { kind: 'failed', reason: 'unknown-message' };
  });
  const popup = createPopup({ ...inertPorts, isPanel: true, ask, readDom });
  await popup.start();
  await popup.unlock('');
  expect(popup.current().vault?.kind).toBe('unlocked');
  expect(readDom).not.toHaveBeenCalled();
  expect(asked).not.toContain('fill-here');
  expect(asked).not.toContain('opened');
  expect(asked).not.toContain('look-back');
});

const rest = { lookAlike: null, correctionSeconds: 0, practise: false, offer: null, missed: null, entries: [] };
