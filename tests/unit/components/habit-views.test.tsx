import { afterEach, expect, it, vi } from 'vitest';
import { CodeDigits } from '../../../components/code-digits.tsx';
import { groupCode } from '../../../components/code-text.ts';
import { HabitSettings } from '../../../components/habit-settings.tsx';
import { LargeCode } from '../../../components/large-code.tsx';
import { ShownHabits } from '../../../components/shown-habits.ts';
import { usualHabits } from '../../../lib/app/habits.ts';
import { button, choose, clear, click, control, entry, key, show, t } from './support.tsx';

afterEach(clear);

it.each([
  ['123456', 'pairs', '12 34 56'],
  ['1234567', 'pairs', '12 34 567'],
  ['12345678', 'pairs', '12 34 56 78'],
  ['12345', 'pairs', '12 345'],
  ['123456', 'threes', '123 456'],
  ['123456', 'whole', '123456'],
  ['12345678', 'whole', '12345678'],
] as const)('shows %s in %s as %s', (code, grouping, shown) => {
  expect(groupCode(code, grouping).join(' ')).toBe(shown);
});

it('covers a code with a dot for each sign, in its groups and with nothing of it', () => {
  const view = (hidden: boolean) =>
    show(
      <ShownHabits.Provider value={{ grouping: 'pairs', hidden }}>
        <CodeDigits code="123456" />
      </ShownHabits.Provider>,
    );
  const cover = view(true).querySelector('.cover');
  expect(Array.from(cover?.querySelectorAll('.group') ?? [], (group) => group.textContent)).toEqual(['••', '••', '••']);
  clear();
  const open = view(false);
  expect(open.querySelector('.cover')).toBeNull();
  expect(open.textContent).toBe('123456');
});

const large = (hidden: boolean, now = 0) => {
  const act = { onCopy: vi.fn(), onAdvance: vi.fn(), onBack: vi.fn() };
  const root = show(
    <ShownHabits.Provider value={{ grouping: 'whole', hidden }}>
      <LargeCode entry={entry} nowUnixMs={now} copied={null} {...act} />
    </ShownHabits.Provider>,
  );
  return { act, root };
};

it('shows one code in large, open where others are covered, with its names, its time, and the next one near the end', () => {
  const { root, act } = large(true);
  expect(root.querySelector('.cover')).toBeNull();
  for (const text of [entry.issuer, entry.account, entry.code]) expect(root.textContent).toContain(text);
  expect(root.querySelector('.countdown')).not.toBeNull();
  expect(root.textContent).not.toContain(entry.nextCode);
  const code = root.querySelector<HTMLElement>('button.code');
  expect(document.activeElement).toBe(code);
  if (code !== null) click(code);
  expect(act.onCopy).toHaveBeenCalledWith(entry.id);
  clear();
  expect(large(true, entry.endsUnixMs - 5_000).root.textContent).toContain(entry.nextCode);
});

it('leaves the code in large by Escape and by its button, and keeps Escape from closing the popup', () => {
  const { act } = large(false);
  expect(key(document.activeElement ?? document.body, 'Escape').defaultPrevented).toBe(true);
  expect(act.onBack).toHaveBeenCalledTimes(1);
  click(button(t('back')));
  expect(act.onBack).toHaveBeenCalledTimes(2);
});

it('asks how codes are shown, and tells what was changed alone', () => {
  const onHabits = vi.fn();
  show(<HabitSettings habits={usualHabits} onHabits={onHabits} />);
  choose(t('habitsGrouping'), 'pairs');
  click(control(t('habitsHidden')));
  choose(t('habitsClear'), '60');
  choose(t('habitsClear'), 'null');
  const changed = [{ grouping: 'pairs' }, { hidden: true }, { clearSeconds: 60 }, { clearSeconds: null }];
  expect(onHabits.mock.calls).toEqual(changed.map((one) => [one]));
});
