import type { KeyAct, TypedKeyProblem } from '../../components/view-models.ts';
import { checkProven } from '../../lib/app/ask-proof.ts';
import {
  checkTypedBack,
  chosenPassphraseKey,
  type KeyMaking,
  keptKeys,
  type NewRecoveryCode,
  newRecoveryCode,
  passphraseProof,
  recoveryProof,
} from '../../lib/app/new-keys.ts';
import { createPageModel } from '../../lib/app/page-model.ts';
import type { Policies } from '../../lib/app/policies.ts';
import type { VaultState } from '../../lib/app/vault-answers.ts';
import type { Ask } from '../../lib/messages/client.ts';
import type { KeysText, PassphraseProof } from '../../lib/messages/protocol-keys.ts';
import { passphraseSlot } from '../../lib/vault/passphrase-slot.ts';

/** What the page needs from its surroundings. */
export type KeysPorts = KeyMaking & { readonly ask: Ask; readonly nowUnixMs: () => number };

/** Where the customer stands in a change of the keys. */
export type KeysStep =
  | { readonly kind: 'overview' }
  /** Asks for what proves that the change may be made. */
  | { readonly kind: 'prove' | 'passphrase'; readonly act: KeyAct }
  | { readonly kind: 'key'; readonly act: KeyAct; readonly code: string; readonly madeUnixMs: number };

/** Everything that the page shows. */
export type KeysModel = {
  readonly vault: VaultState | null;
  /** Whether others use this computer too: then a passphrase is needed. */
  readonly shared: boolean;
  /** What an organisation has set; null until it is known. */
  readonly policies: Policies | null;
  readonly step: KeysStep;
  readonly busy: boolean;
  readonly wrong: boolean;
  readonly emergencyProblem: TypedKeyProblem | null;
  readonly outcome: 'done' | 'failed' | null;
};

/** The page's acts; each tells subscribers what changed. */
export type KeysPage = ReturnType<typeof createKeysPage>;

// How long what was proven holds: a form that was left open is anybody's. A key takes its time on paper.
const PROVEN_MS: Readonly<Partial<Record<KeysStep['kind'], number>>> = { passphrase: 5 * 60_000, key: 15 * 60_000 };

/** What becomes of the keys by an act that needs nothing more. */
const plainChanges: Readonly<Partial<Record<KeyAct, Partial<KeysText>>>> = {
  'remove-key': { recovery: 'remove' },
  without: { passphrase: 'remove', computer: 'new' },
  computer: { computer: 'new' },
};

/** The page *How Doorcode opens*, without its looks: each change is proven first, and is made in one request. */
export function createKeysPage(ports: KeysPorts) {
  const { ask } = ports;
  const overview = { step: { kind: 'overview' }, wrong: false, emergencyProblem: null } as const;
  const first: KeysModel = { vault: null, shared: false, policies: null, ...overview, busy: false, outcome: null };
  const { current, subscribe, change } = createPageModel(first);
  let proof: PassphraseProof | null = null;
  let made: NewRecoveryCode | null = null;
  let provenUnixMs = 0;
  /** Ends what was proven too long ago; a clock that was set back ends it too. */
  function endInTime(): boolean {
    const mostMs = PROVEN_MS[current().step.kind];
    const ageMs = ports.nowUnixMs() - provenUnixMs;
    if (mostMs === undefined || (ageMs >= 0 && ageMs <= mostMs)) return false;
    leave();
    change({ outcome: 'failed' });
    return true;
  }
  const slots = () => {
    const { vault } = current();
    return vault?.kind === 'unlocked' ? vault.slots : [];
  };
  const hasKey = (): boolean => slots().some(({ kind }) => kind === 'recovery');

  async function look(): Promise<void> {
    const answer = await ask({ kind: 'vault-state' });
    if (answer.kind !== 'vault-state') return change({ outcome: 'failed' });
    // What was proven, and a key that was shown, go with the lock.
    if (answer.state.kind !== 'unlocked') leave();
    else endInTime();
    const settings = await ask({ kind: 'settings' });
    const set = await ask({ kind: 'policies' });
    change({ policies: set.kind === 'policies' ? set.policies : null });
    change({ vault: answer.state, shared: settings.kind === 'settings' && settings.sharedComputer });
  }

  function leave(): void {
    [proof, made] = [null, null];
    change(overview);
  }

  async function act(run: () => Promise<void>): Promise<void> {
    if (current().busy) return;
    change({ busy: true, wrong: false, emergencyProblem: null, outcome: null });
    // Whatever broke, the page says so and stays usable.
    await run().catch(() => change({ outcome: 'failed' }));
    change({ busy: false });
  }

  async function changeKeys(keys: Partial<KeysText>): Promise<void> {
    const answer = await ask({ kind: 'change-keys', keys: { ...keptKeys, ...keys }, proof });
    leave();
    change({ outcome: answer.kind === 'done' ? 'done' : 'failed' });
    await look();
  }

  /** Goes on once the customer has proven who sits there; false where the proof is a wrong one. */
  async function goOn(wanted: KeyAct, proven: PassphraseProof | null): Promise<boolean> {
    const begun = current().step;
    const found = await checkProven(ask, proven);
    // Left meanwhile, as by a lock: what was begun is over.
    if (current().step !== begun) return true;
    if (found === 'wrong') return false;
    if (found === 'refused') {
      leave();
      change({ outcome: 'failed' });
      await look();
      return true;
    }
    [proof, provenUnixMs] = [proven, ports.nowUnixMs()];
    const plain = plainChanges[wanted];
    if (wanted === 'passphrase') change({ step: { kind: 'passphrase', act: wanted } });
    // A vault that this computer opens never goes without an emergency key.
    else if (plain === undefined || (wanted === 'without' && !hasKey())) {
      made = newRecoveryCode(ports);
      change({ step: { kind: 'key', act: wanted, code: made.code, madeUnixMs: ports.nowUnixMs() } });
    } else await changeKeys(plain);
    return true;
  }

  return {
    current,
    subscribe,
    look,
    begin: (wanted: KeyAct): void => change({ ...overview, step: { kind: 'prove', act: wanted }, outcome: null }),
    leave,
    provePassphrase: (typed: string) =>
      act(async () => {
        const { step } = current();
        const slot = passphraseSlot(slots());
        if (slot === null || step.kind !== 'prove') return;
        const proven = await passphraseProof(slot, typed, ports.derive);
        if (current().step !== step) return;
        if (proven === null || !(await goOn(step.act, proven))) change({ wrong: true });
      }),
    proveEmergencyKey: (typed: string) =>
      act(async () => {
        const { step } = current();
        const slot = slots().find((one) => one.kind === 'recovery');
        if (slot?.kind !== 'recovery' || step.kind !== 'prove') return;
        const proven = recoveryProof(slot, typed);
        if (!proven.ok) change({ emergencyProblem: proven.error });
        else if (!(await goOn(step.act, proven.value))) change({ emergencyProblem: { kind: 'another' } });
      }),
    /** The button was held, where there is no passphrase to ask for. */
    held: () =>
      act(async () => {
        const { step } = current();
        if (step.kind === 'prove') await goOn(step.act, null);
      }),
    choosePassphrase: (passphrase: string) =>
      act(async () => {
        if (endInTime()) return;
        const key = await chosenPassphraseKey(ports, passphrase);
        if (key === null) change({ outcome: 'failed' });
        else await changeKeys({ passphrase: key });
      }),
    check: (typed: string) => checkTypedBack(made?.code ?? '', typed),
    /** Makes the emergency key count. */
    typedBack: () =>
      act(async () => {
        const { step } = current();
        if (made === null || step.kind !== 'key' || endInTime()) return;
        await changeKeys({ ...plainChanges[step.act], recovery: made.key });
      }),
  };
}
