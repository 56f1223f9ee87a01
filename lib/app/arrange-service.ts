import type { RequestOf } from '../messages/protocol.ts';
import type { VaultContent } from '../vault/entry.ts';
import { arrange } from './arrange.ts';
import { changeAccounts } from './change-accounts.ts';
import type { CodeClock } from './code-clock.ts';
import { listEntries } from './entry-listing.ts';
import type { FillMemory } from './fill-memory.ts';
import { failed, type PageAnswer } from './page-answers.ts';
import { putBack, trashEntries } from './trash.ts';
import type { Clock } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** What arranging needs from its surroundings. */
export type ArrangePorts = {
  readonly vault: VaultRepository;
  readonly memory: Pick<FillMemory, 'lastCodes'>;
  readonly codes: Pick<CodeClock, 'now'>;
  readonly clock: Clock;
};

/** Lists all accounts as the customer arranged them, whatever page is in front, and changes several at once. */
export function createArrangeService({ vault, memory, codes, clock }: ArrangePorts) {
  const change = (make: (content: VaultContent) => VaultContent) => changeAccounts(vault, make);

  return {
    /** The accounts with their codes, pins and groups, in the customer's order. An open page asks again at every step: that is no use of the vault. */
    async list(): Promise<PageAnswer> {
      const [content, used] = await Promise.all([vault.read({ use: false }), memory.lastCodes()]);
      if (!content.ok) return failed(content.error);
      const time = await codes.now();
      const { entries } = content.value;
      const listed = listEntries(entries, { origin: null, time, used, most: entries.length });
      const byId = new Map(listed.map((one) => [one.id, one]));
      const accounts = entries.flatMap(({ id, pinned, group }) => {
        const one = byId.get(id);
        return one === undefined ? [] : [{ ...one, pinned: pinned === true, group: group ?? '' }];
      });
      return { kind: 'accounts', accounts };
    },

    /** Pins, groups and places accounts, in one write. */
    arrange: ({ marks, order }: RequestOf<'arrange-accounts'>) =>
      change((content) => arrange(content, { marks, order })),

    /** Moves accounts to the removed ones; their sites are not told. */
    remove: ({ entryIds }: RequestOf<'remove-accounts'>) =>
      change((content) => trashEntries(content, new Set(entryIds), clock.nowUnixMs())),

    /** Puts removed accounts back where they stood: `order` is that of all accounts before. */
    putBack: ({ entryIds, order }: RequestOf<'put-back-accounts'>) =>
      change((content) => {
        const back = entryIds.reduce((next, id) => putBack(next, id, clock.nowUnixMs()), content);
        return back === content ? content : arrange(back, { marks: [], order });
      }),
  };
}
