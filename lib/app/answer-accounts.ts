import { createAccountService } from './account-service.ts';
import type { Answers } from './answer-table.ts';
import { createArrangeService } from './arrange-service.ts';
import { createEditService } from './edit-service.ts';
import { createPrintService } from './print-service.ts';
import type { ServicePorts } from './service-ports.ts';
import { createTrashService } from './trash-service.ts';
import { createUnconfirmedService } from './unconfirmed-service.ts';

/** Answers what is about one account and what becomes of it. */
export function accountAnswers(ports: ServicePorts) {
  const account = createAccountService(ports);
  const unconfirmed = createUnconfirmedService(ports);
  const edits = createEditService(ports);
  const print = createPrintService(ports);
  const trash = createTrashService(ports);
  const arranging = createArrangeService(ports);

  return {
    'list-unconfirmed': unconfirmed.list,
    'keep-unconfirmed': unconfirmed.keep,
    'discard-unconfirmed': unconfirmed.discard,
    'check-code': account.check,
    'export-entry': account.exportEntry,
    'export-batch': account.exportBatch,
    'revive-entry': account.revive,
    'show-editable': edits.show,
    'edit-entry': edits.edit,
    'undo-edit': edits.undo,
    'print-codes': print.prepare,
    'print-accounts': print.prepareAccounts,
    'take-print': () => print.take(),
    'remove-entry': trash.remove,
    'list-removed': () => trash.list(),
    'put-back': trash.putBack,
    'delete-for-good': trash.deleteForGood,
    'list-accounts': () => arranging.list(),
    'arrange-accounts': arranging.arrange,
    'remove-accounts': arranging.remove,
    'put-back-accounts': arranging.putBack,
  } satisfies Answers;
}
