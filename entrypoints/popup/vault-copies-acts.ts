import type { CopyKeyKind, CopyView } from '../../components/view-models.ts';
import { isProofOver } from '../../lib/app/ask-proof.ts';
import { recoveryProof } from '../../lib/app/new-keys.ts';
import { createProofQuestion } from '../../lib/app/proof-question.ts';
import { isWrongKey } from '../../lib/app/wrong-key.ts';
import type { PassphraseProof } from '../../lib/messages/protocol-keys.ts';
import type { SlotDescription } from '../../lib/vault/key-slots.ts';
import type { Core } from './core.ts';
import type { PopupPorts } from './ports.ts';

/** The copies on this computer: which there are, opening one, saving all, and a new beginning beside them. */
export function copiesActs({ act, change, current, refresh, then }: Core, ports: PopupPorts) {
  const { ask, derive, saveFile } = ports;
  const question = createProofQuestion(ports, {
    current: () => current().savingCopies,
    change: (savingCopies) => change({ savingCopies }),
  });
  const rescue = (part: Partial<NonNullable<ReturnType<typeof current>['rescue']>>): void => {
    const before = current().rescue;
    if (before !== null) change({ rescue: { ...before, ...part } });
  };

  /** The 32-byte key in base64 that was typed for a slot, null for this computer's; `wrong` where no key comes of it. */
  async function keyOf(slot: SlotDescription, typed: string): Promise<string | null | 'wrong'> {
    if (slot.kind === 'computer') return null;
    if (slot.kind === 'passphrase') return (await derive(typed, slot.kdf)) ?? 'wrong';
    const proof = recoveryProof(slot, typed);
    return proof.ok ? proof.value.kekBase64 : 'wrong';
  }

  async function open(kind: CopyKeyKind, typed: string): Promise<boolean> {
    const asked = current().rescue;
    const copy = asked?.copies.find(({ place }) => place === asked.asking);
    const slot = copy?.slots.find((one) => one.kind === kind);
    if (asked === null || copy === undefined || slot === undefined) return false;
    const kekBase64 = await keyOf(slot, typed);
    if (kekBase64 === 'wrong') {
      change({ wrongPassphrase: true });
      return false;
    }
    const { place } = copy;
    const answer = await ask({ kind: 'open-copy', place, slotId: slot.id, kekBase64 });
    if (answer.kind === 'opened') {
      change({ missed: answer.missed, rescue: null });
      await refresh();
      return true;
    }
    const reason = answer.kind === 'failed' ? answer.reason : '';
    if (isWrongKey(reason)) change({ wrongPassphrase: true });
    // The key was right, and only then it was seen that a newer Doorcode wrote what it opens.
    if (reason === 'newer-version') {
      const copies = asked.copies.map((one) =>
        one.place === place ? { ...one, fault: 'newer-version' as const } : one,
      );
      rescue({ asking: null, copies });
      return true;
    }
    // The key was right and what it opens is damaged: another copy may not be.
    if (reason !== 'damaged') return false;
    rescue({ asking: null, unopened: [...asked.unopened, place] });
    return true;
  }

  async function save(proof: PassphraseProof | null): Promise<'saved' | 'proof-over' | 'failed'> {
    const answer = await ask({ kind: 'raw-copies', proof });
    if (isProofOver(answer)) return 'proof-over';
    if (answer.kind !== 'raw-copies') return 'failed';
    saveFile('doorcode-copies.json', answer.text);
    change({ savingCopies: null, success: { kind: 'copies-saved' } });
    return 'saved';
  }

  async function proveAndSave(typed: string): Promise<boolean> {
    const outcome = await question.answer(typed);
    if (outcome === 'wrong') change({ wrongPassphrase: true });
    return outcome === 'proven' ? (await question.use(save)) === 'saved' : outcome === 'left';
  }

  return {
    /** Looks again whether it opens by itself, and has the customer try again. */
    retryOpening: () =>
      act(async () => {
        change({ rescue: null });
        await refresh();
        return true;
      }),
    askForCopy: (place: CopyView['place']) => {
      change({ failed: false, wrongPassphrase: false, success: null });
      rescue({ asking: place });
    },
    leaveCopy: () => {
      change({ failed: false, wrongPassphrase: false });
      rescue({ asking: null });
    },
    openCopy: (kind: CopyKeyKind, typed: string) => act(() => open(kind, typed)),
    /** Saves all copies as they lie there; who has an open vault, which can open what was set aside, is asked first. */
    saveCopies: () =>
      act(async () => {
        if (current().vault?.kind === 'unlocked') return (await question.begin()) !== 'shut';
        return (await save(null)) === 'saved';
      }),
    proveCopies: (typed: string) => act(() => proveAndSave(typed)),
    leaveCopiesQuestion(): void {
      change({ failed: false, wrongPassphrase: false });
      question.leave();
    },
    /** Shows the copies of a vault that is open. */
    showCopies: () =>
      act(async () => {
        const answer = await ask({ kind: 'list-copies' });
        if (answer.kind !== 'copies') return false;
        change({ screen: 'copies', stored: answer.copies, leftId: null });
        return true;
      }),
    dismissMissed: () => act(() => then({ kind: 'dismiss-missed' })),
    /** Warns of what a new beginning means; nothing is done yet. */
    beginAnew: () => change({ beginning: 'warned', failed: false, wrongPassphrase: false, success: null }),
    /** Goes on to the choice how the new beginning opens. */
    chooseAnew: () => change({ beginning: 'anew', failed: false, success: null }),
    /** Restores a saved copy where there is no vault yet: first a way to open it, then the file. */
    restoreFirst: () => change({ beginning: 'restore', failed: false, success: null }),
    leaveBeginning: () => change({ beginning: null, newKey: null, failed: false, success: null }),
  };
}
