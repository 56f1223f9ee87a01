import { afterEach, describe, expect, it, vi } from 'vitest';
import { RemovedList } from '../../../components/removed-list.tsx';
import { RemovedNotice } from '../../../components/removed-notice.tsx';
import type { RemovedView } from '../../../components/view-models.ts';
import { button, clear, click, hostile, show, t } from './support.tsx';

const removed: RemovedView = {
  id: 'e1',
  issuer: hostile.html,
  account: 'ada@example.test',
  state: 'stale',
  sites: [{ name: 'https://portal.example', ascii: null }],
  removedUnixMs: Date.UTC(2026, 0, 5, 12),
  keptUntilUnixMs: Date.UTC(2026, 1, 4, 12),
};
const act = () => ({ onPutBack: vi.fn(), onDelete: vi.fn(), onBack: vi.fn() });

afterEach(clear);

describe('the removed accounts', () => {
  it('are shown with their site, the day of removal and the day until which they are kept, and put back at one press', () => {
    const calls = act();
    const root = show(<RemovedList accounts={[removed]} busy={false} {...calls} />);
    expect(document.activeElement?.textContent).toBe(t('removedTitle'));
    expect(root.textContent).toContain('https://portal.example');
    for (const day of [removed.removedUnixMs, removed.keptUntilUnixMs])
      expect(root.textContent).toContain(new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(day));
    expect(root.querySelector('b, img')).toBe(null);
    click(button(t('removedPutBack')));
    expect(calls.onPutBack).toHaveBeenCalledExactlyOnceWith('e1');
  });

  it('are deleted only by a second press that says what is lost', () => {
    const calls = act();
    const root = show(<RemovedList accounts={[removed, { ...removed, id: 'e2' }]} busy={false} {...calls} />);
    click(button(t('removedDelete')));
    expect(calls.onDelete).not.toHaveBeenCalled();
    expect(root.textContent).toContain(t('removedDeleteLead'));
    click(button(t('cancel')));
    expect(() => button(t('removedDeleteConfirm'))).toThrow('No button');
    click(button(t('removedDelete')));
    click(button(t('removedDeleteConfirm')));
    expect(calls.onDelete).toHaveBeenCalledExactlyOnceWith('e1');
    expect(calls.onPutBack).not.toHaveBeenCalled();
  });

  it('say that there is none', () => {
    const root = show(<RemovedList accounts={[]} busy={false} {...act()} />);
    expect(root.textContent).toContain(t('removedNone'));
  });
});

describe('the notice of a removal', () => {
  it('names the site where two-factor login is still on, and takes the removal back', () => {
    const onUndo = vi.fn();
    const root = show(<RemovedNotice sites={removed.sites} onUndo={onUndo} />);
    expect(document.activeElement?.textContent).toBe(t('removeUndo'));
    expect(root.textContent).toContain('still on at https://portal.example');
    click(button(t('removeUndo')));
    expect(onUndo).toHaveBeenCalledOnce();
    expect(show(<RemovedNotice sites={[]} onUndo={onUndo} />).textContent).not.toContain('still on');
  });
});
