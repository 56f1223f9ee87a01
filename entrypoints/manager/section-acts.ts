import type { SiteNameView } from '../../components/view-models.ts';
import type { Habits } from '../../lib/app/habits.ts';
import { MAX_TYPED_LENGTH } from '../../lib/messages/bounds.ts';
import type { PageRequest } from '../../lib/messages/protocol.ts';
import type { Core, ManagerPorts } from './core.ts';

/** What is done in the other sections: settings, the check of a code, removed accounts. */
export function sectionActs({ current, change, act, ask }: Core, { habits }: ManagerPorts) {
  const done = (request: PageRequest) => act(async () => (await ask(request)).kind === 'done');

  return {
    setAutoLock: (minutes: number) => done({ kind: 'set-auto-lock', minutes }),
    setShared: (shared: boolean) => done({ kind: 'set-shared-computer', shared }),
    setReminder: (on: boolean) => done({ kind: 'set-reminder', on }),
    stopCorrecting: () => done({ kind: 'stop-correcting' }),
    setHabits: (changed: Partial<Habits>) =>
      act(() => habits.keep({ ...current().habits, ...changed }).then(() => true)),
    putBack: (entryId: string) => done({ kind: 'put-back', entryId }),
    deleteForGood: (entryId: string) => done({ kind: 'delete-for-good', entryId }),
    /** Ends filling by itself at a site, or all filling. */
    stopSite: (site: SiteNameView, what: 'automatic' | 'all') =>
      act(async () => {
        const answer = await ask({ kind: 'stop-site', site: site.ascii ?? site.name, what });
        if (answer.kind === 'done') change({ said: { kind: 'stopped', site, what } });
        return answer.kind === 'done';
      }),
    chooseChecked: (entryId: string): void => change({ check: { entryId, result: null, before: null } }),
    /** Has the background say what a code is that was typed from a phone. */
    checkCode: (entryId: string, text: string) =>
      act(async () => {
        const { check } = current();
        const before = check?.entryId === entryId ? check.before : null;
        // The decoder's bound; what is longer is no code either way.
        const typed = text.slice(0, MAX_TYPED_LENGTH);
        const answer = await ask({ kind: 'check-code', entryId, typed, before });
        if (answer.kind !== 'checked') return false;
        const { result } = answer;
        const perhaps = 'perhapsChance' in result && result.perhapsChance;
        change({ check: { entryId, result, before: perhaps ? typed : null } });
        return true;
      }),
  };
}
