import { afterEach, describe, expect, it, vi } from 'vitest';
import { ClockCheck } from '../../../components/clock-check.tsx';
import type { ClockView } from '../../../components/view-models.ts';
import { button, clear, click, show, t } from './support.tsx';

afterEach(clear);

const shown = (clock: ClockView | null, busy = false, offerSeconds: number | null = null) => {
  const onCheck = vi.fn();
  const act = { onCheck, onCorrect: vi.fn(), offerSeconds };
  return { ...act, root: show(<ClockCheck host="h.test" busy={busy} clock={clock} {...act} />) };
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

  it('offers to correct the codes only where a check gave reason to', () => {
    expect(shown({ kind: 'off', bySeconds: 61 }).root.querySelectorAll('button')).toHaveLength(1);
    const { onCorrect } = shown({ kind: 'off', bySeconds: 61 }, false, -61);
    click(button(t('clockCorrect', ['\u221261'])));
    expect(onCorrect).toHaveBeenCalledTimes(1);
  });

  it('asks once while it waits', () => {
    const { onCheck } = shown(null, true);
    click(button(t('working')));
    expect(onCheck).not.toHaveBeenCalled();
  });
});
