import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { Text } from '../../../components/text.ts';
import { App } from '../../../entrypoints/popup/app.tsx';
import { createPopup } from '../../../entrypoints/popup/popup.ts';
import type { PageAnswer } from '../../../lib/app/page-answers.ts';
import type { VaultState } from '../../../lib/app/vault-answers.ts';
import type { PageRequest } from '../../../lib/messages/protocol.ts';
import { inertPorts } from '../popup/inert-ports.ts';
import { button, clear, click, control, entry, show, submit, t, type } from './support.tsx';

/** A popup over a vault that stands like this, and a page that never answers. */
const popupOver = (state: VaultState) =>
  createPopup({
    ...inertPorts,
    ask: async ({ kind }) =>
      kind === 'vault-state' ? { kind: 'vault-state', state } : { kind: 'failed', reason: state.kind },
  });

it('shows an answer that comes before the first paint', async () => {
  const popup = popupOver({ kind: 'absent' });
  const root = document.createElement('div');
  document.body.append(root);
  render(
    <Text.Provider value={t}>
      <App popup={popup} nowUnixMs={() => 0} />
    </Text.Provider>,
    root,
  );
  void popup.start();
  // Microtasks only: no frame has passed in which an effect could have run.
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  expect(root.querySelector('main')?.children.length).toBeGreaterThan(0);
  render(null, root);
});

it.each([
  ['unlock first', { kind: 'locked', slots: [] }, 'restoreLockedFirst'],
  ['choose first how Doorcode opens', { kind: 'absent' }, 'restoreAbsentFirst'],
] as const)('says at a restore to %s, and asks for no file', async (_, state, key) => {
  const popup = popupOver(state);
  await popup.retry();
  const view = <App popup={popup} nowUnixMs={() => 0} />;
  expect(show(view).textContent).not.toContain(t(key));
  await act(() => popup.show('restore'));
  const root = show(view);
  expect(root.textContent).toContain(t(key));
  expect(root.querySelector('input[type=file]')).toBeNull();
  clear();
});

it('leads from the question for a saved copy to the passphrase of Doorcode, and only then to the one of the copy', async () => {
  const slot = { kind: 'passphrase', id: 's', kdf: { name: 'scrypt', N: 1, r: 1, p: 1, salt: '' } } as const;
  const health = { last: null, accounts: 1, added: 1, changed: 0, removed: 0, due: true, withEmergencyKey: false };
  const looked = { pictures: 0, links: 0, frames: 1, unread: 0, screenshot: false };
  const site = { origin: null, automatic: 'off', submits: false, refused: null, lookAlike: null, offer: null } as const;
  const answers: Partial<Record<PageRequest['kind'], PageAnswer>> = {
    'vault-state': { kind: 'vault-state', state: { kind: 'unlocked', deadlineUnixMs: 1, slots: [slot] } },
    'list-entries': { kind: 'entries', ...site, correctionSeconds: 0, practise: false, missed: null, entries: [] },
    'look-back': { kind: 'offer', verdict: 'unknown', offer: null, box: 'none' },
    'copy-health': { kind: 'copy-health', health, ask: true, automatic: null },
  };
  const popup = createPopup({
    ...inertPorts,
    readDom: async () => ({ origin: null, texts: [], places: [], shownKeys: [], pointed: false, looked }),
    readSecurityLinks: async () => null,
    afterPaint: async () => undefined,
    derive: async (passphrase) => passphrase,
    ask: async (request) => {
      if (request.kind !== 'check-proof') return answers[request.kind] ?? { kind: 'failed', reason: 'not-scripted' };
      return request.proof?.kekBase64 === 'right' ? { kind: 'done' } : { kind: 'failed', reason: 'wrong-passphrase' };
    },
  });
  await popup.start();
  const root = show(<App popup={popup} nowUnixMs={() => 0} />);
  const boxes = (kind: string) => root.querySelectorAll(`input[autocomplete=${kind}]`).length;
  click(button(t('copiesMake')));
  // Screens are fetched when they are first shown.
  await vi.waitFor(() => expect(boxes('current-password')).toBe(1), { timeout: 10_000 });
  expect(boxes('new-password')).toBe(0);
  type(control(t('copyAskPassphrase')), 'wrong');
  submit();
  await vi.waitFor(() => expect(root.querySelector('.problem')?.textContent).toBe(t('unlockWrongPassphrase')));
  expect(boxes('new-password')).toBe(0);
  type(control(t('copyAskPassphrase')), 'right');
  submit();
  await vi.waitFor(() => expect(boxes('new-password')).toBe(2));
  clear();
});

it.each([
  ['in the panel, of a page that it cannot see', true, null, true],
  ['in the panel, of a page that it can see', true, 'https://portal.example', false],
  ['in the popup, which a press opened', false, null, false],
] as const)(
  'says that the toolbar button is to be pressed first, or not: %s',
  async (_where, isPanel, origin, says) => {
    const site = { origin, automatic: 'off', submits: false, refused: null, lookAlike: null, offer: null } as const;
    const popup = createPopup({
      ...inertPorts,
      isPanel,
      ask: async ({ kind }) =>
        kind === 'list-entries'
          ? { kind: 'entries', ...site, correctionSeconds: 0, practise: false, missed: null, entries: [] }
          : { kind: 'failed', reason: 'not-scripted' },
    });
    await popup.refresh();
    const root = show(<App popup={popup} nowUnixMs={() => 0} inPanel={isPanel} />);
    expect(root.textContent.includes(t('panelPress'))).toBe(says);
    // What cannot be read is not offered to be read.
    expect(root.querySelector('header .primary') === null).toBe(says);
    clear();
  },
);

it('shows codes as was chosen: in the list, and one in large in the same groups', async () => {
  const site = { origin: null, automatic: 'off', submits: false, refused: null, lookAlike: null, offer: null } as const;
  const popup = createPopup({
    ...inertPorts,
    habits: { ...inertPorts.habits, chosen: { grouping: 'whole', hidden: true, clearSeconds: null } },
    ask: async ({ kind }) =>
      kind === 'list-entries'
        ? { kind: 'entries', ...site, correctionSeconds: 0, practise: false, missed: null, entries: [entry] }
        : { kind: 'failed', reason: 'not-scripted' },
  });
  await popup.refresh();
  const root = show(<App popup={popup} nowUnixMs={() => 0} />);
  expect(root.querySelector('li .code .cover')?.textContent).toBe('••••••');
  await act(() => popup.showLarge(entry.id));
  await vi.waitFor(() => expect(root.querySelector('.large .code')?.textContent).toBe(entry.code), { timeout: 10_000 });
  expect(root.querySelectorAll('.large .code .group')).toHaveLength(1);
  clear();
});
