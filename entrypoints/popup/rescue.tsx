import { BeginAnew } from '../../components/begin-anew.tsx';
import { Notice } from '../../components/notice.tsx';
import { OpenCopy } from '../../components/open-copy.tsx';
import { useText } from '../../components/text.ts';
import { Unreadable } from '../../components/unreadable.tsx';
import { BeginningChoice } from './beginning-choice.tsx';
import type { PopupModel } from './model.ts';
import type { Popup } from './popup.ts';
import { Successes } from './successes.tsx';

/** What is stored does not open by itself: its copies, the key of one, or a new beginning beside them. */
export function Rescue({ model, popup }: { readonly model: PopupModel; readonly popup: Popup }) {
  const t = useText();
  const { vault, rescue, beginning, busy } = model;
  const copies = rescue?.copies ?? [];
  const asked = copies.find(({ place }) => place === rescue?.asking);
  return (
    <main aria-busy={busy}>
      {model.failed && <Notice kind="error">{t('problemTryAgain')}</Notice>}
      <Successes success={model.success} popup={popup} />
      {beginning === 'anew' && <BeginningChoice lead="anewChoose" model={model} popup={popup} />}
      {(beginning === 'warned' || beginning === 'full') && (
        <BeginAnew
          full={beginning === 'full'}
          busy={busy}
          onSave={popup.saveCopies}
          onBegin={popup.chooseAnew}
          onBack={popup.leaveBeginning}
        />
      )}
      {beginning === null && asked !== undefined && (
        <OpenCopy
          key={asked.place}
          copy={asked}
          copies={copies}
          busy={busy}
          wrong={model.wrongPassphrase}
          onOpen={popup.openCopy}
          onBack={popup.leaveCopy}
        />
      )}
      {beginning === null && asked === undefined && (
        <Unreadable
          reason={vault?.kind === 'unreadable' ? vault.reason : 'damaged'}
          copies={copies}
          unopened={rescue?.unopened ?? []}
          busy={busy}
          onRetry={popup.retryOpening}
          onOpen={popup.askForCopy}
          onSave={popup.saveCopies}
          onBeginAnew={popup.beginAnew}
        />
      )}
    </main>
  );
}
