import { FIRST_CODES } from '../../lib/browser/early-codes.ts';
import { accountActs } from './account-acts.ts';
import { createCore, type PopupPorts } from './core.ts';
import { moveActs } from './move-acts.ts';
import { pageActs } from './page-acts.ts';
import { vaultActs } from './vault-acts.ts';

/** The popup's acts; each tells subscribers what changed. */
export type Popup = ReturnType<typeof createPopup>;

/** The popup without its looks: asks the background, reads the page, keeps one model. */
export function createPopup(ports: PopupPorts) {
  const core = createCore(ports);
  const { current, subscribe, act, refresh, look, list } = core;
  const onPage = pageActs(core, ports);
  const onVault = vaultActs(core, ports);
  const onAccount = accountActs(core, ports);
  const { hideWhenDue, noteChecked, ...onMove } = moveActs(core, ports);
  let listing = false;

  return {
    current,
    subscribe,
    ...onPage,
    ...onVault,
    ...onAccount,
    ...onMove,
    /** Shows the codes as soon as they are there; what the page shows comes when it was read. */
    async start(): Promise<void> {
      const reading = ports.readDom();
      await refresh(FIRST_CODES);
      if (current().entries.length === FIRST_CODES) await list();
      await look(await reading);
    },
    /** Has a code checked, and notes what it says about a phone that the account was moved to. */
    async checkCode(typed: string): Promise<void> {
      await onAccount.checkCode(typed);
      noteChecked();
    },
    /** Hides a picture when its time is over. Asks for new codes once the first of those shown has ended; asking again meanwhile does nothing. */
    async tick(nowUnixMs: number): Promise<void> {
      hideWhenDue(nowUnixMs);
      const timed = current().entries.filter(({ kind }) => kind !== 'hotp');
      if (listing || !timed.some(({ endsUnixMs }) => endsUnixMs <= nowUnixMs)) return;
      listing = true;
      await refresh();
      listing = false;
    },
    /** Unlocks, and fills at once where the page waits for the code of this site's only account. */
    unlock: (passphrase: string) =>
      act(async () => {
        const unlocked = await onVault.unlock(passphrase);
        const newHere = current().found.codes.some(({ status }) => status !== 'already-here');
        if (unlocked && !newHere) void onPage.fillThisSite();
        return unlocked;
      }),
  };
}
