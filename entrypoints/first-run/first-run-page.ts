import type { FirstRunStep } from '../../components/first-run.tsx';
import { askForSlot } from '../../lib/app/ask-proof.ts';
import type { CopyExport } from '../../lib/app/export-copy.ts';
import { byComputer, byPassphrase, makeVault } from '../../lib/app/first-keys.ts';
import {
  checkTypedBack,
  chosenPassphraseKey,
  keptKeys,
  type NewRecoveryCode,
  newRecoveryCode,
} from '../../lib/app/new-keys.ts';
import { createPageModel } from '../../lib/app/page-model.ts';
import type { Policies } from '../../lib/app/policies.ts';
import { createProofQuestion, type Question } from '../../lib/app/proof-question.ts';
import type { KeysText, PassphraseKey } from '../../lib/messages/protocol-keys.ts';
import { isOfferOver } from './key-offer.ts';
import { saveActs } from './save-acts.ts';

/** What the page needs from its surroundings. */
export type FirstRunPorts = CopyExport & { readonly nowUnixMs: () => number };

/** Everything that the page shows. `already`: another window made the vault meanwhile; `key-over`: the emergency key does not count. */
export type FirstRunModel = {
  readonly step: FirstRunStep;
  readonly busy: boolean;
  readonly problem: 'failed' | 'already' | 'key-over' | null;
  /** What an organisation has set; null until it is known. */
  readonly policies: Policies | null;
  readonly saved: boolean;
  /** Whether the passphrase that was asked for was a wrong one. */
  readonly wrong: boolean;
};

/** The page's acts; each tells subscribers what changed. */
export type FirstRunPage = ReturnType<typeof createFirstRunPage>;

/** The page that opens first, without its looks. An emergency key stays in this page's memory, and goes with it. */
export function createFirstRunPage(ports: FirstRunPorts, first: FirstRunStep) {
  const { ask } = ports;
  const beginning: FirstRunModel = {
    step: first,
    busy: false,
    problem: null,
    policies: null,
    saved: false,
    wrong: false,
  };
  const { current, subscribe, change } = createPageModel(beginning);
  let made: NewRecoveryCode | null = null;
  /** What is asked of whoever saves a copy; proven by having just made the vault here. */
  let asked: Question | null = null;
  const question = createProofQuestion(ports, {
    current: () => asked,
    change: (next) => {
      asked = next;
    },
  });
  const held = () => (asked?.kind === 'proven' ? asked : null);
  const isOver = (): boolean => held() !== null && isOfferOver(current().step, question, ports.nowUnixMs());
  const go = (step: FirstRunStep): void => change({ step, problem: null, wrong: false });

  async function act(run: () => Promise<boolean>): Promise<void> {
    if (current().busy) return;
    change({ busy: true, problem: null, saved: false, wrong: false });
    const done = await run().catch(() => false);
    // What the organisation does not allow fails, and is not offered any more.
    if (!done && !current().wrong) await lookAtPolicies().then(heedPolicies, () => undefined);
    change({ busy: false, ...(done || current().wrong ? {} : { problem: 'failed' }) });
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

  /** Remembers what proves the passphrase of the vault that was just made, for the emergency key and the copy that are offered next. */
  async function noteProof({ kekBase64 }: PassphraseKey): Promise<void> {
    const slot = await askForSlot(ask);
    if (slot !== null && slot !== 'not-open') question.note({ slotId: slot.id, kekBase64 });
  }

  /** What was made and proven is needed no more, or is nobody's any more. */
  function forget(): void {
    made = null;
    question.leave();
  }

  /** Ends what only whoever has just made the vault is offered. */
  function endOffer(): void {
    const { kind } = current().step;
    forget();
    go({ kind: 'pin' });
    if (kind === 'key') change({ problem: 'key-over' });
  }

  /** Shows what the organisation has set by now: after an installation the browser may know of it late. */
  async function lookAtPolicies(): Promise<void> {
    const set = await ask({ kind: 'policies' });
    if (set.kind !== 'policies') return;
    change({ policies: set.policies });
  }

  /** An emergency key that is to make a vault without a passphrase makes none where an organisation wants one. */
  function heedPolicies(): void {
    const { step, policies } = current();
    if (policies?.passphraseRequired && step.kind === 'key' && held() === null) leaveKey();
  }

  /**
   * Ends the offer of an emergency key, or of a copy, once Doorcode is locked: whoever sits before this page afterwards, and
   * finds it unlocked again, has proven nothing.
   */
  async function look(): Promise<void> {
    await lookAtPolicies();
    if (current().busy) return;
    heedPolicies();
    if (held() === null) return;
    const { kind } = current().step;
    if (isOver()) return endOffer();
    // Whoever comes to the steps after it late is asked.
    if ((kind === 'pin' || kind === 'done') && !question.isFresh()) return forget();
    const answer = await ask({ kind: 'vault-state' });
    if (answer.kind !== 'vault-state') return;
    // A form that was left open is anybody's.
    if (answer.state.kind === 'unlocked')
      return kind === 'save' && !question.isFresh() ? saving.askToSave() : undefined;
    if (kind === 'offer' || kind === 'key') return endOffer();
    forget();
    if (kind === 'save') go({ kind: 'done' });
  }

  const saving = saveActs({ go, told: change, act, question, asked: () => asked }, ports);

  function makeKey(): void {
    if (isOver()) {
      endOffer();
      return;
    }
    made = newRecoveryCode(ports);
    go({ kind: 'key', code: made.code, madeUnixMs: ports.nowUnixMs() });
  }

  function leaveKey(): void {
    made = null;
    go({ kind: held() === null ? 'choice' : 'offer' });
  }

  return {
    current,
    subscribe,
    choosePassphrase: (passphrase: string, shared: boolean) =>
      act(async () => {
        const key = await chosenPassphraseKey(ports, passphrase);
        if (key === null || !(await create(byPassphrase(key), shared, { kind: 'offer' }))) return false;
        if (current().step.kind === 'offer') await noteProof(key);
        return true;
      }),
    makeKey,
    check: (typed: string) => checkTypedBack(made?.code ?? '', typed),
    /** Makes the emergency key count: with the vault that has no passphrase, or in the one that was just made. */
    typedBack: () =>
      act(async () => {
        if (made === null) return false;
        if (isOver()) {
          endOffer();
          return true;
        }
        const { key } = made;
        const proven = held();
        if (proven === null) {
          if (!(await create(byComputer(key), false, { kind: 'pin' }))) return false;
          if (current().problem === null) question.note(null);
        } else {
          const keys = { ...keptKeys, recovery: key };
          const answer = await ask({ kind: 'change-keys', keys, proof: proven.proof });
          if (answer.kind !== 'done') return false;
          go({ kind: 'pin' });
        }
        made = null;
        return true;
      }),
    leaveKey,
    goTo(kind: 'pin' | 'done'): void {
      made = null;
      go({ kind });
    },
    look,
    ...saving,
  };
}
