import { useEffect } from 'preact/hooks';
import { AccountList } from '../../components/account-list.tsx';
import { AccountSelection } from '../../components/account-selection.tsx';
import { ChangeNotice } from '../../components/change-notice.tsx';
import { GroupChips } from '../../components/group-chips.tsx';
import { PresetPortal } from '../../components/policy-notices.tsx';
import { Search } from '../../components/search.tsx';
import { SectionLinks } from '../../components/section-links.tsx';
import { ShownHabits } from '../../components/shown-habits.ts';
import { useText } from '../../components/text.ts';
import { groupsOf, shownAccounts } from './model.ts';
import type { SectionsProps } from './sections.tsx';
import { waysIn } from './ways-in.ts';

type AccountsProps = Pick<SectionsProps, 'page' | 'model' | 'openPage' | 'openScreen'> & { readonly nowUnixMs: number };

/** The section *Accounts*: all of them, to look for, pin, group, put in order and remove. */
export function Accounts({ page, model, nowUnixMs, openPage, openScreen }: AccountsProps) {
  const t = useText();
  const { accounts, query, group, selected, busy, said, undoable } = model;
  // Back from an account, the focus is where it was opened, unless a notice has it.
  useEffect(() => {
    if (model.leftId === null || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[data-row="${CSS.escape(model.leftId)}"] [data-control=open]`)?.focus();
  }, []);
  const groups = groupsOf(accounts);
  const shown = shownAccounts(model);
  const chosen = accounts.filter(({ id }) => selected.includes(id));
  const isAll = shown.length > 0 && shown.every(({ id }) => selected.includes(id));
  const notice = (said?.kind === 'done' || said?.kind === 'undone') && (
    <ChangeNotice
      key={undoable.length}
      change={said.kind === 'done' ? said.change : null}
      undoable={undoable.length > 0}
      busy={busy}
      onUndo={page.undo}
    />
  );
  return (
    <section
      aria-labelledby="manager-title"
      onKeyDown={(event) => {
        const isTyping = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
        if (isTyping || event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
        event.preventDefault();
        void page.undo();
      }}
    >
      <h1 id="manager-title">{t('managerAccounts')}</h1>
      {accounts.length === 0 ? (
        <>
          <p>{t('managerEmpty')}</p>
          {model.policies !== null && <PresetPortal policies={model.policies} />}
          <SectionLinks links={waysIn({ openPage, openScreen })} />
        </>
      ) : (
        <>
          <p class="hint">
            {t('managerAccountsLead')} {accounts.length > 1 && t('managerKeysHint')}
          </p>
          <Search query={query} onQuery={page.search} onLeaveDown={focusFirstCode} />
          {groups.length > 0 && <GroupChips groups={groups} shown={group} onShow={page.showGroup} />}
          {shown.length > 0 && (
            <label class="check">
              <input
                type="checkbox"
                checked={isAll}
                onChange={(event) => page.selectShown(event.currentTarget.checked)}
              />
              {t('managerSelectAll')}
            </label>
          )}
          {shown.length === 0 && (
            <>
              <p role="status">{t('codesNoMatch')}</p>
              <button
                type="button"
                onClick={() => {
                  page.search('');
                  page.showGroup(null);
                }}
              >
                {t('managerShowAll')}
              </button>
            </>
          )}
          <ShownHabits.Provider value={model.habits}>
            <AccountList
              accounts={shown}
              groups={groups}
              selected={selected}
              copiedId={model.copiedId}
              copied={model.copied}
              nowUnixMs={nowUnixMs}
              busy={busy}
              onOpen={(id) => {
                location.hash = `#account-${id}`;
              }}
              onCopy={page.copy}
              onAdvance={page.advance}
              onSelect={page.select}
              onPin={page.pin}
              onGroup={page.setGroup}
              onMoveBy={page.moveBy}
              onMoveTo={page.moveTo}
            />
          </ShownHabits.Provider>
        </>
      )}
      <p>
        <a class="to-removed" href="#removed">
          {t('removedTitle')}
        </a>
      </p>
      <div class="foot">
        {notice}
        {chosen.length > 0 && (
          <AccountSelection
            chosen={chosen}
            groups={groups}
            busy={busy}
            onGroup={page.setGroup}
            onRemove={page.remove}
          />
        )}
      </div>
    </section>
  );
}

function focusFirstCode(): void {
  document.querySelector<HTMLElement>('[data-control="code"]')?.focus();
}
