import { ForeignText } from './foreign-text.tsx';
import { useText } from './text.ts';

type GroupChipsProps = {
  readonly groups: readonly string[];
  /** The group that is shown alone; null for all. */
  readonly shown: string | null;
  readonly onShow: (group: string | null) => void;
};

/** Narrows the list to one group. */
export function GroupChips({ groups, shown, onShow }: GroupChipsProps) {
  const t = useText();
  return (
    <fieldset class="chips">
      <legend class="visually-hidden">{t('managerGroups')}</legend>
      <button type="button" class="chip" aria-pressed={shown === null} onClick={() => onShow(null)}>
        {t('managerAll')}
      </button>
      {groups.map((group) => (
        <button
          key={group}
          type="button"
          class="chip"
          aria-pressed={shown === group}
          onClick={() => onShow(shown === group ? null : group)}
        >
          <ForeignText text={group} />
        </button>
      ))}
    </fieldset>
  );
}
