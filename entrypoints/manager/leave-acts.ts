import { isProofOver } from '../../lib/app/ask-proof.ts';
import { exportFile, type FileKind } from '../../lib/app/export-file.ts';
import { createProofQuestion } from '../../lib/app/proof-question.ts';
import type { Core, ManagerPorts } from './core.ts';
import { notLeaving } from './leaving.ts';

/** The format that a passphrase opens. */
const isSealed = (format: FileKind | 'paper'): boolean => format === 'aegis-sealed';

/** A file of all accounts for another app: who sits there is asked first, and then for the passphrase of the file. */
export function leaveActs({ act, ask, change, current }: Core, ports: ManagerPorts) {
  const question = createProofQuestion(ports, {
    current: () => {
      const { leaving } = current();
      return leaving.kind === 'asking' ? leaving.question : null;
    },
    change(asked) {
      const { leaving } = current();
      if (leaving.kind === 'asking') change({ leaving: { ...leaving, question: asked } });
    },
  });

  /** The sheet is printed by a page of its own, which takes it from the open vault. */
  async function print(): Promise<boolean> {
    const outcome = await question.use(async (proof) => {
      const answer = await ask({ kind: 'print-accounts', proof });
      return answer.kind === 'done' ? 'ready' : isProofOver(answer) ? 'proof-over' : 'failed';
    });
    if (outcome === 'left' || outcome === 'asking' || current().leaving.kind !== 'asking') return true;
    change({ leaving: notLeaving });
    if (outcome !== 'ready') return false;
    await ports.openSheet();
    return true;
  }

  async function write(passphrase: string | null): Promise<boolean> {
    const { leaving } = current();
    if (leaving.kind !== 'asking') return false;
    if (leaving.format === 'paper') return print();
    const { format } = leaving;
    const outcome = await question.use((proof) => exportFile(ports, { format, passphrase, proof }));
    // Whoever went back meanwhile gets no file.
    if (outcome === 'left' || current().leaving.kind !== 'asking') return true;
    if (outcome === 'not-whole') change({ leaving: { kind: 'choosing', problem: 'not-whole' } });
    if (outcome === 'not-whole' || outcome === 'asking') return true;
    if (outcome === 'failed' || outcome === 'shut') {
      // A passphrase for the file can be sent again; of any other nothing is left to press.
      if (!isSealed(format)) change({ leaving: notLeaving });
      return false;
    }
    const { fileName, text, count, leftOut } = outcome;
    if (count > 0) ports.saveFile(fileName, text);
    change({ leaving: { kind: 'written', fileName, count, leftOut } });
    return true;
  }

  async function prove(typed: string): Promise<boolean> {
    const { leaving } = current();
    const outcome = await question.answer(typed);
    if (outcome === 'wrong') change({ wrong: true });
    if (outcome !== 'proven') return outcome === 'left' || outcome === 'asking';
    return leaving.kind === 'asking' && (isSealed(leaving.format) || write(null));
  }

  return {
    /** Chooses the other app's format, and finds out what has to be asked for. */
    chooseFormat: (format: FileKind | 'paper') =>
      act(async () => {
        change({ leaving: { kind: 'asking', format, question: null } });
        return (await question.begin()) !== 'shut';
      }),
    proveLeaving: (typed: string) => act(() => prove(typed)),
    /** Seals the file with its own passphrase. */
    sealFile: (passphrase: string) => act(() => write(passphrase)),
    stopLeaving(): void {
      question.leave();
      change({ leaving: notLeaving, wrong: false, failed: false });
    },
  };
}
