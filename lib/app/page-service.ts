import type { PageRequest } from '../messages/protocol.ts';
import { createAccountService } from './account-service.ts';
import type { AutomaticSites } from './automatic-sites.ts';
import { createBackupCodesService } from './backup-codes-service.ts';
import type { BackupOffers } from './backup-offers.ts';
import { createBackupService } from './backup-service.ts';
import { type ClockReading, checkClock } from './clock-check.ts';
import { createEnrolService } from './enrol-service.ts';
import { createEntriesService } from './entries-service.ts';
import type { FillMemory } from './fill-memory.ts';
import type { Filler } from './filler.ts';
import type { FollowUp } from './follow-up.ts';
import type { FoundStore } from './found-store.ts';
import { createKeysService } from './keys-service.ts';
import type { PageAnswer } from './page-answers.ts';
import type { Pages } from './page-ports.ts';
import { createRescueService } from './rescue-service.ts';
import type { Clock, Random } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** What the service needs from its surroundings. */
export type ServicePorts = {
  readonly vault: VaultRepository;
  readonly pages: Pages;
  readonly clock: Clock;
  readonly random: Random;
  readonly filler: Filler;
  readonly memory: FillMemory;
  readonly sites: AutomaticSites;
  readonly found: FoundStore;
  readonly offers: BackupOffers;
  readonly followUp: Pick<FollowUp, 'look'>;
  /** Asks a tab's page for the time of its own server; null without an answer. */
  readonly siteClock: (tabId: number) => Promise<ClockReading | null>;
};

/** Answers the requests of the popup and the extension's pages; every expected failure is an answer, never a throw. */
export function createPageService(ports: ServicePorts): (request: PageRequest) => Promise<PageAnswer> {
  const { vault, clock, random } = ports;
  const enrol = createEnrolService(ports);
  const entries = createEntriesService(ports);
  const account = createAccountService(ports);
  const keys = createKeysService(vault, createBackupService({ vault, clock, random }));

  const backupCodes = createBackupCodesService(ports);
  const rescue = createRescueService(ports);

  return async (request) => {
    switch (request.kind) {
      case 'vault-state':
        return { kind: 'vault-state', state: await vault.state() };
      case 'create-vault-with-passphrase':
        return keys.createWithPassphrase(request);
      case 'create-vault-with-computer':
        return keys.createWithComputer();
      case 'unlock-with-passphrase':
        return keys.unlock(request);
      case 'unlock-with-computer':
        return keys.unlockWithComputer();
      case 'lock':
        return keys.lock();
      case 'settings':
        return { kind: 'settings', autoLockMinutes: await vault.autoLockMinutes() };
      case 'check-clock':
        return { kind: 'clock', result: checkClock(await ports.siteClock(request.tabId)) };
      case 'set-auto-lock':
        return keys.setAutoLock(request);
      case 'export-backup':
        return keys.exportBackup(request);
      case 'restore-backup':
        return keys.restoreBackup(request);
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
      case 'add-manual':
        return enrol.addManual(request.form);
      case 'dismiss-found':
        return enrol.dismiss(request);
      case 'list-entries':
        return entries.list(request);
      case 'fill':
        return entries.fill(request);
      case 'fill-here':
        return entries.fillThisSite(request);
      case 'use-here':
        return entries.useHere(request);
      case 'look-back':
        return backupCodes.lookBack(request.tabId);
      case 'keep-backup-codes':
        return backupCodes.keep(request);
      case 'discard-backup-codes':
        return backupCodes.discard(request.tabId);
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
      case 'remove-entry':
        return account.remove(request);
      case 'want-automatic':
        return entries.wantAutomatic(request);
      case 'decline-automatic':
        return entries.declineAutomatic(request);
      case 'stop-automatic':
        return entries.stopAutomatic(request);
    }
  };
}
