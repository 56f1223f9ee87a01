import type { ComponentProps } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AccountList } from '../../../components/account-list.tsx';
import { AccountSelection } from '../../../components/account-selection.tsx';
import { ChangeNotice } from '../../../components/change-notice.tsx';
import { GroupChips } from '../../../components/group-chips.tsx';
import { SitesList } from '../../../components/sites-list.tsx';
import type { ArrangedView } from '../../../components/view-models.ts';
import { noPolicies } from '../../../lib/app/policies.ts';
import { button, clear, click, control, entry, hostile, key, show, submit, t, type } from './support.tsx';

afterEach(clear);

const account = (id: string, more: Partial<ArrangedView> = {}): ArrangedView => ({
  ...{ ...entry, id, account: id, pinned: false, group: '' },
  ...more,
});
const names = (id: string) => ['Example Hosting', id];
const acts = () => ({
  onOpen: vi.fn(),
  onCopy: vi.fn(),
  onAdvance: vi.fn(),
  onSelect: vi.fn(),
  onPin: vi.fn(),
  onGroup: vi.fn(),
  onMoveBy: vi.fn(),
  onMoveTo: vi.fn(),
});
const list = (accounts: readonly ArrangedView[], on: ReturnType<typeof acts>) => (
  <AccountList
    accounts={accounts}
    groups={['Home', 'Work']}
    selected={['bob']}
    copiedId={null}
    copied={{ kind: 'stays' }}
    nowUnixMs={0}
    busy={false}
    {...on}
  />
);

function altArrow(element: Element, key: string): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, altKey: true, bubbles: true, cancelable: true });
  act(() => void element.dispatchEvent(event));
  return event;
}

describe('the list of all accounts', () => {
  it('parts the pinned ones from the others, and says which are selected', () => {
    const root = show(list([account('cy', { pinned: true, group: 'Work' }), account('ada'), account('bob')], acts()));
    expect([...root.querySelectorAll('h2')].map((title) => title.textContent)).toEqual([
      t('managerPinned'),
      t('managerOthers'),
    ]);
    expect(root.querySelector('[data-row=cy]')?.textContent).toContain('Work');
    const checked = [...root.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].map((box) => box.checked);
    expect(checked).toEqual([false, false, true]);
  });

  it('has no headings where all or none are pinned', () => {
    expect(show(list([account('ada'), account('bob')], acts())).querySelector('h2')).toBeNull();
  });

  it('moves an account by its arrows, and by Alt and an arrow key anywhere in its row', () => {
    const on = acts();
    const root = show(list([account('ada'), account('bob')], on));
    click(button(t('managerDown', names('ada'))));
    expect(on.onMoveBy).toHaveBeenLastCalledWith('ada', 1);
    const code = root.querySelector('[data-row=bob] .code');
    if (code === null) throw new Error('no code');
    expect(altArrow(code, 'ArrowUp').defaultPrevented).toBe(true);
    expect(on.onMoveBy).toHaveBeenLastCalledWith('bob', -1);
    expect(altArrow(code, 'ArrowLeft').defaultPrevented).toBe(false);
    key(code, 'ArrowUp');
    expect(on.onMoveBy).toHaveBeenCalledTimes(2);
  });

  it('keeps the focus on the arrow that was pressed when its row has moved', () => {
    const on = acts();
    const [ada, bob] = [account('ada'), account('bob')];
    show(list([ada, bob], on));
    const down = button(t('managerDown', names('ada')));
    down.focus();
    click(down);
    down.blur();
    show(list([bob, ada], on));
    expect(document.activeElement).toBe(button(t('managerDown', names('ada'))));
  });

  it('pins, selects, and puts in a group by its own buttons', () => {
    const on = acts();
    show(list([account('ada', { pinned: true }), account('bob')], on));
    click(button(t('managerUnpinLabel', names('ada'))));
    expect(on.onPin).toHaveBeenCalledExactlyOnceWith('ada', false);
    click(button(t('managerGroupLabel', names('bob'))));
    type(control(t('managerGroupName')), 'g'.repeat(41));
    submit();
    expect(document.body.textContent).toContain(t('managerGroupLong'));
    expect(on.onGroup).not.toHaveBeenCalled();
    type(control(t('managerGroupName')), ' Work ');
    submit();
    expect(on.onGroup).toHaveBeenCalledExactlyOnceWith(['bob'], 'Work');
  });

  it('shows what others wrote as text', () => {
    const root = show(list([account('ada', { issuer: hostile.html, group: hostile.html })], acts()));
    expect(root.querySelector('img, b')).toBeNull();
  });
});

describe('what is done with the selected accounts', () => {
  const [ada, bob, cy] = [account('ada'), account('bob', { state: 'stale', sites: [] }), account('cy')];
  const open = () => {
    const onRemove = vi.fn();
    const select = (...chosen: readonly ArrangedView[]) =>
      show(<AccountSelection chosen={chosen} groups={[]} busy={false} onGroup={vi.fn()} onRemove={onRemove} />);
    const named = () => [...document.querySelectorAll('.choices li')].map((one) => one.textContent);
    return { onRemove, select, named };
  };

  it('is a removal only after a second press, which names them and says where two-factor login stays on', () => {
    const { onRemove, select, named } = open();
    const root = select(ada, bob);
    expect(root.textContent).toContain(t('managerSelected', ['2']));
    click(button(t('managerRemove')));
    expect(onRemove).not.toHaveBeenCalled();
    expect(named()).toEqual(['Example Hosting – ada', 'Example Hosting – bob']);
    expect(root.textContent).toContain('https://portal.example');
    click(button(t('removeConfirm')));
    expect(onRemove).toHaveBeenCalledExactlyOnceWith(['ada', 'bob']);
  });

  it('is a removal of those that the question names, whatever else was selected since', () => {
    const { onRemove, select, named } = open();
    select(ada, bob);
    click(button(t('managerRemove')));
    select(ada, bob, cy);
    expect(named()).toEqual(['Example Hosting – ada', 'Example Hosting – bob']);
    click(button(t('removeConfirm')));
    expect(onRemove).toHaveBeenLastCalledWith(['ada', 'bob']);
    button(t('managerRemove')).focus();
    click(button(t('managerRemove')));
    expect(named()).toHaveLength(3);
    expect(document.activeElement?.textContent).toBe(t('managerRemoveTitle'));
  });

  it('is asked anew once one that the question names is no longer selected', () => {
    const { select, named } = open();
    select(ada, bob);
    click(button(t('managerRemove')));
    select(ada);
    select(ada, bob);
    expect(named()).toEqual([]);
    click(button(t('managerRemove')));
    expect(named()).toHaveLength(2);
  });

  it('is left by Escape or by its button, and the focus goes back to where it was asked', () => {
    const { select, named } = open();
    const root = select(ada);
    const remove = button(t('managerRemove'));
    for (const leave of [() => key(button(t('removeConfirm')), 'Escape'), () => click(button(t('removeKeep')))]) {
      click(remove);
      expect(named()).toHaveLength(1);
      leave();
      expect(named()).toEqual([]);
      expect(document.activeElement).toBe(remove);
    }
    click(button(t('managerGroup')));
    key(control(t('managerGroupName')), 'Escape');
    expect(root.querySelector('form')).toBeNull();
    expect(document.activeElement).toBe(button(t('managerGroup')));
  });

  it('shows in the question what others wrote as text', () => {
    const { select, named } = open();
    const root = select(account('ada', { issuer: hostile.html }));
    click(button(t('managerRemove')));
    expect(named()).toEqual([`${hostile.html} – ada`]);
    expect(root.querySelector('img, b')).toBeNull();
  });
});

describe('what was just changed', () => {
  it('can be taken back by a press, and says so once it was', () => {
    const onUndo = vi.fn();
    const moved = { kind: 'moved', place: 2, of: 3 } as const;
    const root = show(<ChangeNotice change={moved} undoable busy={false} onUndo={onUndo} />);
    expect(root.textContent).toContain(t('managerDoneMoved', ['2', '3']));
    click(button(t('removeUndo')));
    expect(onUndo).toHaveBeenCalledOnce();
    show(<ChangeNotice change={null} undoable={false} busy={false} onUndo={onUndo} />);
    expect(root.textContent).toBe(`${t('managerUndone')} `);
    expect(root.querySelector('button')).toBeNull();
  });
});

describe('groups', () => {
  it('are shown alone by a press, and all again by the next', () => {
    const onShow = vi.fn();
    show(<GroupChips groups={['Home', 'Work']} shown="Work" onShow={onShow} />);
    click(button('Home'));
    click(button('Work'));
    expect(onShow.mock.calls).toEqual([['Home'], [null]]);
    expect(button('Work').getAttribute('aria-pressed')).toBe('true');
  });
});

const portal = { name: 'https://portal.example', ascii: null };
const sites = (part: Partial<ComponentProps<typeof SitesList>>) => (
  <SitesList
    {...{ accounts: [account('ada')], automatic: [], policies: null, stopped: null, busy: false, onStop: vi.fn() }}
    {...part}
  />
);

describe('sites', () => {
  it('stand there once, each with all its accounts', () => {
    const root = show(sites({ accounts: [account('ada'), account('bob'), account('cy', { sites: [] })] }));
    const items = [...root.querySelectorAll('li')].map((item) => item.textContent);
    expect(items).toHaveLength(1);
    expect(items[0]).toContain('ada');
    expect(items[0]).toContain('bob');
  });

  it('are said to be none where no account has one', () => {
    expect(show(sites({ accounts: [] })).textContent).toContain(t('managerSitesNone'));
  });

  it('are stopped by the second press, which says what each of two ways means', () => {
    const onStop = vi.fn();
    const root = show(sites({ automatic: [portal], onStop }));
    expect(root.textContent).toContain(t('settingsSiteOn', [portal.name]));
    click(button(t('sitesStopLabel', [portal.name])));
    expect(onStop).not.toHaveBeenCalled();
    expect(document.activeElement?.textContent).toBe(t('sitesStopTitle', [portal.name]));
    expect(root.textContent).toContain(t('sitesStopOwnLead'));
    expect(root.textContent).toContain(t('sitesStopAllLead'));
    click(button(t('settingsSiteStop')));
    click(button(t('sitesStopAll')));
    expect(onStop.mock.calls).toEqual([
      [portal, 'automatic'],
      [portal, 'all'],
    ]);
  });

  it('have nothing to stop that fills by itself where nothing does', () => {
    const root = show(sites({}));
    click(button(t('sitesStopLabel', [portal.name])));
    expect(root.textContent).not.toContain(t('settingsSiteStop'));
  });

  it('stay by Escape as by the button, and the focus goes back to where the question came from', () => {
    const root = show(sites({}));
    const stop = button(t('sitesStopLabel', [portal.name]));
    for (const leave of [() => key(button(t('sitesStopAll')), 'Escape'), () => click(button(t('sitesKeep')))]) {
      click(stop);
      leave();
      expect(root.querySelector('h2')).toBeNull();
      expect(document.activeElement).toBe(stop);
    }
  });

  it('stand there without an account too, as codes could be filled there by themselves', () => {
    const root = show(sites({ accounts: [], automatic: [portal] }));
    expect(root.textContent).toContain(t('sitesNoAccount'));
    expect(button(t('sitesStopLabel', [portal.name])).disabled).toBe(false);
  });

  it('say what was stopped, where the focus then is', () => {
    show(sites({ accounts: [], stopped: { site: portal, what: 'all' } }));
    expect(document.activeElement?.textContent).toBe(t('sitesStopped', [portal.name]));
    show(sites({ stopped: { site: portal, what: 'automatic' } }));
    expect(document.activeElement?.textContent).toBe(t('sitesByPress', [portal.name]));
  });

  it('are said to be closed where an organisation does not allow them', () => {
    const root = show(sites({ policies: { ...noPolicies, allowedPortals: [], organisationName: 'Harbour' } }));
    expect(root.textContent).toContain(t('policySiteClosed', ['Harbour']));
    show(sites({ policies: { ...noPolicies, allowedPortals: [portal.name], organisationName: 'Harbour' } }));
    expect(root.textContent).not.toContain(t('policySiteClosed', ['Harbour']));
  });
});
