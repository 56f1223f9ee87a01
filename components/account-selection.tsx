import { useRef, useState } from 'preact/hooks';
import { AccountName } from './account-name.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { GroupForm } from './group-form.tsx';
import { StillOn } from './still-on.tsx';
import { useText } from './text.ts';
import type { ArrangedView } from './view-models.ts';

type AccountSelectionProps = {
  readonly chosen: readonly ArrangedView[];
  readonly groups: readonly string[];
  readonly busy: boolean;
  readonly onGroup: (ids: readonly string[], group: string) => void;
  readonly onRemove: (ids: readonly string[]) => void;
};

type QuestionProps = {
  readonly going: readonly ArrangedView[];
  readonly busy: boolean;
  readonly onKeep: () => void;
  readonly onConfirm: () => void;
};

function RemoveQuestion({ going, busy, onKeep, onConfirm }: QuestionProps) {
  const t = useText();
  const title = useFocusOnShow<HTMLHeadingElement>();
  const sites = going.flatMap((one) => (one.state === 'stale' ? [] : one.sites));
  return (
    <>
      <h2 ref={title} tabIndex={-1}>
        {t('managerRemoveTitle')}
      </h2>
      <ul class="choices">
        {going.map(({ id, issuer, account }) => (
          <li key={id}>
            <AccountName issuer={issuer} account={account} />
          </li>
        ))}
      </ul>
      <p>{t('managerRemoveLead')}</p>
      {sites.length > 0 && (
        <p>
          <StillOn sites={sites} />
        </p>
      )}
      <div class="buttons">
        <button type="button" disabled={busy} onClick={onConfirm}>
          {t('removeConfirm')}
        </button>
        <button type="button" class="primary" disabled={busy} onClick={onKeep}>
          {t('removeKeep')}
        </button>
      </div>
    </>
  );
}

/** What can be done with several accounts at once; it stays in sight however long the list. */
export function AccountSelection({ chosen, groups, busy, onGroup, onRemove }: AccountSelectionProps) {
  const t = useText();
  const [grouping, setGrouping] = useState(false);
  // Those that the question names are those that go, whatever else is selected meanwhile; it is over once one of them is not.
  const [going, setGoing] = useState<readonly ArrangedView[] | null>(null);
  if (going?.some(({ id }) => chosen.every((one) => one.id !== id))) setGoing(null);
  const idsOf = (accounts: readonly ArrangedView[]) => accounts.map(({ id }) => id);
  const [groupButton, removeButton] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)];
  const leave = () => {
    (grouping ? groupButton : removeButton).current?.focus();
    ask(null);
  };
  const ask = (what: 'group' | 'remove' | null) => {
    setGrouping(what === 'group');
    setGoing(what === 'remove' ? chosen : null);
  };
  return (
    <section
      class="selection"
      aria-label={t('managerSelection')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && going !== null) leave();
      }}
    >
      <div class="buttons">
        <span class="strong" role="status">
          {t('managerSelected', [String(chosen.length)])}
        </span>
        <button ref={groupButton} type="button" aria-expanded={grouping} onClick={() => ask('group')}>
          {t('managerGroup')}
        </button>
        <button ref={removeButton} type="button" aria-expanded={going !== null} onClick={() => ask('remove')}>
          {t('managerRemove')}
        </button>
      </div>
      {grouping && (
        <GroupForm
          group={chosen.every((one) => one.group === chosen[0]?.group) ? (chosen[0]?.group ?? '') : ''}
          groups={groups}
          busy={busy}
          onSave={(name) => {
            leave();
            onGroup(idsOf(chosen), name);
          }}
          onCancel={leave}
        />
      )}
      {going !== null && (
        <RemoveQuestion
          key={idsOf(going).join(' ')}
          going={going}
          busy={busy}
          onKeep={leave}
          onConfirm={() => onRemove(idsOf(going))}
        />
      )}
    </section>
  );
}
