import { askForSlot, isProofOver, type ProofSlot } from '../../lib/app/ask-proof.ts';
import { saveByItself } from '../../lib/app/automatic-copy.ts';
import { listCopies } from '../../lib/app/keep-copy.ts';
import { newPassphraseKey } from '../../lib/app/new-keys.ts';
import { createPageModel } from '../../lib/app/page-model.ts';
import { createProofQuestion } from '../../lib/app/proof-question.ts';
import type { PageRequest } from '../../lib/messages/protocol.ts';
import type { PassphraseProof } from '../../lib/messages/protocol-keys.ts';
import { emptyModel } from './model.ts';
import type { CopiesPorts } from './ports.ts';

/** The page's acts; each tells subscribers what changed. */
export type CopiesPage = ReturnType<typeof createCopiesPage>;

/** The page *Saved copies* without its looks: copies into a folder of the customer's, written while it is open. */
export function createCopiesPage(ports: CopiesPorts) {
  const { ask, folder, choice } = ports;
  const { current, subscribe, change } = createPageModel(emptyModel);
  let settling = false;
  let slot: ProofSlot | 'not-open' = 'not-open';
  const question = createProofQuestion(ports, {
    current: () => current().question,
    change: (next) => change({ question: next }),
  });

  /** Shows how the copies stand by now. */
  async function look(): Promise<void> {
    const answer = await ask({ kind: 'copy-health' });
    slot = await askForSlot(ask);
    if (answer.kind !== 'copy-health' || slot === 'not-open') {
      question.leave();
      return change({ ...emptyModel, vault: 'shut', busy: current().busy });
    }
    const { health, automatic } = answer;
    const state = await folder.state().catch(() => 'none' as const);
    const files = state === 'ready' && automatic !== null ? await listCopies(folder, automatic).catch(() => []) : [];
    change({ vault: 'open', copies: { health, automatic }, folder: state, files });
    question.settle(slot);
  }

  /** Runs one act at a time; a failed one says so, and shows how things stand. */
  async function act(run: () => Promise<boolean>): Promise<void> {
    if (current().busy) return;
    change({ busy: true, failed: false, wrong: false, outcome: null });
    const done = await run().catch(() => false);
    await look();
    change({ busy: false, failed: !done && !current().wrong });
  }

  const ok = async (request: PageRequest): Promise<boolean> => (await ask(request)).kind === 'done';

  async function goOn(typed: string): Promise<boolean> {
    const outcome = await question.answer(typed);
    change({ wrong: outcome === 'wrong' });
    return outcome === 'proven' || outcome === 'left';
  }

  async function switchOn(passphrase: string, proof: PassphraseProof | null): Promise<'on' | 'proof-over' | 'failed'> {
    const key = await newPassphraseKey(ports, passphrase);
    if (key === null) return 'failed';
    const answer = await ask({ kind: 'copies-on', key, proof });
    if (isProofOver(answer)) return 'proof-over';
    return answer.kind === 'done' ? 'on' : 'failed';
  }

  /** What was proven is used up, or left. */
  function leave(choosing: boolean): void {
    question.leave();
    question.settle(slot);
    change({ choosing, wrong: false });
  }

  async function choose(passphrase: string): Promise<boolean> {
    if ((await question.use((proof) => switchOn(passphrase, proof))) !== 'on') return false;
    leave(false);
    return (await folder.state()) === 'ready' ? save() : true;
  }

  /** Writes a copy into the folder, and tells what came of it. */
  async function save(): Promise<boolean> {
    change({ outcome: await saveByItself({ folder, lock: ports.lock, ask }, true) });
    return true;
  }

  /** Writes a copy where one is missing, and shows how things stand; only a failure is told. */
  async function settle(): Promise<void> {
    const outcome = await saveByItself({ folder, lock: ports.lock, ask });
    if (outcome === 'failed') change({ outcome });
    await look();
  }

  return {
    current,
    subscribe,
    async start(): Promise<void> {
      await look();
      await settle();
    },
    /** Looks again: something may have been added, or Doorcode locked or opened, in another window. */
    async tick(): Promise<void> {
      if (current().busy || settling) return;
      settling = true;
      await settle();
      settling = false;
    },
    /** Whoever chooses a passphrase for the copies proves first to know the one of Doorcode. */
    prove: (typed: string) => act(() => goOn(typed)),
    /** Copies are written for this passphrase from now on. */
    choosePassphrase: (passphrase: string) => act(() => choose(passphrase)),
    changePassphrase(): void {
      leave(true);
      change({ outcome: null });
    },
    keepPassphrase: (): void => leave(false),
    /** Asks for a folder, in the turn of the press; the first copy is written at once. */
    chooseFolder: () => act(async () => ((await choice.choose()) === 'chosen' ? save() : true)),
    /** Asks for the right to the folder again. */
    allowFolder: () => act(async () => ((await choice.allow()) ? save() : true)),
    saveNow: () => act(save),
    keep: (keep: number) => act(() => ok({ kind: 'copies-keep', keep })),
    /** Copies are no longer written; those that were stay in the folder, which is forgotten. */
    stop: () =>
      act(async () => {
        if (!(await ok({ kind: 'copies-off' }))) return false;
        leave(false);
        await choice.forget();
        change({ outcome: 'stopped' });
        return true;
      }),
  };
}
