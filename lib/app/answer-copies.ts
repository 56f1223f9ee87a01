import type { Answers } from './answer-table.ts';
import { createCopiesService } from './copies-service.ts';
import type { ServicePorts } from './service-ports.ts';
import { createUndoService } from './undo-import.ts';

/** Answers what is about saved copies, and takes back accounts that were added together. */
export function copyAnswers(ports: ServicePorts) {
  const copies = createCopiesService(ports);
  const undo = createUndoService(ports);

  return {
    'undo-restore': undo.undo,
    'export-backup': copies.exportBackup,
    'copy-health': () => copies.health(),
    'seal-copy': copies.sealByItself,
    'backup-kept': copies.kept,
    'copies-later': () => copies.putOff(),
    'copies-on': copies.switchOn,
    'copies-keep': copies.keep,
    'copies-off': () => copies.switchOff(),
    'raw-copies': copies.raw,
  } satisfies Answers;
}
