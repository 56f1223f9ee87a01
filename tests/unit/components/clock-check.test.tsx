import { afterEach, describe, expect, it, vi } from 'vitest';
import { ClockCheck } from '../../../components/clock-check.tsx';
import type { ClockView } from '../../../components/view-models.ts';
import { button, clear, click, show, t } from './support.tsx';

afterEach(clear);

const shown = (clock: ClockView | null, busy = false) => {
  const onCheck = vi.fn();
  return { onCheck, root: show(<ClockCheck host="h.test" busy={busy} clock={clock} onCheck={onCheck} />) };
};

describe('ClockCheck', () => {
  it('asks on a press only, and says beforehand who is asked', () => {
    const { onCheck, root } = shown(null);
    expect(root.textContent).toContain(t('clockLead', ['h.test']));
    expect(root.querySelector('[role=status], [role=alert]')).toBeNull();
    expect(onCheck).not.toHaveBeenCalled();
    click(button(t('clockCheck')));
    expect(onCheck).toHaveBeenCalledTimes(1);
  });

  it.each([
    [{ kind: 'right' }, t('clockRight', ['h.test'])],
    [{ kind: 'off', bySeconds: 61 }, t('clockAhead', ['61', 'h.test'])],
    [{ kind: 'off', bySeconds: -61 }, t('clockBehind', ['61', 'h.test'])],
    [{ kind: 'unknown', why: 'no-date' }, t('clockUnknown', ['h.test'])],
  ] as const)('says in a sentence what is known: %j', (clock, sentence) => {
    expect(shown(clock).root.querySelector('[role]')?.textContent).toBe(sentence);
  });

  it('asks once while it waits', () => {
    const { onCheck } = shown(null, true);
    click(button(t('working')));
    expect(onCheck).not.toHaveBeenCalled();
  });
});
