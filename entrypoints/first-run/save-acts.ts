import type { FirstRunStep } from '../../components/first-run.tsx';
import { type CopyExport, exportCopy } from '../../lib/app/export-copy.ts';
import type { ProofQuestion, Question } from '../../lib/app/proof-question.ts';

/** What saving a copy needs of the page. */
type SavePage = {
  readonly go: (step: FirstRunStep) => void;
  readonly told: (what: { readonly wrong: true } | { readonly saved: true }) => void;
  readonly act: (run: () => Promise<boolean>) => Promise<void>;
  readonly question: ProofQuestion;
  readonly asked: () => Question | null;
};

/** Saving a copy as a file: whoever has not just made the keys is asked first. */
export function saveActs({ go, told, act, question, asked }: SavePage, ports: CopyExport) {
  /** Shows the step as the question stands after `outcome`. */
  function show(outcome: unknown): void {
    const now = asked();
    if (outcome === 'shut') go({ kind: 'done' });
    else if (outcome === 'asking' && now?.kind === 'asking')
      go({ kind: 'save', asks: now.slot === null ? 'hold' : 'passphrase' });
    else if (outcome === 'proven') go({ kind: 'save', asks: null });
  }

  async function askForProof(): Promise<boolean> {
    const outcome = await question.begin();
    show(outcome);
    return outcome !== 'shut';
  }

  async function goOn(typed: string): Promise<boolean> {
    const outcome = await question.answer(typed);
    show(outcome);
    if (outcome === 'wrong') told({ wrong: true });
    return outcome === 'proven' || outcome === 'left';
  }

  async function save(passphrase: string): Promise<boolean> {
    const outcome = await question.use((proof) => exportCopy(ports, passphrase, proof));
    show(outcome);
    if (outcome !== 'saved') return false;
    question.leave();
    go({ kind: 'done' });
    told({ saved: true });
    return true;
  }

  return {
    /** Offers to save a copy; whoever has just made the keys is not asked again. */
    askToSave: () =>
      act(async () => {
        if (!question.isFresh()) return askForProof();
        show('proven');
        return true;
      }),
    proveSave: (typed: string) => act(() => goOn(typed)),
    saveCopy: (passphrase: string) => act(() => save(passphrase)),
    leaveSave(): void {
      question.leave();
      go({ kind: 'done' });
    },
  };
}
