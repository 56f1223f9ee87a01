import { askForSlot, isProofOver, prove } from '../../lib/app/ask-proof.ts';
import { saveByItself } from '../../lib/app/automatic-copy.ts';
import { listCopies } from '../../lib/app/keep-copy.ts';
import { newPassphraseKey } from '../../lib/app/new-keys.ts';
import { createPageModel } from '../../lib/app/page-model.ts';
import type { PageRequest, PassphraseProof } from '../../lib/messages/protocol.ts';
import { emptyModel } from './model.ts';
import type { CopiesPorts } from './ports.ts';

/** The page's acts; each tells subscribers what changed. */
export type CopiesPage = ReturnType<typeof createCopiesPage>;

/** The page *Saved copies* without its looks: copies into a folder of the customer's, written while it is open. */
export function createCopiesPage(ports: CopiesPorts) {
  const { ask, folder, choice } = ports;
  const { current, subscribe, change } = createPageModel(emptyModel);
  let settling = false;
  /** What was proven, until a passphrase for the copies is chosen, or left. */
  let proof: PassphraseProof | null = null;

  /** Shows how the copies stand by now. */
  async function look(): Promise<void> {
    const [answer, slot] = [await ask({ kind: 'copy-health' }), await askForSlot(ask)];
    if (answer.kind !== 'copy-health' || slot === 'not-open') {
      proof = null;
      return change({ ...emptyModel, vault: 'shut', busy: current().busy });
    }
    const { health, automatic } = answer;
    const state = await folder.state().catch(() => 'none' as const);
    const files = state === 'ready' && automatic !== null ? await listCopies(folder, automatic).catch(() => []) : [];
    change({ vault: 'open', copies: { health, automatic }, folder: state, files, slot });
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

  /** What was proven is used up, or left. */
  function leave(): void {
    proof = null;
    change({ proven: false, wrong: false });
  }

  async function goOn(typed: string): Promise<boolean> {
    const proven = await prove(ports, typed, current().slot);
    if (proven.ok) proof = proven.value;
    change({ proven: proven.ok, wrong: !proven.ok && proven.error === 'wrong' });
    return proven.ok;
  }

  async function choose(passphrase: string): Promise<boolean> {
    if (!current().proven) return false;
    const key = await newPassphraseKey(ports, passphrase);
    const answer = key === null ? null : await ask({ kind: 'copies-on', key, proof });
    if (answer !== null && isProofOver(answer)) leave();
    if (answer?.kind !== 'done') return false;
    leave();
    change({ choosing: false });
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
      leave();
      change({ choosing: true, outcome: null });
    },
    keepPassphrase(): void {
      leave();
      change({ choosing: false });
    },
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
        leave();
        await choice.forget();
        change({ outcome: 'stopped' });
        return true;
      }),
  };
}
