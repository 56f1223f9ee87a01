import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Copied } from '../lib/app/clear-clipboard.ts';
import { type AccountActs, AccountRow } from './account-row.tsx';
import { useDragRows } from './drag-rows.ts';
import { useGrowing } from './growing.ts';
import { moveFocus } from './move-focus.ts';
import { useText } from './text.ts';
import type { ArrangedView } from './view-models.ts';

type AccountListProps = AccountActs & {
  /** Those that are shown, the pinned ones first. */
  readonly accounts: readonly ArrangedView[];
  readonly groups: readonly string[];
  readonly selected: readonly string[];
  readonly copiedId: string | null;
  /** What becomes of its code. */
  readonly copied: Copied;
  readonly nowUnixMs: number;
  readonly busy: boolean;
  readonly onMoveTo: (id: string, targetId: string) => void;
};

/** A row that moves in the page loses the focus: it goes back to the button that was pressed, or to the one beside it. */
function useKeptFocus(order: string): (id: string) => void {
  const kept = useRef<{ readonly id: string; readonly control: string } | null>(null);
  useLayoutEffect(() => {
    if (kept.current === null) return;
    const { id, control } = kept.current;
    kept.current = null;
    // Who went on to something else meanwhile is left there.
    if (document.activeElement !== document.body) return;
    const row = document.querySelector(`[data-row="${CSS.escape(id)}"]`);
    row?.querySelector<HTMLElement>(`[data-control="${control}"]`)?.focus();
    row?.scrollIntoView?.({ block: 'nearest' });
  }, [order]);
  return (id) => {
    const active = document.activeElement;
    const control = active instanceof HTMLElement ? active.dataset.control : undefined;
    kept.current = { id, control: control ?? 'code' };
  };
}

/**
 * All accounts in the customer's order, which the arrows, Alt and an arrow key, or a pointer change. Arrow keys, Home and End go
 * from a row's button to the same one of another row.
 */
export function AccountList({
  accounts,
  selected,
  copiedId,
  copied,
  onMoveTo,
  onMoveBy,
  onPin,
  ...rest
}: AccountListProps) {
  const t = useText();
  const root = useRef<HTMLElement>(null);
  const { shown, end, more } = useGrowing(accounts.length);
  const { drag, handle } = useDragRows(onMoveTo);
  const keepFocus = useKeptFocus(accounts.map(({ id }) => id).join(' '));
  const drawn = accounts.slice(0, shown);
  const parts = [true, false].map((pinned) => ({
    pinned,
    whole: accounts.filter((one) => one.pinned === pinned),
    rows: drawn.filter((one) => one.pinned === pinned),
  }));
  const isParted = parts.every(({ whole }) => whole.length > 0);
  return (
    <section
      aria-label={t('codesTitle')}
      ref={root}
      onKeyDown={(event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || root.current === null) return;
        // What has no such mark is typed into, or is no part of a row's own line.
        const control = event.target instanceof HTMLElement ? event.target.dataset.control : undefined;
        if (control === undefined || !moveFocus(root.current, `[data-control=${control}]`, event.key)) return;
        event.preventDefault();
      }}
    >
      {parts.map(({ pinned, whole, rows }) => (
        <section
          key={String(pinned)}
          hidden={rows.length === 0}
          aria-label={t(pinned ? 'managerPinned' : 'managerOthers')}
        >
          {isParted && <h2>{t(pinned ? 'managerPinned' : 'managerOthers')}</h2>}
          <ul class="rows">
            {rows.map((account) => (
              <AccountRow
                key={account.id}
                account={account}
                selected={selected.includes(account.id)}
                copied={copiedId === account.id ? copied : null}
                first={account === whole[0]}
                last={account === whole.at(-1)}
                drag={drag}
                handle={handle(account.id)}
                onMoveBy={(id, by) => {
                  if (account !== (by < 0 ? whole[0] : whole.at(-1))) keepFocus(id);
                  onMoveBy(id, by);
                }}
                onPin={(id, on) => {
                  keepFocus(id);
                  onPin(id, on);
                }}
                {...rest}
              />
            ))}
          </ul>
        </section>
      ))}
      {shown < accounts.length && (
        <button type="button" ref={end} onClick={more}>
          {t('codeMore')}
        </button>
      )}
    </section>
  );
}
