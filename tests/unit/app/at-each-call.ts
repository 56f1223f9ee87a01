import type { VaultPorts } from '../../../lib/app/vault-core.ts';
import { createVaultRepository, type VaultRepository } from '../../../lib/app/vault-repository.ts';
import type { makeWorld } from './fake-world.ts';
import { type Fault, faultyPorts } from './faulty-ports.ts';

/** A world of fakes with a vault. */
export type Made = ReturnType<typeof makeWorld>;

/** What came of an act: whether it was acknowledged, or why it said nothing. */
export type Outcome = boolean | 'threw' | 'ended';

/**
 * Does an act over and over, each time in a world made anew and with its next call gone wrong, and looks at the world after each.
 * @returns how many calls there were
 */
export async function atEachCall<M extends Made>(
  fault: Fault,
  make: () => Promise<M>,
  run: (vault: VaultRepository, ports: VaultPorts, made: M) => Promise<boolean>,
  check: (made: M, outcome: Outcome, where: string) => Promise<void>,
): Promise<number> {
  let [tried, reached] = [0, true];
  for (let number = 1; reached; number += 1) {
    const made = await make();
    const { faulty, calls, ended } = faultyPorts(made.ports, number, fault);
    const end = new Promise<'ended'>((resolve) => {
      const look = () => (ended() ? resolve('ended') : setTimeout(look, 1));
      look();
    });
    const running = run(createVaultRepository(faulty), faulty, made).catch(() => 'threw' as const);
    const outcome = await (fault.startsWith('ends') ? Promise.race([running, end]) : running);
    reached = calls() >= number;
    if (reached) tried += 1;
    await check(made, outcome, `call ${number}, ${String(outcome)}`);
  }
  return tried;
}
