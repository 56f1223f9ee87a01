import { afterEach, describe, expect, it, vi } from 'vitest';
import { RemoveQuestion } from '../../../components/remove-question.tsx';
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

const links = (root: HTMLElement) => Array.from(root.querySelectorAll('a'), (link) => link.getAttribute('href'));

afterEach(clear);

describe('the question before a removal', () => {
  const ask = (part: Partial<Parameters<typeof RemoveQuestion>[0]> = {}) => {
    const on = { onSecurityPage: vi.fn(), onKeep: vi.fn(), onRemove: vi.fn() };
    const props = { busy: false, onPhone: false, sites: removed.sites, securityPage: null, ...on, ...part };
    return { on, root: show(<RemoveQuestion {...props} />) };
  };

  it('says that two-factor login stays on at the site, leads there, and does nothing before the second press', () => {
    const { on, root } = ask();
    expect(document.activeElement?.textContent).toBe(t('removeTitle'));
    expect(root.textContent).toContain('does not switch two-factor login off at the site');
    expect(root.textContent).toContain('still on at https://portal.example');
    expect(links(root)).toEqual(['https://portal.example']);
    for (const link of root.querySelectorAll('a')) {
      expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
    }
    expect(() => button(t('helpSecurity'))).toThrow('No button');
    click(button(t('removeKeep')));
    expect(on.onRemove).not.toHaveBeenCalled();
    click(button(t('removeConfirm')));
    expect(on.onKeep).toHaveBeenCalledOnce();
    expect(on.onRemove).toHaveBeenCalledOnce();
  });

  it('opens the security settings of the site in front, where its page leads there', () => {
    const { on } = ask({ securityPage: 'https://portal.example/security' });
    click(button(t('helpSecurity')));
    expect(on.onSecurityPage).toHaveBeenCalledOnce();
  });

  it('speaks of the phone only where one has shown that it makes the codes', () => {
    expect(ask().root.textContent).not.toContain('phone');
    expect(ask({ onPhone: true }).root.textContent).toContain('only your phone makes its codes');
  });

  it.each([
    'javascript:alert(1)',
    'chrome://settings',
    'not an address',
    'https://portal.example@evil.example',
    'https://evil.example/https://portal.example',
  ])('makes no link of %s', (name) => {
    const { root } = ask({ sites: [{ name, ascii: null }] });
    expect(links(root)).toEqual([]);
    expect(root.textContent).toContain(name);
  });

  it('leads to the name that the browser writes, not to the readable one', () => {
    const site = { name: 'https://readable.example', ascii: 'https://xn--prtal-jye.example' };
    expect(links(ask({ sites: [site] }).root)).toEqual(['https://xn--prtal-jye.example']);
  });
});

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
    expect(root.textContent).toContain('does not switch two-factor login off');
    expect(links(root)).toEqual(['https://portal.example']);
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
    click(button(t('back')));
    clear();
    show(<RemovedList accounts={[]} busy={false} onPutBack={vi.fn()} onDelete={vi.fn()} />);
    expect(() => button(t('back'))).toThrow('No button');
  });
});

describe('the notice of a removal', () => {
  it('names the site where two-factor login is still on, and takes the removal back', () => {
    const onUndo = vi.fn();
    const root = show(<RemovedNotice sites={removed.sites} onUndo={onUndo} />);
    expect(document.activeElement?.textContent).toBe(t('removeUndo'));
    expect(root.textContent).toContain('still on at https://portal.example');
    expect(links(root)).toEqual(['https://portal.example']);
    click(button(t('removeUndo')));
    expect(onUndo).toHaveBeenCalledOnce();
    expect(show(<RemovedNotice sites={[]} onUndo={onUndo} />).textContent).not.toContain('still on');
  });
});
