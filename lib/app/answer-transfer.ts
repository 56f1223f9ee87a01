import type { Answers } from './answer-table.ts';
import { createExportService } from './export-service.ts';
import type { ServicePorts } from './service-ports.ts';
import { createTransferService } from './transfer-service.ts';

/** Answers what brings accounts in from other apps' files, and out into them. */
export function transferAnswers(ports: ServicePorts) {
  const transfer = createTransferService(ports);
  const exports = createExportService(ports);

  return {
    'preview-import': transfer.preview,
    'accept-import': transfer.accept,
    'export-file': exports.exportFile,
  } satisfies Answers;
}
