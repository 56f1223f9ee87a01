import type { PageRequest } from '../messages/protocol.ts';
import type { KeysText, PassphraseKey, RecoveryKey } from '../messages/protocol-keys.ts';
import type { PageAnswer } from './page-answers.ts';

/** Minutes without use until Doorcode locks on a computer that others use too. */
const SHARED_MINUTES = 5;

/** The keys of a vault that a passphrase opens. */
export const byPassphrase = (made: PassphraseKey): KeysText => ({
  passphrase: made,
  recovery: 'remove',
  computer: 'remove',
});

/** The keys of a vault that this computer opens, and its recovery code once this computer's key is gone. */
export const byComputer = (recovery: RecoveryKey): KeysText => ({ passphrase: 'remove', recovery, computer: 'new' });

/** No more than an organisation allows, which would refuse it. */
async function sharedMinutes(ask: (request: PageRequest) => Promise<PageAnswer>): Promise<number> {
  const set = await ask({ kind: 'policies' });
  const most = set.kind === 'policies' ? set.policies.autoLockMostMinutes : null;
  return Math.min(SHARED_MINUTES, most ?? SHARED_MINUTES);
}

/**
 * Makes a vault, on a computer that others use too or not.
 * @param replacing the customer begins anew though there is one
 * @returns `done`, or the answer to the request that failed
 */
export async function makeVault(
  ask: (request: PageRequest) => Promise<PageAnswer>,
  keys: KeysText,
  shared: boolean,
  replacing = false,
): Promise<PageAnswer> {
  const create: PageRequest = { kind: 'create-vault', keys, replacing };
  const requests: readonly PageRequest[] = shared
    ? // Before there is anything to fill or to lock: a vault that was made is never less strict than was asked for.
      [{ kind: 'set-shared-computer', shared }, { kind: 'set-auto-lock', minutes: await sharedMinutes(ask) }, create]
    : // Only once it is made: another window may have made a stricter one.
      [create, { kind: 'set-shared-computer', shared }];
  for (const request of requests) {
    const answer = await ask(request);
    if (answer.kind !== 'done' && (shared || request === create)) return answer;
  }
  return { kind: 'done' };
}
