import { createEditActs } from '../../lib/app/edit-acts.ts';
import type { Core } from './core.ts';
import type { PopupPorts } from './ports.ts';

/** The form of the account whose screen is open. */
export const editActs = ({ act, change, current, refresh }: Core, { ask }: PopupPorts) =>
  createEditActs({
    ...{ ask, act, refresh, change },
    opened: () => current().account,
    show(entryId, edit) {
      const { account } = current();
      if (account?.entryId !== entryId) return false;
      // One thing at a time: a picture of the key has no place beside the form.
      const others = edit === 'left' ? {} : { move: null, backup: null, removing: false };
      change({ account: { ...account, ...others, edit } });
      return true;
    },
    // Also once its screen was left: what changed codes can be taken back from the list.
    say: (_, success) => change({ success }),
  });
