import type { PageAnswer } from '../../lib/app/page-answers.ts';
import type { PageRequest, RequestOf } from '../../lib/messages/protocol.ts';
import { copyCode } from './copy-code.ts';
import type { Core } from './core.ts';
import type { PopupPorts } from './ports.ts';
import { doubtOf, fillProblemOf, isCopyable, isMovedOn } from './problems.ts';

/** Filling a code into the page in front, and what helps where that is not possible. */
export function fillActs(core: Core, ports: PopupPorts) {
  const { act, change, current, list, refresh } = core;
  const { ask, tabId } = ports;

  /** Tells what came of a fill; a code that found no box goes to the clipboard instead. */
  async function tell(answer: PageAnswer, entryId: string, mayCopy: boolean): Promise<boolean> {
    if (isMovedOn(answer)) change({ fillProblem: { problem: 'moved-on', instead: null } });
    const reason = answer.kind === 'failed' ? doubtOf(answer.reason) : null;
    if (reason !== null) change({ doubt: { entryId, reason } });
    if (answer.kind !== 'fill') return reason !== null;
    const { result } = answer;
    const problem = fillProblemOf(result);
    if (result.kind === 'written') change({ success: { kind: 'filled' }, counterLost: !result.counterKept });
    if (problem === null) return true;
    const code = current().entries.find(({ id }) => id === entryId)?.code;
    const copyable = mayCopy && isCopyable(problem) && code !== undefined;
    change({
      fillProblem: { problem, instead: copyable ? ((await copyCode(ports, core, code)) ? 'copied' : 'copy') : null },
    });
    return false;
  }

  /** Fills, which may wait for the next code: the popup stays usable and says what it waits for. */
  async function fill(request: PageRequest, entryId: string): Promise<void> {
    if (current().filling !== null) return;
    change({ filling: entryId, fillProblem: null, failed: false, success: null, doubt: null });
    const answer = await ask(request);
    // What the list shows may be the very code that was refused.
    const told = await tell(answer, entryId, request.kind !== 'fill-next');
    change({ filling: null, failed: !told && current().fillProblem === null });
    await refresh();
  }

  type Sure = Pick<RequestOf<'use-here'>, 'despiteLookAlike' | 'asSecondSite'>;

  /** Uses an account at the site that the popup shows, which need not be the tab's any more. */
  async function useHere(entryId: string, sure: Sure): Promise<void> {
    const { origin: shown } = current();
    if (shown !== null) await fill({ kind: 'use-here', tabId, entryId, shown, ...sure }, entryId);
  }

  return {
    fill: (entryId: string) => fill({ kind: 'fill', tabId, entryId }, entryId),
    /** Fills the code after the refused one, for the account that it was of. */
    fillNext: () => fill({ kind: 'fill-next', tabId }, current().refused?.entryId ?? ''),
    useHere: (entryId: string) => useHere(entryId, { despiteLookAlike: false, asSecondSite: false }),
    /** Uses an account here after the customer saw why it was not, and allows nothing that was not shown. */
    async useHereAnyway(): Promise<void> {
      const { doubt, entries } = current();
      const entry = entries.find(({ id }) => id === doubt?.entryId);
      if (doubt === null || entry === undefined) return;
      const sure = { despiteLookAlike: doubt.reason === 'look-alike', asSecondSite: entry.sites.length > 0 };
      await useHere(entry.id, sure);
    },
    leaveDoubt: () => change({ doubt: null }),
    /** Fills the only account of this site, or the one that the page names, if it has a box for it; says nothing where it has none. */
    async fillThisSite(): Promise<void> {
      const here = current().entries.filter(({ belongsHere }) => belongsHere);
      const [entry] = here;
      if (entry === undefined) return;
      if (here.length === 1) change({ filling: entry.id });
      const answer = await ask({ kind: 'fill-here', tabId });
      const written = answer.kind === 'fill' && answer.result.kind === 'written';
      change({ filling: null, ...(written ? { success: { kind: 'filled' } } : {}) });
      await list();
    },
    advance: (entryId: string) =>
      act(async () => {
        const answer = await ask({ kind: 'advance-counter', entryId });
        await list();
        return answer.kind === 'done';
      }),
    copy: (entryId: string) =>
      act(async () => {
        const entry = current().entries.find(({ id }) => id === entryId);
        if (entry === undefined || !(await copyCode(ports, core, entry.code))) return false;
        change({ copiedId: entryId });
        return true;
      }),
  };
}
