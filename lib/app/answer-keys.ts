import type { Answers } from './answer-table.ts';
import { createBackupService } from './backup-service.ts';
import { createKeysService } from './keys-service.ts';
import { doneOr, failed } from './page-answers.ts';
import { createReminderService } from './reminder-service.ts';
import type { ServicePorts } from './service-ports.ts';

/** Answers what takes a key: the life of the vault, and the accounts of a saved copy. */
export function keyAnswers(ports: ServicePorts) {
  const { vault, clock, random, session, sites } = ports;
  const reminder = createReminderService({ vault, clock });
  const keys = createKeysService(vault, createBackupService({ vault, clock, random, session }), reminder);

  return {
    'vault-state': async () => ({ kind: 'vault-state', state: await vault.state() }),
    'create-vault': keys.create,
    'unlock-with-key': keys.unlock,
    'unlock-with-computer': () => keys.unlockWithComputer(),
    lock: () => keys.lock(),
    'change-keys': async (request) => {
      // Where others use this computer too, its own key would be theirs.
      if (request.keys.passphrase === 'remove' && (await sites.isShared())) return failed('shared-computer');
      return keys.change(request);
    },
    'check-proof': keys.check,
    'set-auto-lock': keys.setAutoLock,
    'preview-restore': keys.previewRestore,
    'accept-restore': keys.acceptRestore,
    'set-reminder': reminder.set,
    practise: reminder.practise,
    'put-off-reminder': () => reminder.putOff(),
    'list-copies': async () => ({ kind: 'copies', copies: await vault.copies() }),
    'open-copy': keys.openCopy,
    'dismiss-missed': async () => doneOr(await vault.dismissMissed()),
  } satisfies Answers;
}
