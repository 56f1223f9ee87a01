import { defineBackground } from 'wxt/utils/define-background';
import { createAutomaticFill } from '../lib/app/automatic-fill.ts';
import { createAutomaticSites } from '../lib/app/automatic-sites.ts';
import { fillHere } from '../lib/app/fill-here.ts';
import { createFillMemory } from '../lib/app/fill-memory.ts';
import { createFiller } from '../lib/app/filler.ts';
import { createPageService } from '../lib/app/page-service.ts';
import { createVaultRepository } from '../lib/app/vault-repository.ts';
import { computerKeyStore } from '../lib/browser/computer-key.ts';
import { startDeadlineAlarm, watchIdle } from '../lib/browser/idle-lock.ts';
import { onBeginning } from '../lib/browser/lifecycle.ts';
import { pages } from '../lib/browser/pages.ts';
import { createMenus, servePresses } from '../lib/browser/presses.ts';
import { onSitesChanged, sitePermissions } from '../lib/browser/site-permissions.ts';
import { closeStorageToContentScripts, localStorageArea, sessionStorageArea } from '../lib/browser/storage.ts';
import { openPopup, showBadge } from '../lib/browser/toolbar.ts';
import { serveMessages } from '../lib/browser/transport.ts';
import { decodeContentRequest, decodePageRequest } from '../lib/messages/decode.ts';

export default defineBackground(() => {
  const clock = { nowUnixMs: () => Date.now() };
  const random = { bytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };
  const lock = {
    run: async <T>(name: string, act: () => Promise<T>): Promise<T> => await navigator.locks.request(name, act),
  };
  const session = sessionStorageArea;
  const vault = createVaultRepository({
    storage: localStorageArea,
    session,
    computerKeys: computerKeyStore,
    lock,
    clock,
    random,
  });
  const waitUntil = (unixMs: number) =>
    new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, unixMs - Date.now())));
  const memory = createFillMemory(session, clock);
  const sites = createAutomaticSites({ storage: localStorageArea, session, permissions: sitePermissions, lock });
  const filler = createFiller({ vault, pages, memory, clock, waitUntil });
  const answer = createPageService({ vault, pages, session, clock, random, filler, sites });
  const watch = createAutomaticFill({ vault, sites, memory, filler, badge: showBadge });

  // The popup must open before any await, so what is not known to be unlocked opens it.
  let knownUnlocked = false;
  const learn = async () => {
    knownUnlocked = (await vault.state()).kind === 'unlocked';
  };

  void closeStorageToContentScripts();
  void learn();
  serveMessages(async (message, sender) => {
    if (sender.kind === 'content') {
      const request = decodeContentRequest(message);
      return request.ok && (await watch(request.value, sender));
    }
    const request = decodePageRequest(message);
    if (!request.ok) return { kind: 'failed', reason: 'unknown-message' };
    const answered = await answer(request.value);
    await learn();
    return answered;
  });
  servePresses((press, tabId) => {
    if (press === 'lock-vault') return void vault.lock().then(learn);
    if (press === 'add-from-page' || !knownUnlocked || tabId === undefined) return void openPopup(tabId);
    void fillHere(tabId, { vault, pages, filler }).then((outcome) => {
      const written = outcome.kind === 'fill' && outcome.result.kind === 'written';
      return showBadge(tabId, written ? 'none' : outcome.kind === 'locked' ? 'locked' : 'several');
    });
  });
  onSitesChanged({ added: () => void sites.settle(), removed: () => void sites.reconcile() });
  watchIdle(
    () => void vault.lock().then(learn),
    () => void learn(),
  );
  onBeginning(() => {
    void createMenus();
    void sites.reconcile();
    void startDeadlineAlarm();
  });
});
