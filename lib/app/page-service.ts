import type { PageRequest } from '../messages/protocol.ts';
import { createAccountService } from './account-service.ts';
import type { AddAsked, AddIntents } from './add-intents.ts';
import type { AreaService } from './area-service.ts';
import type { AutomaticSites } from './automatic-sites.ts';
import { createBackupCodesService } from './backup-codes-service.ts';
import type { BackupOffers } from './backup-offers.ts';
import { createBackupService } from './backup-service.ts';
import type { CheckedClock } from './checked-clock.ts';
import { type ClockReading, checkClock } from './clock-check.ts';
import { type CodeClock, correctionFor } from './code-clock.ts';
import type { CodeNotice } from './code-notice.ts';
import { createCopiesService } from './copies-service.ts';
import { createEditService } from './edit-service.ts';
import { createEnrolService } from './enrol-service.ts';
import { createEntriesService } from './entries-service.ts';
import type { FillMemory } from './fill-memory.ts';
import type { Filler } from './filler.ts';
import type { FillsUnderWay } from './fills-under-way.ts';
import type { FollowUp } from './follow-up.ts';
import type { FoundStore } from './found-store.ts';
import { createKeysService } from './keys-service.ts';
import { doneOr, failed, type PageAnswer } from './page-answers.ts';
import type { LoginNames } from './page-names.ts';
import type { Pages } from './page-ports.ts';
import { createPhoneService } from './phone-service.ts';
import { createPrintService } from './print-service.ts';
import { createReminderService } from './reminder-service.ts';
import { createRescueService } from './rescue-service.ts';
import type { SubmittingSites } from './submitting-sites.ts';
import { createTrashService } from './trash-service.ts';
import { createUnconfirmedService } from './unconfirmed-service.ts';
import { createUndoService } from './undo-import.ts';
import type { Clock, Random, SessionStore, VaultStorage } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** What the service needs from its surroundings. */
export type ServicePorts = {
  readonly vault: VaultRepository;
  readonly pages: Pages;
  readonly clock: Clock;
  readonly codes: CodeClock;
  readonly checked: CheckedClock;
  readonly names: LoginNames;
  readonly random: Random;
  readonly storage: VaultStorage;
  readonly session: SessionStore;
  readonly filler: Filler;
  readonly memory: FillMemory;
  readonly underWay: Pick<FillsUnderWay, 'during' | 'isAny'>;
  readonly sites: AutomaticSites;
  readonly submitting: SubmittingSites;
  readonly found: FoundStore;
  readonly offers: BackupOffers;
  readonly followUp: Pick<FollowUp, 'look'>;
  readonly notice: Pick<CodeNotice, 'over'>;
  readonly intents: Pick<AddIntents, 'take'>;
  readonly area: Pick<AreaService, 'take' | 'give' | 'drop'>;
  /** Asks a tab's page for the time of its own server, while it is of that exact origin; null without an answer. */
  readonly siteClock: (tabId: number, origin: string) => Promise<ClockReading | null>;
};

/** Answers the requests of the popup and the extension's pages; every expected failure is an answer, never a throw. */
export function createPageService(ports: ServicePorts): (request: PageRequest) => Promise<PageAnswer> {
  const { vault, pages, clock, codes, random } = ports;
  const enrol = createEnrolService(ports);
  const entries = createEntriesService(ports);
  const account = createAccountService(ports);
  const reminder = createReminderService({ vault, clock });
  const backups = createBackupService({ vault, clock, random, session: ports.session });
  const keys = createKeysService(vault, backups, reminder);

  const copies = createCopiesService(ports);
  const backupCodes = createBackupCodesService(ports);
  const rescue = createRescueService(ports);
  const unconfirmed = createUnconfirmedService(ports);
  const trash = createTrashService(ports);
  const edits = createEditService(ports);
  const print = createPrintService(ports);
  const phone = createPhoneService(ports);
  const undo = createUndoService(ports);

  async function settings(): Promise<PageAnswer> {
    const content = await vault.read({ use: false });
    const hasPassphrase = content.ok && content.value.locks.some(({ slot }) => slot.kind === 'passphrase');
    return {
      kind: 'settings',
      autoLockMinutes: await vault.autoLockMinutes(),
      reminder: hasPassphrase ? content.value.reminder.on : null,
      sharedComputer: await ports.sites.isShared(),
    };
  }

  const askedToAdd = async (tabId: number): Promise<AddAsked | null> =>
    ports.intents.take(tabId, await pages.topDocument(tabId, 'press'));

  async function compareClock(tabId: number): Promise<PageAnswer> {
    // What it gives reason to change lies in the vault.
    const content = await vault.read();
    if (!content.ok) return failed(content.error);
    const origin = await pages.topOrigin(tabId);
    const result = checkClock(origin === null ? null : await ports.siteClock(tabId, origin));
    if (origin !== null) await ports.checked.note(result, origin);
    // A clock that is right again makes right codes by itself.
    if (result.kind === 'right') await codes.stop();
    const { correctionSeconds } = await codes.now();
    return { kind: 'clock', result, offerSeconds: correctionFor(result, correctionSeconds) };
  }

  return async (request) => {
    switch (request.kind) {
      case 'vault-state':
        return { kind: 'vault-state', state: await vault.state() };
      case 'create-vault':
        return keys.create(request);
      case 'change-keys':
        // Where others use this computer too, its own key would be theirs.
        if (request.keys.passphrase === 'remove' && (await ports.sites.isShared())) return failed('shared-computer');
        return keys.change(request);
      case 'set-reminder':
        return reminder.set(request);
      case 'practise':
        return reminder.practise(request);
      case 'put-off-reminder':
        return reminder.putOff();
      case 'list-copies':
        return { kind: 'copies', copies: await vault.copies() };
      case 'open-copy':
        return keys.openCopy(request);
      case 'raw-copies':
        return { kind: 'raw-copies', text: await vault.rawCopies() };
      case 'dismiss-missed':
        return doneOr(await vault.dismissMissed());
      case 'unlock-with-key':
        return keys.unlock(request);
      case 'unlock-with-computer':
        return keys.unlockWithComputer();
      case 'lock':
        return keys.lock();
      case 'settings':
        return settings();
      case 'set-shared-computer':
        return doneOr(await ports.sites.setShared(request.shared));
      case 'check-proof':
        return keys.check(request);
      case 'check-clock':
        return compareClock(request.tabId);
      case 'correct-codes':
        return doneOr(await codes.correct(request.seconds));
      case 'stop-correcting':
        return doneOr(await codes.stop());
      case 'set-auto-lock':
        return keys.setAutoLock(request);
      case 'export-backup':
        return copies.exportBackup(request);
      case 'preview-restore':
        return keys.previewRestore(request);
      case 'accept-restore':
        return keys.acceptRestore(request);
      case 'undo-restore':
        return undo.undo(request);
      case 'copy-health':
        return copies.health();
      case 'seal-copy':
        return copies.sealByItself(request);
      case 'backup-kept':
        return copies.kept(request);
      case 'copies-later':
        return copies.putOff();
      case 'copies-on':
        return copies.switchOn(request);
      case 'copies-keep':
        return copies.keep(request);
      case 'copies-off':
        return copies.switchOff();
      case 'found-texts':
        return enrol.look(request);
      case 'list-found':
        return enrol.show(request.tabId);
      case 'add-found':
        return enrol.add(request);
      case 'fill-added':
        return enrol.fillAdded(request);
      case 'add-moved':
        return enrol.addMoved(request);
      case 'phone-texts':
        return phone.take(request);
      case 'list-phone':
        return phone.show(request.tabId);
      case 'add-phone':
        return phone.add(request);
      case 'add-all-phone':
        return phone.addAll(request);
      case 'forget-phone':
        return phone.forget(request);
      case 'take-area':
        return ports.area.take(request);
      case 'give-area':
        return ports.area.give(request);
      case 'drop-area':
        return ports.area.drop(request);
      case 'add-manual':
        return enrol.addManual(request.form);
      case 'dismiss-found':
        return enrol.dismiss(request);
      case 'opened':
        return { kind: 'opening', add: await askedToAdd(request.tabId) };
      case 'list-unconfirmed':
        return unconfirmed.list(request);
      case 'keep-unconfirmed':
        return unconfirmed.keep(request);
      case 'discard-unconfirmed':
        return unconfirmed.discard(request);
      case 'list-entries':
        return entries.list(request);
      case 'fill':
        return entries.fill(request);
      case 'fill-next':
        return entries.fillNext(request);
      case 'fill-here':
        return entries.fillThisSite(request);
      case 'use-here':
        return entries.useHere(request);
      case 'look-back':
        return backupCodes.lookBack(request.tabId);
      case 'keep-backup-codes':
        return backupCodes.keep(request);
      case 'discard-backup-codes':
        return backupCodes.discard(request);
      case 'reveal-backup-codes':
        return rescue.reveal(request);
      case 'fill-backup-code':
        return rescue.fill(request);
      case 'advance-counter':
        return entries.advance(request);
      case 'check-code':
        return account.check(request);
      case 'export-entry':
        return account.exportEntry(request);
      case 'export-batch':
        return account.exportBatch(request);
      case 'revive-entry':
        return account.revive(request);
      case 'show-editable':
        return edits.show(request);
      case 'edit-entry':
        return edits.edit(request);
      case 'undo-edit':
        return edits.undo(request);
      case 'remove-entry':
        return trash.remove(request);
      case 'print-codes':
        return print.prepare(request);
      case 'take-print':
        return print.take();
      case 'list-removed':
        return trash.list();
      case 'put-back':
        return trash.putBack(request);
      case 'delete-for-good':
        return trash.deleteForGood(request);
      case 'want-automatic':
        return entries.wantAutomatic(request);
      case 'decline-automatic':
        return entries.declineAutomatic(request);
      case 'stop-automatic':
        return entries.stopAutomatic(request);
      case 'set-submit':
        return entries.setSubmit(request);
    }
  };
}
