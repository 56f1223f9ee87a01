import { useState } from 'preact/hooks';
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

type QuestionProps = Pick<AccountSelectionProps, 'chosen' | 'busy'> & {
  readonly onKeep: () => void;
  readonly onConfirm: () => void;
};

function RemoveQuestion({ chosen, busy, onKeep, onConfirm }: QuestionProps) {
  const t = useText();
  const title = useFocusOnShow<HTMLHeadingElement>();
  const sites = chosen.flatMap((one) => (one.state === 'stale' ? [] : one.sites));
  return (
    <>
      <h2 ref={title} tabIndex={-1}>
        {t('managerRemoveTitle')}
      </h2>
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
  const [asking, ask] = useState<'group' | 'remove' | null>(null);
  const ids = chosen.map(({ id }) => id);
  return (
    <section class="selection" aria-label={t('managerSelection')}>
      <div class="buttons">
        <span class="strong" role="status">
          {t('managerSelected', [String(chosen.length)])}
        </span>
        <button type="button" aria-expanded={asking === 'group'} onClick={() => ask('group')}>
          {t('managerGroup')}
        </button>
        <button type="button" aria-expanded={asking === 'remove'} onClick={() => ask('remove')}>
          {t('managerRemove')}
        </button>
      </div>
      {asking === 'group' && (
        <GroupForm
          group={chosen.every((one) => one.group === chosen[0]?.group) ? (chosen[0]?.group ?? '') : ''}
          groups={groups}
          busy={busy}
          onSave={(name) => {
            ask(null);
            onGroup(ids, name);
          }}
          onCancel={() => ask(null)}
        />
      )}
      {asking === 'remove' && (
        <RemoveQuestion chosen={chosen} busy={busy} onKeep={() => ask(null)} onConfirm={() => onRemove(ids)} />
      )}
    </section>
  );
}
