import type { ChangeView } from '../../components/view-models.ts';
import { type Move, moveBy, moveTo } from '../../lib/app/account-order.ts';
import type { Mark } from '../../lib/app/arrange.ts';
import type { PageRequest } from '../../lib/messages/protocol.ts';
import type { Core, ManagerPorts } from './core.ts';
import { shownAccounts } from './model.ts';

// Enough to go back over what was done in one sitting.
const MOST_UNDOABLE = 50;

/** Everything that is done with the list of accounts; whatever changes it can be taken back. */
export function accountActs({ current, change, show, act, ask }: Core, { copyCode }: ManagerPorts) {
  /** Makes a change, tells it, and remembers how it is taken back. */
  async function make(request: PageRequest, back: PageRequest, told: ChangeView): Promise<boolean> {
    if ((await ask(request)).kind !== 'done') return false;
    const undoable = [...current().undoable, { change: told, back }].slice(-MOST_UNDOABLE);
    change({ undoable, said: { kind: 'done', change: told } });
    return true;
  }

  const named = (ids: readonly string[]) => current().accounts.filter(({ id }) => ids.includes(id));

  async function mark(ids: readonly string[], part: Partial<Mark>, told: ChangeView): Promise<boolean> {
    const before = named(ids).map(({ id, pinned, group }): Mark => ({ entryId: id, pinned, group }));
    const after = before.map((one) => ({ ...one, ...part }));
    const marks = (list: readonly Mark[]): PageRequest => ({ kind: 'arrange-accounts', marks: list, order: [] });
    return before.length > 0 && make(marks(after), marks(before), told);
  }

  const place = (move: Move | null) =>
    act(async () => {
      if (move === null) return true;
      const order = (list: readonly string[]): PageRequest => ({ kind: 'arrange-accounts', marks: [], order: list });
      const told = { kind: 'moved', place: move.place, of: move.after.length } as const;
      return make(order(move.after), order(move.before), told);
    });

  return {
    search: (query: string): void => show({ query }),
    showGroup: (group: string | null): void => show({ group }),
    select(id: string, on: boolean): void {
      const others = current().selected.filter((one) => one !== id);
      change({ selected: on ? [...others, id] : others });
    },
    selectShown: (on: boolean): void => change({ selected: on ? shownAccounts(current()).map(({ id }) => id) : [] }),
    pin: (id: string, pinned: boolean) => act(() => mark([id], { pinned }, { kind: pinned ? 'pinned' : 'unpinned' })),
    /** Puts accounts in a group; an empty name takes them out of theirs. */
    setGroup: (ids: readonly string[], group: string) =>
      act(() => mark(ids, { group: group.trim() }, { kind: 'grouped' })),
    moveBy: (id: string, by: -1 | 1) => place(moveBy(shownAccounts(current()), id, by)),
    moveTo: (id: string, targetId: string) => place(moveTo(shownAccounts(current()), id, targetId)),
    /** Moves accounts to the removed ones. */
    remove: (ids: readonly string[]) =>
      act(async () => {
        const going = named(ids);
        if (going.length === 0) return false;
        const entryIds = going.map(({ id }) => id);
        const sites = going.flatMap((one) => (one.state === 'stale' ? [] : one.sites));
        const order = current().accounts.map(({ id }) => id);
        const back = { kind: 'put-back-accounts', entryIds, order } as const;
        return make({ kind: 'remove-accounts', entryIds }, back, { kind: 'removed', count: going.length, sites });
      }),
    /** Takes back the latest change that was not taken back yet. */
    undo: () =>
      act(async () => {
        const last = current().undoable.at(-1);
        if (last === undefined) return true;
        const answer = await ask(last.back);
        const isDone = answer.kind === 'done';
        // What can never be taken back, as its accounts are gone, must not stand in the way of what can.
        const isOver = isDone || (answer.kind === 'failed' && answer.reason === 'no-entry');
        if (isOver) change({ undoable: current().undoable.filter((one) => one !== last) });
        if (isDone) change({ said: { kind: 'undone' } });
        return isDone;
      }),
    /** Moves a counter-based code on. */
    advance: (entryId: string) => act(async () => (await ask({ kind: 'advance-counter', entryId })).kind === 'done'),
    async copy(id: string): Promise<void> {
      const code = named([id])[0]?.code ?? null;
      const copied =
        code !== null &&
        (await copyCode(code, current().habits.clearSeconds, (becomes) => change({ copied: becomes })).then(
          () => true,
          () => false,
        ));
      change({ copiedId: copied ? id : null, failed: !copied });
    },
  };
}
