import { defineBackground } from 'wxt/utils/define-background';
import { createAutomaticFill } from '../lib/app/automatic-fill.ts';
import { createAutomaticSites } from '../lib/app/automatic-sites.ts';
import { createBackupOffers } from '../lib/app/backup-offers.ts';
import { fillHere } from '../lib/app/fill-here.ts';
import { createFillMemory } from '../lib/app/fill-memory.ts';
import { createFiller } from '../lib/app/filler.ts';
import { createFollowUp } from '../lib/app/follow-up.ts';
import { createFoundStore } from '../lib/app/found-store.ts';
import { createPageService } from '../lib/app/page-service.ts';
import { createVaultRepository, type VaultState } from '../lib/app/vault-repository.ts';
import { computerKeyStore } from '../lib/browser/computer-key.ts';
import { setIdleMinutes, startDeadlineAlarm, watchIdle } from '../lib/browser/idle-lock.ts';
import { onBeginning } from '../lib/browser/lifecycle.ts';
import { pages } from '../lib/browser/pages.ts';
import { createMenus, servePresses } from '../lib/browser/presses.ts';
import { siteClock } from '../lib/browser/site-clock.ts';
import { onSitesChanged, sitePermissions } from '../lib/browser/site-permissions.ts';
import { closeStorageToContentScripts, localStorageArea, sessionStorageArea } from '../lib/browser/storage.ts';
import { onTabLoaded } from '../lib/browser/tab-loads.ts';
import { openPopup, showBadge, showLocked } from '../lib/browser/toolbar.ts';
import { serveMessages } from '../lib/browser/transport.ts';
import { waitUntil } from '../lib/browser/waiting.ts';
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
  const memory = createFillMemory(session, clock);
  const sites = createAutomaticSites({ storage: localStorageArea, session, permissions: sitePermissions, lock, clock });
  const found = createFoundStore(session, clock);
  const filler = createFiller({ vault, pages, memory, sites, clock, waitUntil });
  const offers = createBackupOffers(session, lock);
  const followUp = createFollowUp({ vault, pages, memory, offers, session, clock, badge: showBadge });
  const answer = createPageService({
    vault,
    pages,
    clock,
    random,
    filler,
    memory,
    sites,
    found,
    offers,
    followUp,
    siteClock,
  });
  const watch = createAutomaticFill({ vault, sites, memory, filler, followUp, badge: showBadge });

  let known: VaultState['kind'] | 'unknown' = 'unknown';
  const note = async ({ kind }: VaultState) => {
    if (kind !== known) await showLocked(kind === 'locked');
    if (kind === 'locked' && kind !== known) await found.forgetAdded();
    if (kind === 'unlocked' && kind !== known) await followUp.afterUnlock();
    known = kind;
  };
  const learn = async () => note(await vault.state());
  const fillByPress = async (tabId: number) => {
    const outcome = await fillHere(tabId, {
      vault,
      pages,
      fill: (entry) => filler.onRequest(entry, tabId, false),
    });
    const written = outcome.kind === 'fill' && outcome.result.kind === 'written';
    if (written) return showBadge(tabId, 'none');
    return showBadge(tabId, outcome.kind === 'fill' ? 'unfilled' : outcome.kind === 'locked' ? 'locked' : 'several');
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
    if (request.value.kind === 'set-auto-lock' && answered.kind === 'done') setIdleMinutes(request.value.minutes);
    if (answered.kind === 'vault-state') await note(answered.state);
    // These tell nothing about the vault's state, and come often.
    else if (answered.kind !== 'entries' && answered.kind !== 'found') await learn();
    return answered;
  });
  servePresses(async (press, tabId) => {
    if (press === 'lock-vault') return vault.lock().then(learn);
    // A background that was just woken by the press has to look first; Firefox may then want a press of the button.
    if (press === 'fill-code' && known === 'unknown') await learn();
    if (press === 'add-from-page' || known !== 'unlocked' || tabId === undefined) return openPopup(tabId);
    return fillByPress(tabId);
  });
  // Where the press's grant still reaches the tab after a navigation, and on allowed sites; elsewhere nothing is read.
  onTabLoaded(async (tabId) => {
    if ((await memory.lastInTab(tabId)) !== null) await followUp.look(tabId);
  });
  onSitesChanged({ added: () => void sites.settle(), removed: () => void sites.reconcile() });
  watchIdle(
    () => void vault.lock().then(learn),
    () => void learn().then(found.sweep),
  );
  onBeginning(() => {
    void createMenus();
    void sites.reconcile();
    void startDeadlineAlarm();
    void vault.autoLockMinutes().then(setIdleMinutes);
  });
});
