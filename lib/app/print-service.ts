import type { RequestOf } from '../messages/protocol.ts';
import { isRecord } from '../vault/shape.ts';
import { sheetAccount } from './account-sheet.ts';
import { siteName } from './look-alike/site-name.ts';
import { failed, type PageAnswer } from './page-answers.ts';
import type { PolicySource } from './policy-source.ts';
import type { PrintJob } from './print-job.ts';
import { readProven } from './read-proven.ts';
import type { Clock, SessionStore } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

type Waiting = Omit<PrintJob, 'sites'> & { readonly origins: readonly string[] };

/** All accounts wait: only that they may be taken is kept, and none of their keys. */
type WaitingAccounts = { readonly accounts: true; readonly atUnixMs: number };

const KEY = 'print.job';
/** The page opens at once; what nobody took by then is given to nobody, and goes with the lock. */
const JOB_LIFE_MS = 60_000;

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function decode(value: unknown): Waiting | null {
  if (!isRecord(value)) return null;
  const { issuer, account, origins, codes, atUnixMs } = value;
  if (typeof issuer !== 'string' || typeof account !== 'string' || typeof atUnixMs !== 'number') return null;
  return isTexts(origins) && isTexts(codes) ? { issuer, account, origins, codes, atUnixMs } : null;
}

const decodeAccounts = (value: unknown): WaitingAccounts | null =>
  isRecord(value) && value.accounts === true && typeof value.atUnixMs === 'number'
    ? { accounts: true, atUnixMs: value.atUnixMs }
    : null;

/** Forgets a sheet that nobody took, now that the vault is locked. */
export const forgetPrintJob = (session: SessionStore): Promise<void> => session.remove([KEY]);

/** Hands a sheet of backup codes, or of all accounts, from the page that asks for it to the page that prints it: once, while the vault is open, in no address. */
export function createPrintService(ports: {
  readonly vault: VaultRepository;
  readonly session: SessionStore;
  readonly clock: Clock;
  readonly policies: Pick<PolicySource, 'now'>;
}) {
  const { vault, session, clock, policies } = ports;
  return {
    /** Lays out the codes that our own page shows; `entryId` is the account they belong to, as far as it is known. */
    async prepare({ entryId, site, codes }: RequestOf<'print-codes'>): Promise<PageAnswer> {
      if ((await policies.now()).plainExportForbidden) return failed('export-forbidden');
      const content = await vault.read();
      if (!content.ok) return failed(content.error);
      const entry = content.value.entries.find(({ id }) => id === entryId);
      const origins = entry?.origins ?? (site === null ? [] : [site]);
      const { issuer, account } = entry ?? { issuer: '', account: '' };
      const job: Waiting = { issuer, account, origins, codes, atUnixMs: clock.nowUnixMs() };
      await session.set({ [KEY]: job });
      return { kind: 'done' };
    },
    /** Lets the accounts be printed by whoever has proven to know the passphrase once more. */
    async prepareAccounts({ proof }: RequestOf<'print-accounts'>): Promise<PageAnswer> {
      if ((await policies.now()).plainExportForbidden) return failed('export-forbidden');
      const content = await readProven(vault, proof);
      if (!content.ok) return failed(content.error);
      if (content.value.entries.length === 0) return failed('no-entry');
      const waiting: WaitingAccounts = { accounts: true, atUnixMs: clock.nowUnixMs() };
      await session.set({ [KEY]: waiting });
      return { kind: 'done' };
    },
    /** The sheet that waits; a second time there is none. */
    async take(): Promise<PageAnswer> {
      const stored = await session.get(KEY);
      const job = decodeAccounts(stored) ?? decode(stored);
      await session.remove([KEY]);
      const age = job === null ? 0 : clock.nowUnixMs() - job.atUnixMs;
      const content = await vault.read({ use: false });
      // The customer's organisation may have forbidden it since.
      const isForbidden = (await policies.now()).plainExportForbidden;
      if (job === null || age < 0 || age > JOB_LIFE_MS || !content.ok || isForbidden)
        return { kind: 'print', job: null };
      if ('accounts' in job) {
        const accounts = content.value.entries.map(sheetAccount);
        return { kind: 'print-sheet', sheet: { accounts, atUnixMs: job.atUnixMs } };
      }
      const { origins, ...rest } = job;
      return { kind: 'print', job: { ...rest, sites: origins.map(siteName) } };
    },
  };
}
