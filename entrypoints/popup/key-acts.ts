import { byComputer, byPassphrase, makeVault } from '../../lib/app/first-keys.ts';
import {
  checkTypedBack,
  chosenPassphraseKey,
  keptKeys,
  newRecoveryCode,
  recoveryProof,
} from '../../lib/app/new-keys.ts';
import type { KeysText } from '../../lib/messages/protocol-keys.ts';
import type { Core } from './core.ts';
import type { PopupPorts } from './ports.ts';

// As long as the page of keys keeps such a proof: a passphrase is thought of, a key written down.
const CHOICE_MS = 15 * 60_000;

/** What opens Doorcode: the first choice, the emergency key, and what comes after it was needed. */
export function keyActs({ act, change, current, refresh, showUnopened }: Core, ports: PopupPorts) {
  const { ask } = ports;

  async function make(keys: KeysText, shared: boolean): Promise<boolean> {
    const answer = await makeVault(ask, keys, shared, current().beginning === 'anew');
    if (answer.kind === 'failed' && answer.reason === 'set-aside-full') {
      change({ newKey: null, beginning: 'full' });
      return true;
    }
    if (answer.kind !== 'done') return false;
    change({ newKey: null, ...(keys.recovery === 'remove' ? { success: { kind: 'opens-by-passphrase' } } : {}) });
    await refresh();
    return true;
  }

  /** Changes keys of the vault that the emergency key has opened. */
  async function changeKeys(keys: Partial<KeysText>): Promise<boolean> {
    const { recovered } = current();
    if (recovered === null) return false;
    const answer = await ask({ kind: 'change-keys', keys: { ...keptKeys, ...keys }, proof: recovered.proof });
    if (answer.kind !== 'done') return false;
    change({ recovered: null, success: { kind: 'keys-changed' } });
    await refresh();
    return true;
  }

  return {
    choosePassphrase: (passphrase: string, shared: boolean) =>
      act(async () => {
        const made = await chosenPassphraseKey(ports, passphrase);
        return made !== null && make(byPassphrase(made), shared);
      }),
    /** Shows the emergency key that a vault without a passphrase gets; nothing is made before it was typed back. */
    continueWithout: (): void => change({ newKey: { ...newRecoveryCode(ports), madeUnixMs: ports.nowUnixMs() } }),
    leaveNewKey: (): void => change({ newKey: null }),
    checkTypedBack: (typed: string) => checkTypedBack(current().newKey?.code ?? '', typed),
    makeWithout: () =>
      act(async () => {
        const { newKey } = current();
        return newKey !== null && make(byComputer(newKey.key), false);
      }),
    copyNewKey: (code: string): Promise<void> => ports.copyText(code),
    openFirstRun: () => ports.openOwnPage('/first-run.html'),
    openManager: () => ports.openOwnPage('/manager.html'),
    openHealth: () => ports.openOwnPage('/manager.html#health'),
    openKeys: () => ports.openOwnPage('/keys.html'),
    /** Opens the vault by its emergency key; true once it is open. */
    async unlockByEmergencyKey(typed: string): Promise<boolean> {
      const { vault } = current();
      const slots = vault?.kind === 'locked' ? vault.slots : [];
      const slot = slots.find((one) => one.kind === 'recovery');
      const proof = slot?.kind === 'recovery' ? recoveryProof(slot, typed) : null;
      if (proof === null) return false;
      change({ emergencyProblem: proof.ok ? null : proof.error });
      if (!proof.ok) return true;
      const answer = await ask({ kind: 'unlock-with-key', ...proof.value, better: null });
      if (answer.kind === 'failed' && answer.reason === 'wrong-passphrase')
        change({ emergencyProblem: { kind: 'another' } });
      if (answer.kind === 'failed') await showUnopened(answer.reason);
      if (answer.kind !== 'opened') return current().emergencyProblem !== null;
      const wasThisComputer = slots.every(({ kind }) => kind !== 'passphrase');
      change({
        missed: answer.missed,
        recovered: { proof: proof.value, wasThisComputer, openedUnixMs: ports.nowUnixMs() },
      });
      await refresh();
      return true;
    },
    choosePassphraseAnew: (passphrase: string) =>
      act(async () => {
        const made = await chosenPassphraseKey(ports, passphrase);
        return made !== null && changeKeys({ passphrase: made });
      }),
    useComputerAgain: () => act(() => changeKeys({ computer: 'new' })),
    chooseLater: (): void => change({ recovered: null }),
    /** Forgets the proof of a choice that nobody made: a panel stands open all day. */
    forgetRecovered(nowUnixMs: number): void {
      const { recovered } = current();
      const pastMs = nowUnixMs - (recovered?.openedUnixMs ?? nowUnixMs);
      // A clock that went back says nothing of how long it lay there.
      if (pastMs < 0 || pastMs >= CHOICE_MS) change({ recovered: null });
    },
    setShared: (shared: boolean) =>
      act(async () => {
        const answer = await ask({ kind: 'set-shared-computer', shared });
        if (answer.kind !== 'done') return false;
        change({ sharedComputer: shared });
        await refresh();
        return true;
      }),
  };
}
