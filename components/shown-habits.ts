import { createContext } from 'preact';
import type { Habits } from '../lib/app/habits.ts';

/** How codes look; as nobody has chosen otherwise where no page says so. */
export const ShownHabits = createContext<Pick<Habits, 'grouping' | 'hidden'>>({ grouping: 'threes', hidden: false });
