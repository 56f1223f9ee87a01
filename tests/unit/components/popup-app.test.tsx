import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { Text } from '../../../components/text.ts';
import { App } from '../../../entrypoints/popup/app.tsx';
import { createPopup } from '../../../entrypoints/popup/popup.ts';
import type { VaultState } from '../../../lib/app/vault-answers.ts';
import { inertPorts } from '../popup/inert-ports.ts';
import { clear, show, t } from './support.tsx';

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
