import { useEffect, useRef, useState } from 'preact/hooks';
import type { Copied } from '../lib/app/clear-clipboard.ts';
import { CodeRow } from './code-row.tsx';
import { useGrowing } from './growing.ts';
import { moveFocus } from './move-focus.ts';
import { useText } from './text.ts';
import type { EntryView, LookAlikeView, UseHereDoubt } from './view-models.ts';

type CodeListProps = {
  /** Already narrowed by the search; `searching` tells an empty list from an empty vault. */
  readonly entries: readonly EntryView[];
  readonly searching: boolean;
  readonly nowUnixMs: number;
  readonly host: string | null;
  readonly copiedId: string | null;
  /** What becomes of its code. */
  readonly copied: Copied;
  /** The account whose own screen was just left. */
  readonly leftId: string | null;
  /** Whether that was its code in large. */
  readonly leftLarge?: boolean;
  /** The account's site that this one is easily taken for. */
  readonly lookAlike: LookAlikeView | null;
  readonly doubt: UseHereDoubt | null;
  readonly onCopy: (id: string) => void;
  readonly onFill: (id: string) => void;
  readonly onUseHere: (id: string) => void;
  readonly onAdvance: (id: string) => void;
  readonly onMore: (id: string) => void;
  readonly onLarge: (id: string) => void;
  readonly onUseHereAnyway: () => void;
  readonly onLeaveDoubt: () => void;
};

/** All codes, those of this site first; arrow keys, Home and End move between codes. */
export function CodeList({ entries, searching, copiedId, copied, leftId, lookAlike, doubt, ...rest }: CodeListProps) {
  const t = useText();
  const list = useRef<HTMLElement>(null);
  const [choosing, setChoosing] = useState(false);
  const { shown, end, more } = useGrowing(entries.length, entries.findIndex(({ id }) => id === leftId) + 1);
  const first = entries.slice(0, shown);
  const here = first.filter((entry) => entry.belongsHere);
  const elsewhere = first.filter((entry) => !entry.belongsHere);
  // An account that is gone, or too far down to be drawn, takes no focus: the first code does.
  useEffect(() => {
    if (leftId === null || first.some(({ id }) => id === leftId)) return;
    list.current?.querySelector<HTMLElement>('[data-code-button]')?.focus();
  }, []);
  if (entries.length === 0) return <p class="empty">{t(searching ? 'codesNoMatch' : 'codesEmpty')}</p>;
  const rows = (group: readonly EntryView[]) => (
    <ul class="rows">
      {group.map((entry) => (
        <CodeRow
          key={entry.id}
          entry={entry}
          copied={entry.id === copiedId ? copied : null}
          left={entry.id === leftId}
          choosing={choosing}
          doubt={entry.id === doubt?.entryId ? { lookAlike: doubt.reason === 'look-alike' ? lookAlike : null } : null}
          {...rest}
        />
      ))}
    </ul>
  );
  return (
    <section
      class="codes"
      aria-label={t('codesTitle')}
      ref={list}
      onKeyDown={(event) => {
        if (list.current !== null && moveFocus(list.current, '[data-code-button]', event.key)) event.preventDefault();
      }}
    >
      {here.length > 0 && <h2>{t('codesHere')}</h2>}
      {here.length > 0 && rows(here)}
      {here.length > 0 && elsewhere.length > 0 && <h2>{t('codesElsewhere')}</h2>}
      {elsewhere.length > 0 && rows(elsewhere)}
      {shown < entries.length && (
        <button type="button" ref={end} onClick={more}>
          {t('codeMore')}
        </button>
      )}
      {rest.host !== null && elsewhere.some(({ sites }) => sites.length > 0) && (
        <button type="button" class="plain" aria-pressed={choosing} onClick={() => setChoosing(!choosing)}>
          {t('codesUseOther', [rest.host])}
        </button>
      )}
    </section>
  );
}
