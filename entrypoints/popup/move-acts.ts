import { askForSlot, proofOf } from '../../lib/app/ask-proof.ts';
import { provesPhone } from '../../lib/app/check-code.ts';
import type { AccountModel, Move } from './account-model.ts';
import type { Core } from './core.ts';
import type { PopupPorts } from './ports.ts';

/** How long a picture of a secret is shown at most. */
const SHOWN_MS = 2 * 60_000;

/** Moving accounts to a phone: the re-unlock, the pictures, and the removal once the phone has proven itself. */
export function moveActs({ act, change, current }: Core, ports: PopupPorts) {
  const { ask } = ports;

  const onAccount = (part: Partial<AccountModel>): void => {
    const { account } = current();
    if (account !== null) change({ account: { ...account, ...part } });
  };
  const onMove = (move: Move | null): void => {
    change({ wrongPassphrase: false, failed: false });
    onAccount({ move });
  };

  /** Finds out what has to be asked for before the secrets are shown. */
  const askFor = (entryIds: readonly string[], many: boolean) =>
    act(async () => {
      const slot = await askForSlot(ask);
      if (slot === 'not-open') return false;
      // One question at a time: two forms would ask the same.
      onAccount({ backup: null });
      onMove({ kind: 'asking', entryIds, many, slot });
      return true;
    });

  async function reveal(passphrase: string): Promise<boolean> {
    const move = current().account?.move;
    if (move?.kind !== 'asking') return false;
    const { entryIds, many } = move;
    const proof = await proofOf(passphrase, move.slot, ports.derive);
    const [entryId] = entryIds;
    if (proof === 'underivable' || entryId === undefined) return false;
    // Hardly any opening of the popup draws one.
    const { qrModules } = await import('../../lib/qr/draw-code.ts');
    const answer = await ask(
      many ? { kind: 'export-batch', entryIds, proof } : { kind: 'export-entry', entryId, proof },
    );
    if (answer.kind === 'failed' && answer.reason === 'wrong-passphrase') change({ wrongPassphrase: true });
    // Whoever went back meanwhile is shown nothing.
    if (answer.kind !== 'exported' || current().account?.move !== move) return false;
    const { texts, leftOut } = answer;
    const movedIds = entryIds.filter((id) => leftOut.every((left) => left.entryId !== id));
    change({ movedIds: [...new Set([...current().movedIds, ...movedIds])] });
    const hideAtUnixMs = ports.nowUnixMs() + SHOWN_MS;
    // Only modules are kept: the texts, which hold the secrets, end here.
    onMove({ kind: 'shown', entryIds, many, pictures: texts.map(qrModules), index: 0, hideAtUnixMs, leftOut });
    onAccount({ checked: null, before: null, proven: false });
    return true;
  }

  function hide(): void {
    const move = current().account?.move;
    if (move?.kind === 'shown') onMove({ kind: 'hidden', entryIds: move.entryIds, many: move.many });
  }

  return {
    /** Asks for the passphrase before this account's code is shown. */
    askToMove: () => askFor([current().account?.entryId ?? ''], false),
    /** Lets the customer choose several accounts. */
    chooseToMove: () => onMove({ kind: 'choosing' }),
    askToMoveChosen: (entryIds: readonly string[]) => askFor(entryIds, true),
    reveal: (passphrase: string) => act(() => reveal(passphrase)),
    /** Turns to another of several codes; each is shown for the whole time. */
    turnTo(index: number): void {
      const move = current().account?.move;
      if (move?.kind === 'shown' && move.pictures[index] !== undefined)
        onMove({ ...move, index, hideAtUnixMs: ports.nowUnixMs() + SHOWN_MS });
    },
    showAgain(): void {
      const move = current().account?.move;
      if (move?.kind === 'hidden') void askFor(move.entryIds, move.many);
    },
    hidePicture: hide,
    hideWhenDue(nowUnixMs: number): void {
      const move = current().account?.move;
      if (move?.kind === 'shown' && nowUnixMs >= move.hideAtUnixMs) hide();
    },
    stopMoving: () => onMove(null),
    /** Notes what a check says about the phone; a picture that has done its work is put away. */
    noteChecked(): void {
      const { account, movedIds } = current();
      if (account?.checked == null || !movedIds.includes(account.entryId)) return;
      const proven = provesPhone(account.checked);
      onAccount({ proven, removing: false, ...(proven ? { move: null } : {}) });
    },
    askToRemove(): void {
      // What was said before that is over.
      change({ success: null });
      onAccount({ removing: true });
    },
    keepHere: () => onAccount({ removing: false }),
  };
}
