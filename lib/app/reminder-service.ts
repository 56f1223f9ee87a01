import type { RequestOf } from '../messages/protocol.ts';
import type { Reminder } from '../vault/entry.ts';
import { doneOr, failed, type PageAnswer } from './page-answers.ts';
import { readProven } from './read-proven.ts';
import type { Clock } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

const DAY_MS = 24 * 3_600_000;

/** Practising the passphrase now and then, for those who asked to be reminded. */
export function createReminderService({ vault, clock }: { readonly vault: VaultRepository; readonly clock: Clock }) {
  const keep = (part: (stored: Reminder) => Partial<Reminder>) =>
    vault.mutate((content) => ({ ...content, reminder: { ...content.reminder, ...part(content.reminder) } }));

  return {
    set: async ({ on }: RequestOf<'set-reminder'>): Promise<PageAnswer> =>
      doneOr(await keep(() => ({ on, provenUnixMs: clock.nowUnixMs() }))),

    /** The passphrase was typed for practice. */
    async practise({ proof }: RequestOf<'practise'>): Promise<PageAnswer> {
      const content = await readProven(vault, proof);
      return content.ok ? doneOr(await keep(() => ({ provenUnixMs: clock.nowUnixMs() }))) : failed(content.error);
    },

    /** What is put off counts as typed: it is asked again after the same time. */
    putOff: async (): Promise<PageAnswer> => doneOr(await keep(() => ({ provenUnixMs: clock.nowUnixMs() }))),

    /** The passphrase opened the vault: worth a write only for who is reminded, and once a day. */
    async noteTyped(): Promise<void> {
      const content = await vault.read({ use: false });
      if (!content.ok || !content.value.reminder.on) return;
      const nowUnixMs = clock.nowUnixMs();
      if (Math.abs(nowUnixMs - content.value.reminder.provenUnixMs) >= DAY_MS)
        await keep(() => ({ provenUnixMs: nowUnixMs }));
    },
  };
}
