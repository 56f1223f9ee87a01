import type { PageRequest } from '../messages/protocol.ts';
import { checkCode } from './check-code.ts';
import type { FillMemory } from './fill-memory.ts';
import { failed, type PageAnswer } from './page-answers.ts';
import type { Clock } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

type Request<K extends PageRequest['kind']> = Extract<PageRequest, { kind: K }>;

/** What the acts on one account need from their surroundings. */
export type AccountPorts = {
  readonly vault: VaultRepository;
  readonly memory: FillMemory;
  readonly clock: Clock;
};

/** What a customer does with one account outside any page. */
export function createAccountService({ vault, memory, clock }: AccountPorts) {
  return {
    /** Says what a code is that was typed from a phone. */
    async check({ entryId, typed, before }: Request<'check-code'>): Promise<PageAnswer> {
      const content = await vault.read();
      if (!content.ok) return failed(content.error);
      const { entries } = content.value;
      const entry = entries.find(({ id }) => id === entryId);
      if (entry === undefined) return failed('no-entry');
      const lastFilled = (await memory.lastOf(entryId))?.code ?? null;
      const others = entries.filter((other) => other !== entry);
      const result = checkCode(typed, { entry, others, lastFilled, before, nowUnixMs: clock.nowUnixMs() });
      return { kind: 'checked', result };
    },
  };
}
