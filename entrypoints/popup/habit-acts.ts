import type { Habits } from '../../lib/app/habits.ts';
import type { Core } from './core.ts';
import type { PopupPorts } from './ports.ts';

/** How codes are shown, and one of them in large. */
export function habitActs({ act, change, current, leaveLarge }: Core, ports: PopupPorts) {
  return {
    setHabits: (changed: Partial<Habits>) =>
      act(async () => {
        const habits = { ...current().habits, ...changed };
        await ports.habits.keep(habits);
        change({ habits });
        return true;
      }),
    showLarge: (entryId: string) => change({ screen: 'large', largeId: entryId, leftId: null }),
    leaveLarge: () => leaveLarge(current().largeId),
  };
}
