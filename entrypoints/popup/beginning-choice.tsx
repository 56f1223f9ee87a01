import { Notice } from '../../components/notice.tsx';
import { useText } from '../../components/text.ts';
import { Choice } from './choice.tsx';
import type { PopupModel } from './model.ts';
import type { Popup } from './popup.ts';

type ChoiceProps = {
  readonly lead: 'anewChoose' | 'restoreFirst';
  readonly model: PopupModel;
  readonly popup: Popup;
};

/** How a new beginning opens: the way to a saved copy that somebody asked for, or one beside what does not open. */
export function BeginningChoice({ lead, model, popup }: ChoiceProps) {
  const t = useText();
  return (
    <>
      <Notice kind="info">{t(lead)}</Notice>
      <Choice model={model} popup={popup} />
      <p class="view">
        <button type="button" class="plain" disabled={model.busy} onClick={popup.leaveBeginning}>
          {t('cancel')}
        </button>
      </p>
    </>
  );
}
