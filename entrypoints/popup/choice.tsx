import { PassphraseChoice } from '../../components/passphrase-choice.tsx';
import { RecoveryCode } from '../../components/recovery-code.tsx';
import type { PopupModel } from './model.ts';
import type { Popup } from './popup.ts';

/** How a vault that is about to be made opens: the choice, and the emergency key that goes with having no passphrase. */
export function Choice({ model, popup }: { readonly model: PopupModel; readonly popup: Popup }) {
  const { newKey, busy } = model;
  if (newKey === null)
    return (
      <PassphraseChoice
        busy={busy}
        policies={model.policies}
        onPassphrase={popup.choosePassphrase}
        onWithoutPassphrase={popup.continueWithout}
      />
    );
  return (
    <RecoveryCode
      {...newKey}
      busy={busy}
      check={popup.checkTypedBack}
      onTypedBack={popup.makeWithout}
      onCopy={popup.copyNewKey}
      onTab={popup.openFirstRun}
      onLeave={popup.leaveNewKey}
    />
  );
}
