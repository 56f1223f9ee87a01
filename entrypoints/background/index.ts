import { defineBackground } from 'wxt/utils/define-background';
import { forgetTab } from '../../lib/app/forget-tab.ts';
import { serveClearing } from '../../lib/browser/clear-later.ts';
import { startDeadlineAlarm, watchIdle } from '../../lib/browser/idle-lock.ts';
import { onBeginning } from '../../lib/browser/lifecycle.ts';
import { onManagedChanged } from '../../lib/browser/managed-storage.ts';
import { createMenus, servePresses } from '../../lib/browser/presses.ts';
import { onSitesChanged } from '../../lib/browser/site-permissions.ts';
import { closeStorageToContentScripts } from '../../lib/browser/storage.ts';
import { onTabClosed, onTabLoaded } from '../../lib/browser/tab-events.ts';
import { serveMessages } from '../../lib/browser/transport.ts';
import { decodeContentRequest, decodePageRequest } from '../../lib/messages/decode.ts';
import { createServices } from './services.ts';

export default defineBackground(() => {
  const { session, vault, codes, memory, sites, signs, found, typedNames, followUp, settings, watch, ...serve } =
    createServices();
  const lock = () => void vault.lock().then(watch.learn);

  async function answerPage(message: unknown) {
    const request = decodePageRequest(message);
    if (!request.ok) return { kind: 'failed', reason: 'unknown-message' } as const;
    const answered = await serve.answer(request.value);
    // Asked once the popup has read the page, and again after it unlocked.
    if (request.value.kind === 'look-back') void typedNames.attend(request.value.tabId, null);
    if (request.value.kind === 'set-auto-lock' && answered.kind === 'done') await settings.autoLockChanged();
    if (answered.kind === 'vault-state') await watch.note(answered.state);
    // These tell nothing about the vault's state, and come often.
    else if (!['entries', 'found', 'phone'].includes(answered.kind)) await watch.learn();
    return answered;
  }

  void closeStorageToContentScripts();
  void watch.learn();
  serveMessages(async (message, sender) => {
    if (sender.kind !== 'content') return answerPage(message);
    const request = decodeContentRequest(message);
    return request.ok && (await serve.hear(request.value, sender));
  });
  servePresses(serve.press);
  // Where the press's grant still reaches the tab after a navigation, and on allowed sites; elsewhere nothing is read.
  onTabLoaded(async (tabId) => {
    await followUp.loaded(tabId);
    await signs.renew(tabId);
  });
  onTabClosed((tabId) => void forgetTab(session, tabId));
  onManagedChanged(() => void settings.bound().then(watch.learn).then(signs.renewAll));
  onSitesChanged({ added: () => void sites.settle(), removed: () => void sites.reconcile() });
  watchIdle(lock, () => void watch.learn().then(found.sweep).then(codes.now));
  serveClearing();
  onBeginning(() => {
    void createMenus();
    void sites.reconcile();
    void startDeadlineAlarm();
    void settings.bound();
  });
});
