import type { FirstRunStep } from '../../components/first-run.tsx';
import { askForSlot, type ProofSlot, prove } from '../../lib/app/ask-proof.ts';
import { type CopyExport, exportCopy } from '../../lib/app/export-copy.ts';
import type { Proven } from './proven.ts';

/** What saving a copy needs of the page. */
type SavePage = {
  readonly step: () => FirstRunStep;
  readonly go: (step: FirstRunStep) => void;
  readonly told: (what: { readonly wrong: true } | { readonly saved: true }) => void;
  readonly act: (run: () => Promise<boolean>) => Promise<void>;
  readonly proven: Proven;
};

/** Saving a copy as a file: whoever has not just made the keys is asked first. */
export function saveActs({ step, go, told, act, proven }: SavePage, ports: CopyExport) {
  /** Whose passphrase is asked for. */
  let slot: ProofSlot = null;

  /** Asks who saves the copy; false where Doorcode is locked. */
  async function askForProof(): Promise<boolean> {
    proven.forget();
    const found = await askForSlot(ports.ask);
    if (found === 'not-open') go({ kind: 'done' });
    else {
      slot = found;
      go({ kind: 'save', asks: slot === null ? 'hold' : 'passphrase' });
    }
    return found !== 'not-open';
  }

  async function goOn(typed: string): Promise<boolean> {
    const asking = step();
    const answer = await prove(ports, typed, slot);
    // Whoever went back meanwhile has left it.
    if (step() !== asking) return true;
    if (answer.ok) {
      proven.note(answer.value);
      go({ kind: 'save', asks: null });
    } else if (answer.error === 'wrong') told({ wrong: true });
    // Another window may have changed the keys: asking for the same again would fail for ever.
    else await askForProof();
    return answer.ok;
  }

  async function save(passphrase: string): Promise<boolean> {
    const held = proven.current();
    if (held === null) return false;
    const outcome = await exportCopy(ports, passphrase, held.proof);
    if (outcome === 'proof-over') await askForProof();
    if (outcome !== 'saved') return false;
    proven.forget();
    go({ kind: 'done' });
    told({ saved: true });
    return true;
  }

  return {
    /** Offers to save a copy; whoever has just made the keys is not asked again. */
    askToSave: () =>
      act(async () => {
        if (!proven.isFresh()) return askForProof();
        go({ kind: 'save', asks: null });
        return true;
      }),
    proveSave: (typed: string) => act(() => goOn(typed)),
    saveCopy: (passphrase: string) => act(() => save(passphrase)),
    leaveSave(): void {
      proven.forget();
      go({ kind: 'done' });
    },
  };
}
