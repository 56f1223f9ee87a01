import type { Core } from './core.ts';
import type { PopupPorts } from './ports.ts';

/** What an organisation has set: decided in the background, shown here. */
export function policyActs({ change }: Core, { ask }: PopupPorts) {
  return {
    async lookAtPolicies(): Promise<void> {
      const answer = await ask({ kind: 'policies' });
      if (answer.kind !== 'policies') return;
      const { policies, lacksPassphrase } = answer;
      change({ policies, lacksPassphrase });
    },
  };
}
