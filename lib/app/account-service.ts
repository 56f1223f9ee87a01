import type { RequestOf } from '../messages/protocol.ts';
import { checkCode } from './check-code.ts';
import type { CodeClock } from './code-clock.ts';
import { reviveEntry } from './entry-life.ts';
import { exportMany, exportOne } from './export-accounts.ts';
import type { FillMemory } from './fill-memory.ts';
import { failed, type PageAnswer } from './page-answers.ts';
import type { PolicySource } from './policy-source.ts';
import { readProven } from './read-proven.ts';
import type { Clock, Random } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** What the acts on one account need from their surroundings. */
export type AccountPorts = {
  readonly vault: VaultRepository;
  readonly memory: FillMemory;
  readonly clock: Clock;
  readonly codes: Pick<CodeClock, 'now'>;
  readonly random: Random;
  readonly policies: Pick<PolicySource, 'now'>;
};

/** What a customer does with accounts outside any page. */
export function createAccountService({ vault, memory, clock, codes, random, policies }: AccountPorts) {
  return {
    /** Says what a code is that was typed from a phone. */
    async check({ entryId, typed, before }: RequestOf<'check-code'>): Promise<PageAnswer> {
      const content = await vault.read();
      if (!content.ok) return failed(content.error);
      const { entries } = content.value;
      const entry = entries.find(({ id }) => id === entryId);
      if (entry === undefined) return failed('no-entry');
      const lastFilled = (await memory.lastOf(entryId))?.code ?? null;
      const others = entries.filter((other) => other !== entry);
      const time = await codes.now();
      const result = checkCode(typed, { entry, others, lastFilled, before, nowUnixMs: time.nowUnixMs() });
      if (!('fromUnixMs' in result)) return { kind: 'checked', result };
      return { kind: 'checked', result: { ...result, fromUnixMs: time.onThisClock(result.fromUnixMs) } };
    },

    /** The secret of one account as a text for a QR code; only for who has just proven to know the passphrase. */
    async exportEntry({ entryId, proof }: RequestOf<'export-entry'>): Promise<PageAnswer> {
      if ((await policies.now()).plainExportForbidden) return failed('export-forbidden');
      const content = await readProven(vault, proof);
      if (!content.ok) return failed(content.error);
      const entry = content.value.entries.find(({ id }) => id === entryId);
      return entry === undefined ? failed('no-entry') : { kind: 'exported', ...exportOne(entry) };
    },

    /** The secrets of several accounts in the order of the vault, likewise. */
    async exportBatch({ entryIds, proof }: RequestOf<'export-batch'>): Promise<PageAnswer> {
      if ((await policies.now()).plainExportForbidden) return failed('export-forbidden');
      const content = await readProven(vault, proof);
      if (!content.ok) return failed(content.error);
      const entries = content.value.entries.filter(({ id }) => entryIds.includes(id));
      if (entries.length === 0) return failed('no-entry');
      const batchId = new DataView(random.bytes(4).buffer).getInt32(0);
      return { kind: 'exported', ...exportMany(entries, batchId) };
    },

    /** Takes back that an account is no longer in force. */
    async revive({ entryId }: RequestOf<'revive-entry'>): Promise<PageAnswer> {
      const changed = await vault.mutate((content) => reviveEntry(content, entryId, clock.nowUnixMs()));
      return changed.ok ? { kind: 'done' } : failed(changed.error);
    },
  };
}
