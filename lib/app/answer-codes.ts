import type { Answers } from './answer-table.ts';
import { createBackupCodesService } from './backup-codes-service.ts';
import { createEntriesService } from './entries-service.ts';
import { createRescueService } from './rescue-service.ts';
import type { ServicePorts } from './service-ports.ts';

/** Answers what is about codes, and how they come into a page: those of accounts, and the backup codes of sites. */
export function codeAnswers(ports: ServicePorts) {
  const entries = createEntriesService(ports);
  const backupCodes = createBackupCodesService(ports);
  const rescue = createRescueService(ports);

  return {
    'list-entries': entries.list,
    fill: entries.fill,
    'fill-next': entries.fillNext,
    'fill-here': entries.fillThisSite,
    'use-here': entries.useHere,
    'advance-counter': entries.advance,
    'want-automatic': entries.wantAutomatic,
    'decline-automatic': entries.declineAutomatic,
    'stop-automatic': entries.stopAutomatic,
    'set-submit': entries.setSubmit,
    'look-back': ({ tabId }) => backupCodes.lookBack(tabId),
    'keep-backup-codes': backupCodes.keep,
    'discard-backup-codes': backupCodes.discard,
    'reveal-backup-codes': rescue.reveal,
    'fill-backup-code': rescue.fill,
  } satisfies Answers;
}
