import { createAddIntents } from '../../lib/app/add-intents.ts';
import { createAreaService } from '../../lib/app/area-service.ts';
import { createAutomaticFill } from '../../lib/app/automatic-fill.ts';
import { createAutomaticSites } from '../../lib/app/automatic-sites.ts';
import { createBackupOffers } from '../../lib/app/backup-offers.ts';
import { createCheckedClock } from '../../lib/app/checked-clock.ts';
import { createCodeClock } from '../../lib/app/code-clock.ts';
import { createCodeNotice } from '../../lib/app/code-notice.ts';
import { createContentService } from '../../lib/app/content-service.ts';
import { createFillMemory } from '../../lib/app/fill-memory.ts';
import { createFiller } from '../../lib/app/filler.ts';
import { createFillsUnderWay } from '../../lib/app/fills-under-way.ts';
import { createFollowUp } from '../../lib/app/follow-up.ts';
import { createFoundStore } from '../../lib/app/found-store.ts';
import { createPageService } from '../../lib/app/page-service.ts';
import { createPolicySource } from '../../lib/app/policy-source.ts';
import { createPressService } from '../../lib/app/press-service.ts';
import { createSettingsInForce } from '../../lib/app/settings-in-force.ts';
import { createSiteSigns } from '../../lib/app/site-signs.ts';
import { createSubmittingSites } from '../../lib/app/submitting-sites.ts';
import { tellingStorage } from '../../lib/app/telling-storage.ts';
import { createTypedNames } from '../../lib/app/typed-names.ts';
import { createVaultRepository } from '../../lib/app/vault-repository.ts';
import { createVaultWatch } from '../../lib/app/vault-watch.ts';
import { computerKeyStore } from '../../lib/browser/computer-key.ts';
import { setIdleMinutes } from '../../lib/browser/idle-lock.ts';
import { listenForLogin } from '../../lib/browser/login-listener.ts';
import { lookCloser, makeReady } from '../../lib/browser/look-closer.ts';
import { managedStorage } from '../../lib/browser/managed-storage.ts';
import { pageNames } from '../../lib/browser/page-names.ts';
import { pages } from '../../lib/browser/pages.ts';
import { originAround, pointAtPicture } from '../../lib/browser/point-at.ts';
import { siteButton } from '../../lib/browser/press-button.ts';
import { readEnrolmentIn } from '../../lib/browser/read-enrolment.ts';
import { captureTab } from '../../lib/browser/screenshot.ts';
import { siteClock } from '../../lib/browser/site-clock.ts';
import { sitePermissions } from '../../lib/browser/site-permissions.ts';
import { localStorageArea, sessionStorageArea as session } from '../../lib/browser/storage.ts';
import { allTabs, openPopup, originIn, showLocked, toolbar } from '../../lib/browser/toolbar.ts';
import { vaultMirror as mirror } from '../../lib/browser/vault-mirror.ts';
import { waitUntil } from '../../lib/browser/waiting.ts';

/** The services of `lib/app`, put together with the browser. */
export function createServices() {
  const clock = { nowUnixMs: () => Date.now() };
  const random = { bytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };
  const lock = {
    run: async <T>(name: string, act: () => Promise<T>): Promise<T> => await navigator.locks.request(name, act),
  };
  // An account that was added, confirmed or removed, and a site that was allowed or stopped.
  const storage = tellingStorage(localStorageArea, () => void signs.renewAll());
  const policies = createPolicySource(managedStorage);
  const computerKeys = computerKeyStore;
  const vault = createVaultRepository({ storage, mirror, session, computerKeys, lock, clock, random, policies });
  const codes = createCodeClock({ clock, vault, session, steadyMs: () => performance.now() });
  const memory = createFillMemory(session, clock);
  const sites = createAutomaticSites({ vault, storage, session, permissions: sitePermissions, lock, clock });
  const signs = createSiteSigns({ vault, sites, policies, toolbar, tabs: allTabs, originOf: originIn });
  const found = createFoundStore(session, clock);
  const typedNames = createTypedNames({ vault, pages, session, lock, clock, listen: listenForLogin });
  const names = { shown: pageNames, typed: typedNames.named };
  const underWay = createFillsUnderWay();
  const filler = createFiller({ vault, pages, memory, sites, policies, clock, codes, typedNames, underWay, waitUntil });
  const offers = createBackupOffers(session, lock);
  const badge = signs.show;
  const followUp = createFollowUp({ vault, pages, memory, underWay, offers, session, clock, badge });
  const notice = createCodeNotice({
    vault,
    sites,
    pages,
    policies,
    session,
    read: readEnrolmentIn,
    badge,
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
    storage,
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
  const settings = createSettingsInForce({ vault, storage, lock, sites, policies, setIdleMinutes });
  const watch = createVaultWatch({
    vault,
    clock,
    session,
    found,
    typedNames,
    area,
    followUp,
    signs,
    showLocked,
    compareSettings: settings.compare,
  });
  const fill = createAutomaticFill({
    vault,
    sites,
    submitting,
    button: siteButton,
    memory,
    filler,
    followUp,
    names,
    badge,
    lookCloser,
    makeReady,
  });
  const hear = createContentService({ typedNames, notice, fill });
  const press = createPressService({
    vault,
    pages,
    names,
    memory,
    followUp,
    offers,
    filler,
    intents,
    signs,
    watch,
    openPopup,
    pointAtPicture,
    originAround,
  });
  return {
    session,
    vault,
    codes,
    memory,
    sites,
    signs,
    found,
    typedNames,
    followUp,
    settings,
    watch,
    answer,
    hear,
    press,
  };
}
