import { defineBackground } from 'wxt/utils/define-background';
import { type AddPress, createAddIntents } from '../lib/app/add-intents.ts';
import { createAreaService } from '../lib/app/area-service.ts';
import { createAutomaticFill } from '../lib/app/automatic-fill.ts';
import { createAutomaticSites } from '../lib/app/automatic-sites.ts';
import { createBackupOffers } from '../lib/app/backup-offers.ts';
import { createCheckedClock } from '../lib/app/checked-clock.ts';
import { createCodeClock } from '../lib/app/code-clock.ts';
import { createCodeNotice } from '../lib/app/code-notice.ts';
import { forgetCopyNote } from '../lib/app/copy-notes.ts';
import { fillByPress } from '../lib/app/fill-by-press.ts';
import { createFillMemory } from '../lib/app/fill-memory.ts';
import { createFiller } from '../lib/app/filler.ts';
import { createFillsUnderWay } from '../lib/app/fills-under-way.ts';
import { createFollowUp } from '../lib/app/follow-up.ts';
import { forgetTab } from '../lib/app/forget-tab.ts';
import { createFoundStore } from '../lib/app/found-store.ts';
import { mendSettings } from '../lib/app/mend-settings.ts';
import { createPageService } from '../lib/app/page-service.ts';
import { createPolicySource } from '../lib/app/policy-source.ts';
import { forgetPrintJob } from '../lib/app/print-service.ts';
import { createSiteSigns } from '../lib/app/site-signs.ts';
import { createSubmittingSites } from '../lib/app/submitting-sites.ts';
import { tidyVault } from '../lib/app/trash-service.ts';
import { createTypedNames } from '../lib/app/typed-names.ts';
import { forgetUndo } from '../lib/app/undo-import.ts';
import type { VaultState } from '../lib/app/vault-answers.ts';
import { createVaultRepository } from '../lib/app/vault-repository.ts';
import { serveClearing } from '../lib/browser/clear-later.ts';
import { computerKeyStore } from '../lib/browser/computer-key.ts';
import { setIdleMinutes, startDeadlineAlarm, watchIdle } from '../lib/browser/idle-lock.ts';
import { onBeginning } from '../lib/browser/lifecycle.ts';
import { listenForLogin } from '../lib/browser/login-listener.ts';
import { lookCloser } from '../lib/browser/look-closer.ts';
import { managedStorage, onManagedChanged } from '../lib/browser/managed-storage.ts';
import { pageNames } from '../lib/browser/page-names.ts';
import { pages } from '../lib/browser/pages.ts';
import { originAround, type Pointed, pointAtPicture } from '../lib/browser/point-at.ts';
import { siteButton } from '../lib/browser/press-button.ts';
import { createMenus, type Press, servePresses } from '../lib/browser/presses.ts';
import { readEnrolmentIn } from '../lib/browser/read-enrolment.ts';
import { captureTab } from '../lib/browser/screenshot.ts';
import { siteClock } from '../lib/browser/site-clock.ts';
import { onSitesChanged, sitePermissions } from '../lib/browser/site-permissions.ts';
import {
  closeStorageToContentScripts,
  localStorageArea,
  onStored,
  sessionStorageArea,
} from '../lib/browser/storage.ts';
import { onTabClosed, onTabLoaded } from '../lib/browser/tab-events.ts';
import { allTabs, openPopup, originIn, showLocked, toolbar } from '../lib/browser/toolbar.ts';
import { serveMessages } from '../lib/browser/transport.ts';
import { vaultMirror } from '../lib/browser/vault-mirror.ts';
import { waitUntil } from '../lib/browser/waiting.ts';
import { decodeContentRequest, decodePageRequest } from '../lib/messages/decode.ts';
import { isAccountCode } from '../lib/setup-links.ts';
import type { Entry } from '../lib/vault/entry.ts';

export default defineBackground(() => {
  const clock = { nowUnixMs: () => Date.now() };
  const random = { bytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };
  const lock = {
    run: async <T>(name: string, act: () => Promise<T>): Promise<T> => await navigator.locks.request(name, act),
  };
  const session = sessionStorageArea;
  const policies = createPolicySource(managedStorage);
  const vault = createVaultRepository({
    storage: localStorageArea,
    mirror: vaultMirror,
    session,
    computerKeys: computerKeyStore,
    lock,
    clock,
    random,
    policies,
  });
  const codes = createCodeClock({ clock, vault, session, steadyMs: () => performance.now() });
  const memory = createFillMemory(session, clock);
  const sites = createAutomaticSites({
    vault,
    storage: localStorageArea,
    session,
    permissions: sitePermissions,
    lock,
    clock,
  });
  const signs = createSiteSigns({ vault, sites, policies, toolbar, tabs: allTabs, originOf: originIn });
  const found = createFoundStore(session, clock);
  const typedNames = createTypedNames({ vault, pages, session, lock, clock, listen: listenForLogin });
  const names = { shown: pageNames, typed: typedNames.named };
  const underWay = createFillsUnderWay();
  const filler = createFiller({ vault, pages, memory, sites, policies, clock, codes, typedNames, underWay, waitUntil });
  const offers = createBackupOffers(session, lock);
  const followUp = createFollowUp({ vault, pages, memory, underWay, offers, session, clock, badge: signs.show });
  const notice = createCodeNotice({
    vault,
    sites,
    pages,
    policies,
    session,
    read: readEnrolmentIn,
    badge: signs.show,
    unbadge: signs.hide,
  });
  const submitting = createSubmittingSites(vault);
  const intents = createAddIntents(session, clock);
  const area = createAreaService({ pages, pictureOf: captureTab, session, found, clock });
  const answer = createPageService({
    vault,
    pages,
    clock,
    codes,
    checked: createCheckedClock(session, clock),
    names,
    random,
    policies,
    storage: localStorageArea,
    session,
    filler,
    memory,
    underWay,
    sites,
    submitting,
    found,
    offers,
    followUp,
    notice,
    intents,
    area,
    siteClock,
  });
  const watch = createAutomaticFill({
    vault,
    sites,
    submitting,
    button: siteButton,
    memory,
    filler,
    followUp,
    names,
    badge: signs.show,
    lookCloser,
  });

  /** Nobody waits for it: what is in force is the stricter all the time. */
  async function compareSettings(): Promise<void> {
    const isOther = await mendSettings({ vault, storage: localStorageArea, lock });
    await sites.settle();
    if (!isOther) return;
    await sites.reconcile();
    setIdleMinutes(await vault.autoLockMinutes());
  }

  /** What an organisation sets is in force at once, for a vault that is open too. */
  async function boundByPolicies(): Promise<void> {
    policies.changed();
    setIdleMinutes(await vault.boundAutoLock());
  }

  let known: VaultState['kind'] | 'unknown' = 'unknown';
  const note = async ({ kind }: VaultState) => {
    if (kind !== known) await showLocked(kind === 'locked');
    if (kind !== known && known === 'locked')
      await Promise.all((await allTabs()).map((tabId) => signs.hide(tabId, ['locked'])));
    else if (kind !== known) void signs.renewAll();
    if (kind === 'locked' && kind !== known)
      await Promise.all([
        found.forgetAdded(),
        forgetPrintJob(session),
        forgetUndo(session),
        forgetCopyNote(session),
        typedNames.forget(),
      ]);
    if (kind === 'unlocked' && kind !== known) await followUp.afterUnlock();
    if (kind === 'unlocked' && kind !== known) void compareSettings();
    if (kind === 'unlocked' && kind !== known) await tidyVault({ vault, clock });
    if (kind !== 'unlocked') area.forget();
    known = kind;
  };
  const learn = async () => note(await vault.state());

  void closeStorageToContentScripts();
  void learn();
  serveMessages(async (message, sender) => {
    if (sender.kind === 'content') {
      const request = decodeContentRequest(message);
      if (!request.ok) return false;
      const { kind } = request.value;
      // The answer is the same for every name: a page learns of no account here.
      if (request.value.kind === 'login-named') return typedNames.hear(request.value.name, sender).then(() => true);
      if (kind === 'code-perhaps' || kind === 'code-gone') return notice.hear(kind, sender);
      // A new document: what was noticed on the one before is over.
      if (kind === 'watch-here' && sender.frameId === 0) await notice.over(sender.tabId);
      const watched = await watch(request.value, sender);
      if (kind === 'watch-here' && watched && sender.frameId === 0) void typedNames.attend(sender.tabId, sender);
      return watched;
    }
    const request = decodePageRequest(message);
    if (!request.ok) return { kind: 'failed', reason: 'unknown-message' };
    const answered = await answer(request.value);
    // Asked once the popup has read the page, and again after it unlocked.
    if (request.value.kind === 'look-back') void typedNames.attend(request.value.tabId, null);
    if (request.value.kind === 'set-auto-lock' && answered.kind === 'done')
      setIdleMinutes(await vault.autoLockMinutes());
    if (answered.kind === 'vault-state') await note(answered.state);
    // These tell nothing about the vault's state, and come often.
    else if (!['entries', 'found', 'phone'].includes(answered.kind)) await learn();
    return answered;
  });
  /** What a press on a menu's entry is about; begun in the press, as its popup reads the page next. */
  async function askedBy(press: Press, tabId: number, pointed: Pointed | null): Promise<AddPress> {
    if (pointed === null || press === 'add-from-page') return { what: 'page' };
    if (press === 'add-link') {
      const origin = isAccountCode(pointed.address) ? await originAround(tabId, pointed) : null;
      return { what: 'link', text: pointed.address, origin };
    }
    await pointAtPicture(tabId, pointed);
    return { what: 'picture' };
  }
  servePresses(async (press, tabId, pointed) => {
    if (press === 'lock-vault') return vault.lock().then(learn);
    // A background that was just woken by the press has to look first; Firefox may then want a press of the button.
    if (press === 'fill-code' && known === 'unknown') await learn();
    // Before any await: Firefox opens a popup in the turn of the press only.
    const adds = press !== 'fill-code';
    if (adds && tabId !== undefined)
      void intents.note(tabId, pages.topDocument(tabId, 'press'), askedBy(press, tabId, pointed));
    if (adds || known !== 'unlocked' || tabId === undefined)
      return openPopup(tabId, (id) => signs.show(id, known === 'locked' ? 'locked' : 'several'));
    const fill = (entry: Entry) => filler.onRequest(entry, tabId, false);
    return signs.show(tabId, await fillByPress(tabId, { vault, pages, names, memory, followUp, offers, fill }));
  });
  // Where the press's grant still reaches the tab after a navigation, and on allowed sites; elsewhere nothing is read.
  onTabLoaded(async (tabId) => {
    if ((await memory.lastInTab(tabId)) !== null) await followUp.look(tabId);
    await signs.renew(tabId);
  });
  // An account that was added, confirmed or removed, and a site that was allowed or stopped.
  onStored(() => void signs.renewAll());
  onTabClosed((tabId) => void forgetTab(session, tabId));
  onManagedChanged(() => void boundByPolicies().then(learn).then(signs.renewAll));
  onSitesChanged({ added: () => void sites.settle(), removed: () => void sites.reconcile() });
  watchIdle(
    () => void vault.lock().then(learn),
    () => void learn().then(found.sweep).then(codes.now),
  );
  serveClearing();
  onBeginning(() => {
    void createMenus();
    void sites.reconcile();
    void startDeadlineAlarm();
    void boundByPolicies();
  });
});
