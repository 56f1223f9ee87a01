import type { PageAnswer } from '../../lib/app/page-answers.ts';
import { createPageModel } from '../../lib/app/page-model.ts';
import { MAX_TEXT_LENGTH, MAX_TEXTS } from '../../lib/messages/bounds.ts';
import type { RequestOf } from '../../lib/messages/protocol.ts';
import { emptyModel, nothingRead } from './model.ts';
import type { PhonePorts } from './ports.ts';

/** The page's one model and the ways to bring it up to date. */
export type Core = ReturnType<typeof createCore>;

/** Keeps the model, tells subscribers of each change, and asks the background. */
export function createCore({ ask, tabId }: PhonePorts) {
  const { current, subscribe, change } = createPageModel(emptyModel);

  /** Shows what an answer lists; false where it lists nothing, as the vault is not open. */
  async function show(request: RequestOf<'list-phone' | 'phone-texts'>): Promise<boolean> {
    const answer = await ask(request);
    if (answer.kind === 'failed' && answer.reason === 'too-many') change({ tooMany: true });
    if (answer.kind !== 'phone') return false;
    const { accounts, batches, refused, others, site, lookAlike } = answer;
    change({ vault: { kind: 'unlocked' }, found: { accounts, batches, refused, others }, site, lookAlike });
    return true;
  }

  /** Whether an answer is that an organisation closed the site, which is then said. */
  async function isClosed(answer: PageAnswer): Promise<boolean> {
    if (answer.kind !== 'failed' || answer.reason !== 'portal-not-allowed') return false;
    const set = await ask({ kind: 'policies' });
    if (set.kind === 'policies') change({ closedBy: set.policies });
    return set.kind === 'policies';
  }

  /** Shows what waits to be added, or else how the vault stands. */
  async function list(): Promise<void> {
    if (await show({ kind: 'list-phone', tabId })) return;
    const answer = await ask({ kind: 'vault-state' });
    if (answer.kind !== 'vault-state') return change({ failed: true });
    const { state } = answer;
    if (state.kind === 'unlocked') return change({ vault: state, failed: true });
    // What was shown while the vault was open goes with the lock.
    change({ vault: state, found: nothingRead, unread: [], done: null, undone: null });
  }

  /** Runs one act at a time; a failed act says so, and shows how the vault stands by now. */
  async function act(run: () => Promise<boolean>): Promise<void> {
    if (current().busy) return;
    change({
      busy: true,
      failed: false,
      wrongPassphrase: false,
      closedBy: null,
      tooMany: false,
      done: null,
      undone: null,
    });
    // Whatever broke, the page stays usable and says that it did.
    const done = await run().catch(() => false);
    if (!done) await list();
    const open = current().vault?.kind === 'unlocked';
    change({ busy: false, reading: null, failed: current().failed || (!done && open && !current().tooMany) });
  }

  return {
    current,
    subscribe,
    change,
    list,
    isClosed,
    act,
    /** Hands over what was read, to wait until it is added; false where it does not wait, or is not shown. */
    async handOver(texts: readonly string[]): Promise<boolean> {
      const fitting = texts.filter((text) => text.length <= MAX_TEXT_LENGTH);
      let shown = true;
      // A text that was pasted may hold more links than a request.
      for (let from = 0; shown && (from === 0 || from < fitting.length); from += MAX_TEXTS)
        shown = await show({ kind: 'phone-texts', tabId, texts: fitting.slice(from, from + MAX_TEXTS) });
      return shown;
    },
  };
}
