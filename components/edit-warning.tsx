import { useFocusOnShow } from './focus-on-show.ts';
import { algorithmNames, kindKeys } from './manual-details.tsx';
import { type Translate, useText } from './text.ts';
import type { CodesChangeView } from './view-models.ts';

const labels = {
  kind: 'manualKind',
  algorithm: 'manualAlgorithm',
  digits: 'manualDigits',
  periodSeconds: 'manualPeriod',
  counter: 'manualCounter',
  key: 'editKey',
} as const;

/** The values before and after; none for a key, which is never shown, and null before for what the kind before did not have. */
function values(t: Translate, change: CodesChangeView): readonly [string | null, string] | null {
  switch (change.field) {
    case 'key':
      return null;
    case 'kind':
      return [t(kindKeys[change.from]), t(kindKeys[change.to])];
    case 'algorithm':
      return [change.from === null ? null : algorithmNames[change.from], algorithmNames[change.to]];
    default:
      return [change.from === null ? null : String(change.from), String(change.to)];
  }
}

function words(t: Translate, change: CodesChangeView): string {
  const both = values(t, change);
  if (both === null) return t('editKeyChange');
  const [from, to] = both;
  return from === null ? to : t('editBecomes', [from, to]);
}

type EditWarningProps = {
  readonly changes: readonly CodesChangeView[];
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onBack: () => void;
};

/** What an edit does to the codes, before it is done. */
export function EditWarning({ changes, busy, onConfirm, onBack }: EditWarningProps) {
  const t = useText();
  const title = useFocusOnShow<HTMLHeadingElement>();
  return (
    <div class="edit-warning">
      <h2 ref={title} tabIndex={-1}>
        {t('editWarnTitle')}
      </h2>
      <dl class="compared">
        {changes.map((change) => [
          <dt key={`${change.field}-name`}>{t(labels[change.field])}</dt>,
          <dd key={change.field}>{words(t, change)}</dd>,
        ])}
      </dl>
      <p>{t('editWarnLead')}</p>
      <p>{t('editWarnKept')}</p>
      <div class="buttons">
        <button type="button" disabled={busy} onClick={onConfirm}>
          {t(busy ? 'working' : 'editWarnConfirm')}
        </button>
        <button type="button" class="primary" disabled={busy} onClick={onBack}>
          {t('back')}
        </button>
      </div>
    </div>
  );
}
