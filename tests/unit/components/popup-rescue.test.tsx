import { afterEach, expect, it, vi } from 'vitest';
import { App } from '../../../entrypoints/popup/app.tsx';
import { createPopup } from '../../../entrypoints/popup/popup.ts';
import type { PageAnswer } from '../../../lib/app/page-answers.ts';
import type { CopyReport, VaultState } from '../../../lib/app/vault-answers.ts';
import { inertPorts } from '../popup/inert-ports.ts';
import { button, clear, click, held, show, t } from './support.tsx';

afterEach(clear);

const copy: CopyReport = {
  place: 'mirror',
  size: 4_000,
  fault: null,
  generation: 7,
  writtenUnixMs: 1_700_000_000_000,
  slots: [{ kind: 'computer', id: 'c' }],
};

async function openApp(state: VaultState, inPrivateWindow = false) {
  const popup = createPopup({
    ...inertPorts,
    ask: async ({ kind }): Promise<PageAnswer> => {
      if (kind === 'vault-state') return { kind, state };
      return kind === 'list-copies' ? { kind: 'copies', copies: [copy] } : { kind: 'failed', reason: 'not-scripted' };
    },
  });
  await popup.retry();
  const root = show(<App popup={popup} nowUnixMs={() => 0} inPrivateWindow={inPrivateWindow} />);
  return root;
}

it('a browser without codes leads to a saved copy by way of a passphrase, and back', async () => {
  const root = await openApp({ kind: 'absent' });
  expect(root.textContent).toContain(t('whereText'));
  click(button(t('whereRestore')));
  expect(root.textContent).toContain(t('restoreFirst'));
  expect(root.textContent).not.toContain(t('whereText'));
  expect(document.activeElement?.closest('section')?.textContent).toContain(t('questionMine'));
  click(button(t('cancel')));
  expect(root.textContent).toContain(t('whereText'));
});

it('a browser without codes answers where they are in full', async () => {
  const root = await openApp({ kind: 'absent' });
  click(button(t('whereMore')));
  await vi.waitFor(() => expect(root.querySelector('details[open]')?.textContent).toContain(t('helpWhereGone')));
});

it('what does not open shows its copies, never the choice of a new beginning before its warning was held', async () => {
  const root = await openApp({ kind: 'unreadable', reason: 'missing' });
  await vi.waitFor(() => expect(root.textContent).toContain(t('unreadableMissing')));
  expect(root.querySelector('input')).toBeNull();
  click(button(t('copyOpenLabel', [t('copyApart')])));
  expect(root.textContent).toContain(t('copyLeadComputer'));
  click(button(t('back')));
  click(button(t('anewButton')));
  expect(root.querySelector('input')).toBeNull();
  held(button(t('anewHold')));
  expect(root.querySelector('input')).toBeNull();
  click(button(t('anewHold')));
  held(button(t('anewHold')));
  expect(root.textContent).toContain(t('anewChoose'));
  expect(document.activeElement?.closest('section')?.textContent).toContain(t('questionMine'));
  click(button(t('cancel')));
  expect(root.textContent).toContain(t('unreadableTitle'));
});

it.each([true, false])('says what a private window keeps, in one only (%s)', async (inPrivateWindow) => {
  const root = await openApp({ kind: 'absent' }, inPrivateWindow);
  expect(root.textContent?.includes(t('wherePrivate'))).toBe(inPrivateWindow);
});
