import { FIRST_CODES } from '../../lib/browser/early-codes.ts';
import { accountActs } from './account-acts.ts';
import { copyActs } from './copy-acts.ts';
import { createCore } from './core.ts';
import { editActs } from './edit-acts.ts';
import { exportActs } from './export-acts.ts';
import { habitActs } from './habit-acts.ts';
import { keyActs } from './key-acts.ts';
import type { Screen } from './model.ts';
import { moveActs } from './move-acts.ts';
import { pageActs } from './page-acts.ts';
import { policyActs } from './policy-acts.ts';
import { closedBy } from './policy-model.ts';
import type { PopupPorts } from './ports.ts';
import { printActs } from './print-acts.ts';
import { reminderActs } from './reminder-acts.ts';
import { rescueActs } from './rescue-acts.ts';
import { restoreActs } from './restore-acts.ts';
import { securityActs } from './security-acts.ts';
import { trashActs } from './trash-acts.ts';
import { unconfirmedActs } from './unconfirmed-acts.ts';
import { vaultActs } from './vault-acts.ts';
import { copiesActs } from './vault-copies-acts.ts';

// A list without time-based codes asks for nothing by itself, and would not see that the vault was locked elsewhere.
const LOOK_AGAIN_MS = 30_000;

/** The popup's acts; each tells subscribers what changed. */
export type Popup = ReturnType<typeof createPopup>;

/** The popup without its looks: asks the background, reads the page, keeps one model. */
export function createPopup(ports: PopupPorts) {
  const core = createCore(ports);
  const { current, subscribe, act, refresh, look, list, lookBack } = core;
  const onPage = pageActs(core, ports);
  const onVault = vaultActs(core, ports);
  const onKeys = keyActs(core, ports);
  const onAccount = accountActs(core, ports);
  const { hideWhenDue, noteChecked, ...onMove } = moveActs(core, ports);
  const { lookForUnconfirmed, ...onUnconfirmed } = unconfirmedActs(core, ports);
  const { noteSecurityLinks, ...onSecurity } = securityActs(core, ports);
  /** Fills at once where the page waits for the code of this site's only account, and sees what the site said. */
  async function goOn(): Promise<void> {
    // Nobody pressed on the page that stands beside the panel.
    if (ports.isPanel) return;
    const newHere = current().found.codes.some(({ status }) => status !== 'already-here');
    if (!newHere) void onPage.fillThisSite();
    await lookBack();
    await lookForUnconfirmed();
  }

  const { lookAtCopies, saveCopyByItself, ...onCopies } = copyActs(core, ports);
  const { lookAtPolicies } = policyActs(core, ports);
  const onStored = copiesActs(core, ports);
  const { askForProof, leaveExport, ...onExport } = exportActs(core, ports);
  /** Shows all codes beside a page that is not read before somebody presses for it. */
  async function startBeside(): Promise<void> {
    await refresh();
    await lookAtPolicies();
  }

  let listing = false;
  let askedUnixMs = Number.POSITIVE_INFINITY;

  return {
    current,
    subscribe,
    /** Shows how things stand by now. */
    refresh: () => refresh(),
    ...onPage,
    ...onVault,
    ...onKeys,
    ...onAccount,
    ...onMove,
    ...rescueActs(core, ports),
    ...reminderActs(core, ports),
    ...restoreActs(core, ports),
    ...onStored,
    ...trashActs(core, ports),
    ...editActs(core, ports),
    ...habitActs(core, ports),
    ...printActs(core, ports),
    ...onUnconfirmed,
    ...onSecurity,
    openPicture: () => ports.openOwnPage('/from-phone.html?picture'),
    openPanel: ports.openPanel,
    clearing: ports.clearing,
    readShortcuts: ports.readShortcuts,
    changeShortcuts: ports.changeShortcuts,
    openFromPhone: () => ports.openOwnPage('/from-phone.html'),
    ...onCopies,
    ...onExport,
    async show(screen: Screen): Promise<void> {
      leaveExport();
      onStored.leaveCopiesQuestion();
      await onVault.show(screen);
      if (screen === 'settings') await lookAtCopies();
      if (screen === 'export') await askForProof();
    },
    async exportBackup(passphrase: string): Promise<void> {
      await onExport.exportBackup(passphrase);
      await lookAtCopies();
    },
    /** Shows the codes as soon as they are there; what the page shows comes when it was read. */
    async start(): Promise<void> {
      if (ports.isPanel) return startBeside();
      const reading = ports.readDom();
      const links = ports.readSecurityLinks();
      await refresh(FIRST_CODES);
      // What comes next would hold the main thread just when the first codes are to be painted.
      await ports.afterPaint();
      // The background decides by them whatever is shown; the codes wait for nothing.
      const policies = lookAtPolicies();
      if (current().entries.length === FIRST_CODES) await list();
      await look(await reading);
      // Before the line of help is there, whose end it is: what stands below must not move.
      noteSecurityLinks(await links);
      await policies;
      const opening = await ports.ask({ kind: 'opened', tabId: ports.tabId });
      if (opening.kind === 'opening' && opening.add !== null && closedBy(current()) === null)
        await onPage.addAsked(opening.add);
      await lookBack();
      await lookForUnconfirmed();
      await saveCopyByItself();
    },
    /** Has a code checked, and notes what it says about a phone that the account was moved to. */
    async checkCode(typed: string): Promise<void> {
      await onAccount.checkCode(typed);
      noteChecked();
    },
    /** Hides a picture when its time is over. Asks for new codes once the first of those shown has ended; asking again meanwhile does nothing. */
    async tick(nowUnixMs: number): Promise<void> {
      hideWhenDue(nowUnixMs);
      onKeys.forgetRecovered(nowUnixMs);
      const timed = current().entries.filter(({ kind }) => kind !== 'hotp');
      // More left than a code's whole life: the clock has been set back since.
      const over = timed.some(({ endsUnixMs, periodSeconds }) => {
        const leftMs = endsUnixMs - nowUnixMs;
        return leftMs <= 0 || leftMs > periodSeconds * 1_000;
      });
      askedUnixMs = Math.min(askedUnixMs, nowUnixMs);
      const long = current().vault?.kind === 'unlocked' && nowUnixMs - askedUnixMs >= LOOK_AGAIN_MS;
      if (listing || (!over && !long)) return;
      askedUnixMs = nowUnixMs;
      listing = true;
      await refresh();
      listing = false;
    },
    /** Unlocks, and fills at once where the page waits for the code of this site's only account. */
    unlock: (passphrase: string) =>
      act(async () => {
        const unlocked = await onVault.unlock(passphrase);
        if (unlocked) void lookAtPolicies();
        if (unlocked) await goOn();
        if (unlocked) void saveCopyByItself();
        return unlocked;
      }),
    /** Unlocks by the emergency key, after which the customer chooses what opens it from now on. */
    unlockByEmergencyKey: (typed: string) => act(() => onKeys.unlockByEmergencyKey(typed)),
    /** Goes on to the codes; what opens them stays as it was. */
    chooseLater: () =>
      act(async () => {
        onKeys.chooseLater();
        await goOn();
        return true;
      }),
  };
}
