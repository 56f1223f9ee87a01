import { expect, it, vi } from 'vitest';
import { keepBeside } from '../../../entrypoints/popup/beside.ts';
import { emptyModel, type PopupModel } from '../../../entrypoints/popup/model.ts';
import { createPopup } from '../../../entrypoints/popup/popup.ts';
import type { PageAnswer } from '../../../lib/app/page-answers.ts';
import { createPageModel } from '../../../lib/app/page-model.ts';
import { noPolicies } from '../../../lib/app/policies.ts';
import { createClient } from '../../../lib/messages/client.ts';
import type { PageRequest } from '../../../lib/messages/protocol.ts';
import { inertPorts } from './inert-ports.ts';

const tab = (tabId: number) => ({ tabId, windowId: 1, isPrivate: false });

/** A panel whose popups are as given, and the tabs that it showed. */
function panel(model: Partial<PopupModel> = {}) {
  const popup = (start: Promise<void> = Promise.resolve()) => ({
    ...createPageModel<PopupModel>({ ...emptyModel, vault: { kind: 'unlocked' }, ...model }),
    start: () => start,
  });
  const first = popup();
  const shown: number[] = [];
  const slow = Promise.withResolvers<void>();
  const follow = keepBeside(
    first,
    ({ tabId }) => popup(tabId === 9 ? slow.promise : undefined),
    (_popup, { tabId }) => void shown.push(tabId),
  );
  return { first, follow, shown, slow };
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
