import { AEGIS_COST, type SealingKey } from '../backup/export/aegis-export.ts';
import { type ExportFormat, exportFormats } from '../backup/export/export-formats.ts';
import { isHeldWhole } from '../backup/export/held-whole.ts';
import type { RequestOf } from '../messages/protocol.ts';
import type { PassphraseKey } from '../messages/protocol-keys.ts';
import { fromBase64 } from '../vault/base64.ts';
import { failed, type PageAnswer } from './page-answers.ts';
import type { PolicySource } from './policy-source.ts';
import { readProven } from './read-proven.ts';
import type { Clock, Random } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

const KEY_LENGTH = 32;

/** The key of a file; null where it is none, or of another cost than the file would name: no passphrase would open it. */
function sealingKey({ kdf, kekBase64 }: PassphraseKey): SealingKey | null {
  const [kek, salt] = [fromBase64(kekBase64), fromBase64(kdf.salt)];
  const isOfCost = kdf.N === AEGIS_COST.N && kdf.r === AEGIS_COST.r && kdf.p === AEGIS_COST.p;
  return kek?.length === KEY_LENGTH && salt !== null && isOfCost ? { kek, salt } : null;
}

/**
 * Writes all accounts as a file for another app, for whoever has proven to know the passphrase once more. Where an organisation
 * forbids plain exports only files that are sealed go out; no file goes out that our own importer does not read back whole.
 */
export function createExportService(ports: {
  readonly vault: VaultRepository;
  readonly clock: Clock;
  readonly random: Random;
  readonly policies: Pick<PolicySource, 'now'>;
  readonly formats?: Readonly<Record<string, ExportFormat>>;
}) {
  const { vault, clock, random, policies, formats = exportFormats } = ports;
  return {
    async exportFile({ format: id, key: typed, proof }: RequestOf<'export-file'>): Promise<PageAnswer> {
      const format = Object.entries(formats).find(([one]) => one === id)?.[1];
      const key = typed === null ? null : sealingKey(typed);
      if (format === undefined || format.sealed !== (typed !== null) || (typed !== null && key === null))
        return failed('unacceptable');
      if (!format.sealed && (await policies.now()).plainExportForbidden) return failed('export-forbidden');
      const content = await readProven(vault, proof);
      if (!content.ok) return failed(content.error);
      const { entries } = content.value;
      if (entries.length === 0) return failed('no-entry');
      const how = { key, randomBytes: random.bytes, nowUnixMs: clock.nowUnixMs() };
      const written = await format.write(entries, how);
      if (!(await isHeldWhole(format, written, key))) return failed('not-read-back');
      const { text, held, leftOut } = written;
      return { kind: 'export-file', fileName: format.fileName, text, count: held.length, leftOut };
    },
  };
}
