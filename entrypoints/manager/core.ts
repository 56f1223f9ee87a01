import type { Copied } from '../../lib/app/clear-clipboard.ts';
import type { ClearTime, Habits } from '../../lib/app/habits.ts';
import { type KeyMaking, unlockRequest } from '../../lib/app/new-keys.ts';
import { createPageModel } from '../../lib/app/page-model.ts';
import { isWrongKey } from '../../lib/app/wrong-key.ts';
import type { Ask } from '../../lib/messages/client.ts';
import type { PageRequest } from '../../lib/messages/protocol.ts';
import { passphraseSlot } from '../../lib/vault/passphrase-slot.ts';
import { notLeaving } from './leaving.ts';
import { emptyModel, type ManagerModel, openedAccount, selectedOf } from './model.ts';
import type { Section } from './section.ts';
import { contentOf } from './section-content.ts';

// Doorcode may have been locked, or something added, in another window.
const LOOK_AGAIN_MS = 30_000;

/** What the page needs from its surroundings. */
export type ManagerPorts = KeyMaking & {
  readonly ask: Ask;
  readonly nowUnixMs: () => number;
  /** How codes are shown and copied; another window may change it. */
  readonly habits: { readonly read: () => Promise<Habits>; readonly keep: (habits: Habits) => Promise<void> };
  /** Copies a code, and tells what becomes of it. */
  readonly copyCode: (code: string, seconds: ClearTime, tell: (copied: Copied) => void) => Promise<void>;
  /** Hands a text to the browser as a file that the customer keeps. */
  readonly saveFile: (name: string, text: string) => void;
  /** Opens the page that prints what waits to be printed. */
  readonly openSheet: () => Promise<void>;
};

/** What the acts of the page are made of. */
export type Core = ReturnType<typeof createCore>;

/** Keeps the model, asks the background, opens and locks. */
export function createCore(ports: ManagerPorts) {
  const { ask, nowUnixMs } = ports;
  const { current, subscribe, change } = createPageModel(emptyModel);
  let lookedUnixMs = 0;
  let looking = false;

  /** What was shown goes with the lock, and so does what could be taken back. */
  const gone: Partial<ManagerModel> = {
    ...{ listed: false, accounts: [], selected: [], undoable: [], said: null, query: '', group: null, copiedId: null },
    ...{
      health: null,
      checkUp: null,
      settings: null,
      automatic: null,
      removed: null,
      check: null,
      leaving: notLeaving,
    },
  };

  /** Changes what is shown; what is no longer in sight is no longer selected. */
  const show = (part: Partial<ManagerModel>): void =>
    change({ ...part, selected: selectedOf({ ...current(), ...part }) });

  let turn = 0;

  /** Shows how things stand by now; an earlier look that comes back later shows nothing, such as codes after a lock. */
  async function look(): Promise<void> {
    turn += 1;
    const mine = turn;
    lookedUnixMs = nowUnixMs();
    const state = await ask({ kind: 'vault-state' });
    if (turn !== mine) return;
    if (state.kind !== 'vault-state') return change({ failed: true });
    const vault = state.state;
    const { account } = current();
    // Which one was open stays, to be there after the unlocking; what it showed goes.
    const kept = account === null ? null : openedAccount(account.entryId);
    if (vault.kind !== 'unlocked') return change({ ...gone, account: kept, vault });
    const answer = await ask({ kind: 'list-accounts' });
    const isEmpty = answer.kind === 'accounts' && answer.accounts.length === 0;
    const [section, habits] = await Promise.all([contentOf(ask, current().section, isEmpty), ports.habits.read()]);
    if (turn !== mine) return;
    // An open vault that gives no accounts is a failure, and never looks like one without any.
    if (answer.kind !== 'accounts') return change({ vault, failed: true });
    const { accounts } = answer;
    const group = accounts.some((one) => one.group === current().group) ? current().group : null;
    show({ vault, listed: true, accounts, group, habits, ...section });
  }

  /** Runs one act at a time; a failed one says so, and shows how things stand. */
  async function act(run: () => Promise<boolean>): Promise<void> {
    if (current().busy) return;
    change({ busy: true, failed: false, wrong: false, said: null });
    const done = await run().catch(() => false);
    await look().catch(() => change({ failed: true }));
    change({ busy: false, failed: current().failed || (!done && !current().wrong) });
  }

  async function open(request: PageRequest | null): Promise<boolean> {
    const answer = request === null ? null : await ask(request);
    change({ wrong: answer?.kind === 'failed' && isWrongKey(answer.reason) });
    return answer?.kind === 'opened';
  }

  async function unlock(typed: string): Promise<boolean> {
    const { vault } = current();
    const slot = passphraseSlot(vault?.kind === 'locked' ? vault.slots : []);
    return open(slot === null ? { kind: 'unlock-with-computer' } : await unlockRequest(ports, slot, typed));
  }

  return {
    current,
    subscribe,
    change,
    show,
    act,
    ask,
    refresh: look,
    look: () => act(async () => true),
    start: (): Promise<void> => look().catch(() => change({ failed: true })),
    /** Looks again once a code is over, and now and then. */
    async tick(): Promise<void> {
      const now = nowUnixMs();
      const over = current().accounts.some(({ kind, endsUnixMs, periodSeconds }) => {
        // More left than a code's whole life: the clock has been set back since.
        const leftMs = endsUnixMs - now;
        return kind !== 'hotp' && (leftMs <= 0 || leftMs > periodSeconds * 1_000);
      });
      lookedUnixMs = Math.min(lookedUnixMs, now);
      if (looking || current().busy || (!over && now - lookedUnixMs < LOOK_AGAIN_MS)) return;
      looking = true;
      await look().catch(() => undefined);
      looking = false;
    },
    /** Looks again without a press, when the window comes to the front. */
    lookAgain: async (): Promise<void> => {
      if (!current().busy) await look().catch(() => undefined);
    },
    /** Opens a section, or one account in its own. */
    async go(section: Section, entryId: string | null = null): Promise<void> {
      const { account, said } = current();
      if (section === current().section && entryId === (account?.entryId ?? null)) return;
      const leftId = section === 'accounts' ? (account?.entryId ?? null) : null;
      const opened = entryId === null ? null : openedAccount(entryId);
      // What was done with the account that is left is said in the list.
      change({ section, account: opened, leftId, said: leftId === null ? null : said });
      change({ failed: false, wrong: false, check: null, copiedId: null, leaving: notLeaving });
      if (current().vault?.kind === 'unlocked') await look().catch(() => change({ failed: true }));
    },
    unlock: (typed: string) => act(() => unlock(typed)),
    /** Locks at once, whatever is under way. */
    async lock(): Promise<void> {
      change({ wrong: false });
      const answer = await ask({ kind: 'lock' });
      if (answer.kind !== 'done') change({ failed: true });
      await look();
    },
  };
}
