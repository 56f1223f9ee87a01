import { afterEach, describe, expect, it, vi } from 'vitest';
import { RefusedNotice } from '../../../components/refused-notice.tsx';
import type { ClockView, RefusedView } from '../../../components/view-models.ts';
import { button, clear, click, show, t } from './support.tsx';

afterEach(clear);

const shown = (part: Partial<RefusedView>, clock: ClockView | null = null) => {
  const act = { onFillNext: vi.fn(), onCheckClock: vi.fn(), onCorrect: vi.fn() };
  const refused: RefusedView = { why: { kind: 'unknown' }, askClock: true, offerSeconds: null, ...part };
  const root = show(<RefusedNotice refused={refused} host="h.test" clock={clock} busy={false} {...act} />);
  return { ...act, root, buttons: () => Array.from(root.querySelectorAll('button')).map((one) => one.textContent) };
};

describe('RefusedNotice', () => {
  it.each([
    [{ kind: 'other-secret' }, t('whyOtherSecret', [t('foundReplace')])],
    [{ kind: 'clock', bySeconds: 61 }, t('whyClockAhead', ['61'])],
    [{ kind: 'clock', bySeconds: -61 }, t('whyClockBehind', ['61'])],
    [{ kind: 'late', seconds: 4 }, t('whyLate', ['4'])],
    [{ kind: 'late', seconds: null }, t('whyLateSaid')],
    [{ kind: 'used' }, t('whyUsed')],
    [{ kind: 'unknown' }, t('whyUnknown')],
  ] as const)('says why: %j', (why, sentence) => {
    const alert = shown({ why }).root.querySelector('[role=alert]');
    expect(alert?.textContent).toContain(t('siteRefused'));
    expect(alert?.textContent).toContain(sentence);
  });

  it('offers no next code where it is not known whose was refused', () => {
    const refused: RefusedView = { why: { kind: 'unknown' }, askClock: true, offerSeconds: null };
    const root = show(
      <RefusedNotice
        refused={refused}
        host="h.test"
        clock={null}
        busy={false}
        onCheckClock={vi.fn()}
        onCorrect={vi.fn()}
      />,
    );
    expect(Array.from(root.querySelectorAll('button'), (one) => one.textContent)).toEqual([t('clockCheck')]);
  });

  it('fills the next code and checks the clock on a press each, and says what the check found', () => {
    const { buttons, onCheckClock, onFillNext } = shown({});
    expect(buttons()).toEqual([t('fillNext'), t('clockCheck')]);
    click(button(t('fillNext')));
    click(button(t('clockCheck')));
    expect([onFillNext.mock.calls.length, onCheckClock.mock.calls.length]).toEqual([1, 1]);
    const checked = shown({}, { kind: 'right' });
    expect(checked.root.textContent).toContain(t('clockRight', ['h.test']));
    expect(checked.buttons()).toEqual([t('fillNext')]);
  });

  it('offers the correction that a check measured', () => {
    const { onCorrect } = shown({ why: { kind: 'clock', bySeconds: 61 }, offerSeconds: -61 });
    click(button(t('clockCorrect', ['\u221261'])));
    expect(onCorrect).toHaveBeenCalledOnce();
  });

  it('offers no code of a secret that the site has given up, and no check of a clock that does not matter', () => {
    expect(shown({ why: { kind: 'other-secret' }, askClock: false }).buttons()).toEqual([]);
    expect(shown({ askClock: false }).buttons()).toEqual([t('fillNext')]);
  });
});
