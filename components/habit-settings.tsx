import type { ClearingPermission } from '../lib/app/clear-clipboard.ts';
import type { ClearTime, Grouping, Habits } from '../lib/app/habits.ts';
import { ChoiceField } from './choice-field.tsx';
import { ClearClosed } from './clear-closed.tsx';
import { useText } from './text.ts';

const groupings = [
  { value: 'pairs', text: '12 34 56' },
  { value: 'threes', text: '123 456' },
  { value: 'whole', text: '123456' },
] as const satisfies readonly { readonly value: Grouping; readonly text: string }[];

const times = [10, 30, 60, null] as const satisfies readonly ClearTime[];

type HabitSettingsProps = {
  readonly habits: Habits;
  readonly onHabits: (changed: Partial<Habits>) => void;
  readonly clearing: ClearingPermission;
};

/** How codes are shown. */
export function HabitSettings({ habits, onHabits, clearing }: HabitSettingsProps) {
  const t = useText();
  return (
    <>
      <h2>{t('habitsTitle')}</h2>
      <ChoiceField
        label={t('habitsGrouping')}
        value={habits.grouping}
        choices={groupings}
        onValue={(grouping) => onHabits({ grouping })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={habits.hidden}
          onChange={(event) => onHabits({ hidden: event.currentTarget.checked })}
        />
        {t('habitsHidden')}
      </label>
      <p class="hint">{t('habitsHiddenHint')}</p>
      <ChoiceField
        label={t('habitsClear')}
        value={String(habits.clearSeconds)}
        choices={times.map((time) => ({
          value: String(time),
          text: time === null ? t('habitsNever') : t('codeSecondsLeft', [String(time)]),
        }))}
        onValue={(value) => onHabits({ clearSeconds: times.find((time) => String(time) === value) ?? null })}
      />
      {habits.clearSeconds !== null && <ClearClosed {...clearing} />}
    </>
  );
}
