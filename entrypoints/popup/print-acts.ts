import type { Core } from './core.ts';
import type { PopupPorts } from './ports.ts';

/** Printing backup codes, on a page of our own: a popup closes as soon as the browser's print window opens. */
export function printActs({ act, current }: Core, { ask, openOwnPage }: PopupPorts) {
  async function print(entryId: string | null, site: string | null, codes: readonly string[]): Promise<boolean> {
    const answer = await ask({ kind: 'print-codes', entryId, site, codes });
    if (answer.kind === 'done') await openOwnPage('/print.html');
    return answer.kind === 'done';
  }

  return {
    /** Prints what the site shows, for the account that was chosen, if any. */
    printOffered: (entryId: string | null) =>
      act(async () => print(entryId, current().origin, current().offer?.codes ?? [])),
    /** Prints the kept codes that are not used, once they are shown. */
    printKept: () =>
      act(async () => {
        const { account } = current();
        if (account?.backup?.kind !== 'shown') return false;
        const codes = account.backup.codes.filter(({ used }) => !used).map(({ code }) => code);
        return print(account.entryId, null, codes);
      }),
  };
}
