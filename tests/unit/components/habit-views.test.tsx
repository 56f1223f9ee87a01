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

const clearing = (granted: boolean, answer = true) => {
  let allowed = granted;
  return {
    isAllowed: async () => allowed,
    allow: vi.fn(async () => {
      allowed = answer;
      return answer;
    }),
    stop: vi.fn(async () => {
      allowed = false;
    }),
  };
};

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
  show(<HabitSettings habits={usualHabits} onHabits={onHabits} clearing={clearing(false)} />);
  choose(t('habitsGrouping'), 'pairs');
  click(control(t('habitsHidden')));
  choose(t('habitsClear'), '60');
  choose(t('habitsClear'), 'null');
  const changed = [{ grouping: 'pairs' }, { hidden: true }, { clearSeconds: 60 }, { clearSeconds: null }];
  expect(onHabits.mock.calls).toEqual(changed.map((one) => [one]));
});

const closedBox = () => control(t('clearClosed'));

it('asks for clearing also once the window is closed, says before what that means, and gives it back', async () => {
  const allowed = clearing(false);
  const root = show(<HabitSettings habits={usualHabits} onHabits={vi.fn()} clearing={allowed} />);
  expect(root.textContent).toContain(t('clearClosedHint'));
  expect(root.textContent).toContain(t('habitsClearHint'));
  click(closedBox());
  expect(allowed.allow).toHaveBeenCalledTimes(1);
  await vi.waitFor(() => expect(root.textContent).not.toContain(t('habitsClearHint')));
  expect(closedBox().checked).toBe(true);
  click(closedBox());
  await vi.waitFor(() => expect(root.textContent).toContain(t('habitsClearHint')));
  expect(allowed.stop).toHaveBeenCalledTimes(1);
  expect(closedBox().checked).toBe(false);
});

it('takes the mark away again where the browser was told no, and asks nothing where no code is cleared', async () => {
  const refused = clearing(false, false);
  const root = show(<HabitSettings habits={usualHabits} onHabits={vi.fn()} clearing={refused} />);
  click(closedBox());
  await vi.waitFor(() => expect(closedBox().checked).toBe(false));
  expect(root.textContent).toContain(t('habitsClearHint'));
  clear();
  const never = show(
    <HabitSettings habits={{ ...usualHabits, clearSeconds: null }} onHabits={vi.fn()} clearing={clearing(true)} />,
  );
  expect(never.textContent).not.toContain(t('clearClosed'));
});
