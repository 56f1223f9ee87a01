import { render } from 'preact';
import { expect, it } from 'vitest';
import { Text } from '../../../components/text.ts';
import { App } from '../../../entrypoints/popup/app.tsx';
import { createPopup } from '../../../entrypoints/popup/popup.ts';
import { t } from './support.tsx';

const never = <T,>(): Promise<T> => new Promise(() => undefined);

it('shows an answer that comes before the first paint', async () => {
  const popup = createPopup({
    tabId: 1,
    ask: async ({ kind }) =>
      kind === 'vault-state'
        ? { kind: 'vault-state', state: { kind: 'absent' } }
        : { kind: 'failed', reason: 'absent' },
    derive: never,
    random: (count) => new Uint8Array(count),
    readDom: never,
    markPlace: never,
    readScreenshot: never,
    readSecurityLinks: never,
    openHere: async () => undefined,
    openPrint: async () => undefined,
    openFromPhone: async () => undefined,
    saveFile: () => undefined,
    requestSite: never,
    copyText: never,
    afterPaint: never,
    nowUnixMs: () => 0,
  });
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
