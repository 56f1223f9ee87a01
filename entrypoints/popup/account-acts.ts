import { MAX_TYPED_LENGTH } from '../../lib/messages/bounds.ts';
import { type AccountModel, emptyAccount } from './account-model.ts';
import type { Core } from './core.ts';
import type { PopupPorts } from './ports.ts';

/** Everything about one account that needs no page: checking codes. */
export function accountActs({ act, then, change, current, leaveAccount }: Core, { ask }: PopupPorts) {
  const onAccount = (part: Partial<AccountModel>): void => {
    const { account } = current();
    if (account !== null) change({ account: { ...account, ...part } });
  };

  return {
    openAccount(entryId: string): void {
      change({ screen: 'account', account: { ...emptyAccount, entryId }, success: null, failed: false });
    },
    closeAccount(): void {
      change({ failed: false });
      leaveAccount();
    },
    /** Takes back that the site ended it. */
    revive: (entryId: string) => act(() => then({ kind: 'revive-entry', entryId })),
    /** Has the background say what a code is that was typed from a phone. */
    checkCode: (text: string) =>
      act(async () => {
        const { account } = current();
        if (account === null) return false;
        // The decoder's bound; what is longer is no code either way.
        const typed = text.slice(0, MAX_TYPED_LENGTH);
        const answer = await ask({ kind: 'check-code', entryId: account.entryId, typed, before: account.before });
        if (answer.kind !== 'checked') return false;
        const { result } = answer;
        const perhaps = 'perhapsChance' in result && result.perhapsChance;
        onAccount({ checked: result, before: perhaps ? typed : null });
        return true;
      }),
  };
}
