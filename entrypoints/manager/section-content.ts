import { isManaged } from '../../lib/app/policies.ts';
import type { Ask } from '../../lib/messages/client.ts';
import type { ManagerModel } from './model.ts';
import type { Section } from './section.ts';

/** What an organisation has set, for what is shown; the background decides by it whatever is shown. */
async function policiesNow(ask: Ask): Promise<Pick<ManagerModel, 'policies' | 'lacksPassphrase'>> {
  const set = await ask({ kind: 'policies' });
  if (set.kind !== 'policies' || !isManaged(set.policies)) return { policies: null, lacksPassphrase: false };
  return { policies: set.policies, lacksPassphrase: set.lacksPassphrase };
}

/** What a section shows beside the accounts; `isEmpty`: there are none. */
export async function contentOf(ask: Ask, section: Section, isEmpty: boolean): Promise<Partial<ManagerModel>> {
  // Where there are no accounts, an organisation's own customer area is offered.
  if (section === 'accounts') return isEmpty ? policiesNow(ask) : {};
  if (section === 'health') {
    const answer = await ask({ kind: 'check-up' });
    return answer.kind === 'check-up' ? { checkUp: answer.checkUp } : { failed: true };
  }
  if (section === 'copies') {
    const answer = await ask({ kind: 'copy-health' });
    return answer.kind === 'copy-health' ? { health: answer.health } : { failed: true };
  }
  if (section === 'leave') return policiesNow(ask);
  if (section === 'security') {
    const [answer, set] = await Promise.all([ask({ kind: 'settings' }), policiesNow(ask)]);
    return answer.kind === 'settings' ? { settings: answer, ...set } : { failed: true };
  }
  if (section === 'sites') {
    const [answer, set] = await Promise.all([ask({ kind: 'list-automatic' }), policiesNow(ask)]);
    return answer.kind === 'automatic' ? { automatic: answer.sites, ...set } : { failed: true };
  }
  if (section === 'account' || section === 'move') return policiesNow(ask);
  if (section !== 'removed') return {};
  const answer = await ask({ kind: 'list-removed' });
  return answer.kind === 'removed' ? { removed: answer.accounts } : { failed: true };
}
