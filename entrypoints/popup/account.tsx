import { AccountDetails } from '../../components/account-details.tsx';
import { CheckCode } from '../../components/check-code.tsx';
import type { PopupModel } from './model.ts';
import type { Popup } from './popup.ts';

/** The screen of one account; nothing once the account is gone. */
export function Account({ model, popup }: { readonly model: PopupModel; readonly popup: Popup }) {
  const { account, busy } = model;
  const entry = model.entries.find(({ id }) => id === account?.entryId);
  if (account === null || entry === undefined) return null;
  return (
    <AccountDetails entry={entry} onBack={popup.closeAccount}>
      <CheckCode
        busy={busy}
        byCounter={entry.kind === 'hotp'}
        result={account.checked}
        wantsNext={account.before !== null}
        onCheck={popup.checkCode}
      />
    </AccountDetails>
  );
}
