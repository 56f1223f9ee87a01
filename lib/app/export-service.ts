import { type ExportFormat, exportFormats } from '../backup/export/export-formats.ts';
import type { RequestOf } from '../messages/protocol.ts';
import { fromBase64 } from '../vault/base64.ts';
import { failed, type PageAnswer } from './page-answers.ts';
import type { PolicySource } from './policy-source.ts';
import { readProven } from './read-proven.ts';
import type { Clock, Random } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

const formatOf = (id: string): ExportFormat | null => {
  const found = Object.entries(exportFormats).find(([one]) => one === id);
  return found === undefined ? null : found[1];
};

/**
 * Writes all accounts as a file for another app, for whoever has proven to know the passphrase once more. Where an organisation
 * forbids plain exports only files that are sealed go out.
 */
export function createExportService(ports: {
  readonly vault: VaultRepository;
  readonly clock: Clock;
  readonly random: Random;
  readonly policies: Pick<PolicySource, 'now'>;
}) {
  const { vault, clock, random, policies } = ports;
  return {
    async exportFile({ format: id, key, proof }: RequestOf<'export-file'>): Promise<PageAnswer> {
      const format = formatOf(id);
      const kek = key === null ? null : fromBase64(key.kekBase64);
      const salt = key === null ? null : fromBase64(key.kdf.salt);
      if (format === null || format.sealed !== (kek !== null && salt !== null)) return failed('unacceptable');
      if (!format.sealed && (await policies.now()).plainExportForbidden) return failed('export-forbidden');
      const content = await readProven(vault, proof);
      if (!content.ok) return failed(content.error);
      const { entries } = content.value;
      if (entries.length === 0) return failed('no-entry');
      const { text, leftOut } = await format.write(entries, {
        key: kek === null || salt === null ? null : { kek, salt },
        randomBytes: random.bytes,
        nowUnixMs: clock.nowUnixMs(),
      });
      return { kind: 'export-file', fileName: format.fileName, text, count: entries.length - leftOut.length, leftOut };
    },
  };
}
