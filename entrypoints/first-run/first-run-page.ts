import type { FirstRunStep } from '../../components/first-run.tsx';
import { byComputer, byPassphrase, makeVault } from '../../lib/app/first-keys.ts';
import {
  checkTypedBack,
  type KeyMaking,
  keptKeys,
  type NewRecoveryCode,
  newPassphraseKey,
  newRecoveryCode,
} from '../../lib/app/new-keys.ts';
import type { Ask } from '../../lib/messages/client.ts';
import type { KeysText, PassphraseKey, PassphraseProof } from '../../lib/messages/protocol.ts';

/** What the page needs from its surroundings. */
export type FirstRunPorts = KeyMaking & {
  readonly ask: Ask;
  readonly nowUnixMs: () => number;
  readonly saveFile: (name: string, text: string) => void;
};

/** Everything that the page shows. `already`: another window made the vault meanwhile. */
export type FirstRunModel = {
  readonly step: FirstRunStep;
  readonly busy: boolean;
  readonly problem: 'failed' | 'already' | null;
  readonly saved: boolean;
};

/** The page's acts; each tells its one subscriber what changed. */
export type FirstRunPage = ReturnType<typeof createFirstRunPage>;

/** The page that opens first, without its looks. An emergency key stays in this page's memory, and goes with it. */
export function createFirstRunPage(ports: FirstRunPorts, first: FirstRunStep) {
  const { ask } = ports;
  let model: FirstRunModel = { step: first, busy: false, problem: null, saved: false };
  let tell: (model: FirstRunModel) => void = () => undefined;
  let made: NewRecoveryCode | null = null;
  /** What proves a change of the vault that was just made; null as long as there is none. */
  let proof: PassphraseProof | null = null;
  const change = (part: Partial<FirstRunModel>): void => {
    model = { ...model, ...part };
    tell(model);
  };
  const go = (step: FirstRunStep): void => change({ step, problem: null });

  async function act(run: () => Promise<boolean>): Promise<void> {
    if (model.busy) return;
    change({ busy: true, problem: null, saved: false });
    const done = await run().catch(() => false);
    change({ busy: false, ...(done ? {} : { problem: 'failed' }) });
  }

  async function create(keys: KeysText, shared: boolean, next: FirstRunStep): Promise<boolean> {
    const answer = await makeVault(ask, keys, shared);
    if (answer.kind === 'done') go(next);
    // The popup may have made the vault meanwhile: trying again here would fail for ever.
    else if (answer.kind === 'failed' && answer.reason === 'not-absent')
      change({ step: { kind: 'pin' }, problem: 'already' });
    else return false;
    return true;
  }

  /** Remembers what proves the passphrase of the vault that was just made, for the emergency key that is offered next. */
  async function noteProof({ kekBase64 }: PassphraseKey): Promise<void> {
    const answer = await ask({ kind: 'vault-state' });
    const state = answer.kind === 'vault-state' ? answer.state : null;
    const slot = state?.kind === 'unlocked' ? state.slots.find(({ kind }) => kind === 'passphrase') : undefined;
    proof = slot === undefined ? null : { slotId: slot.id, kekBase64 };
  }

  /** What was made and proven is needed no more, or is nobody's any more. */
  function forget(): void {
    [made, proof] = [null, null];
  }

  /**
   * Ends the offer of an emergency key once Doorcode is locked: whoever sits before this page afterwards, and finds it unlocked
   * again, has proven nothing.
   */
  async function look(): Promise<void> {
    if (proof === null || model.busy) return;
    const answer = await ask({ kind: 'vault-state' });
    if (answer.kind !== 'vault-state' || answer.state.kind === 'unlocked') return;
    forget();
    go({ kind: 'pin' });
  }

  function makeKey(): void {
    made = newRecoveryCode(ports);
    go({ kind: 'key', code: made.code, madeUnixMs: ports.nowUnixMs() });
  }

  return {
    current: () => model,
    subscribe(listener: (model: FirstRunModel) => void): void {
      tell = listener;
    },
    choosePassphrase: (passphrase: string, shared: boolean) =>
      act(async () => {
        const key = await newPassphraseKey(ports, passphrase);
        if (key === null || !(await create(byPassphrase(key), shared, { kind: 'offer' }))) return false;
        if (model.step.kind === 'offer') await noteProof(key);
        return true;
      }),
    makeKey,
    check: (typed: string) => checkTypedBack(made?.code ?? '', typed),
    /** Makes the emergency key count: with the vault that has no passphrase, or in the one that was just made. */
    typedBack: () =>
      act(async () => {
        if (made === null) return false;
        const { key } = made;
        if (proof === null) {
          if (!(await create(byComputer(key), false, { kind: 'pin' }))) return false;
        } else {
          const answer = await ask({ kind: 'change-keys', keys: { ...keptKeys, recovery: key }, proof });
          if (answer.kind !== 'done') return false;
          go({ kind: 'pin' });
        }
        forget();
        return true;
      }),
    leaveKey(): void {
      made = null;
      go({ kind: proof === null ? 'choice' : 'offer' });
    },
    goTo(kind: 'pin' | 'done' | 'save'): void {
      forget();
      go({ kind });
    },
    look,
    saveCopy: (passphrase: string) =>
      act(async () => {
        const key = await newPassphraseKey(ports, passphrase);
        const answer = key === null ? null : await ask({ kind: 'export-backup', ...key });
        if (answer?.kind !== 'backup') return false;
        ports.saveFile('doorcode-backup.json', answer.text);
        await ask({ kind: 'backup-kept', copyId: answer.copyId });
        change({ step: { kind: 'done' }, saved: true });
        return true;
      }),
  };
}
