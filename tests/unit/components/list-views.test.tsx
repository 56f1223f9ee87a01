import { afterEach, describe, expect, it, vi } from 'vitest';
import { CodeList } from '../../../components/code-list.tsx';
import { ExportForm } from '../../../components/export-form.tsx';
import { Header } from '../../../components/header.tsx';
import { Notice } from '../../../components/notice.tsx';
import { RestoreForm } from '../../../components/restore-form.tsx';
import { Search } from '../../../components/search.tsx';
import { Settings } from '../../../components/settings.tsx';
import type { EntryView, LookAlikeView, UseHereDoubt } from '../../../components/view-models.ts';
import { settingsActs } from './page-acts.ts';
import {
  alike,
  button,
  choose,
  clear,
  click,
  control,
  entry,
  held,
  hostile,
  key,
  show,
  submit,
  t,
  type,
} from './support.tsx';

afterEach(clear);

type Shown = {
  now?: number;
  host?: string | null;
  copiedId?: string | null;
  leftId?: string | null;
  leftLarge?: boolean;
  searching?: boolean;
  lookAlike?: LookAlikeView | null;
  doubt?: UseHereDoubt | null;
};

const list = (
  entries: readonly EntryView[],
  {
    now = 0,
    host = 'h.test',
    copiedId = null,
    leftId = null,
    leftLarge = false,
    searching = false,
    lookAlike = null,
    doubt = null,
  }: Shown = {},
) => {
  const act = {
    onCopy: vi.fn(),
    onFill: vi.fn(),
    onUseHere: vi.fn(),
    onAdvance: vi.fn(),
    onMore: vi.fn(),
    onLarge: vi.fn(),
    onUseHereAnyway: vi.fn(),
    onLeaveDoubt: vi.fn(),
  };
  const root = show(
    <CodeList
      entries={entries}
      searching={searching}
      nowUnixMs={now}
      host={host}
      copiedId={copiedId}
      copied={{ kind: 'here', seconds: 30 }}
      leftId={leftId}
      leftLarge={leftLarge}
      lookAlike={lookAlike}
      doubt={doubt}
      {...act}
    />,
  );
  return { act, root, codes: Array.from(root.querySelectorAll<HTMLElement>('[data-code-button]')) };
};

const other: EntryView = { ...entry, id: 'e2', issuer: 'Mail', account: 'bob', belongsHere: false, code: '999888' };

describe('CodeList', () => {
  it('shows issuer, account, grouped code and seconds as text', () => {
    const { root } = list([entry], { now: 12_000 });
    expect(root.textContent).toContain('Example Hosting');
    expect(root.textContent).toContain('ada@example.test');
    expect(Array.from(root.querySelectorAll('.group')).map((one) => one.textContent)).toEqual(['123', '456']);
    expect(root.querySelector('.seconds')?.textContent).toBe('18 s');
  });

  it('copies on a press of the code, and says so aloud', () => {
    const { act, codes } = list([entry]);
    expect(codes[0]?.getAttribute('aria-label')).toBe('Copy code 123456 of Example Hosting, ada@example.test');
    expect(codes[0]?.getAttribute('aria-description')).toBe('12 34 56');
    if (codes[0] !== undefined) click(codes[0]);
    expect(act.onCopy).toHaveBeenCalledExactlyOnceWith('e1');
    const { root } = list([entry], { copiedId: 'e1' });
    expect(root.querySelector('[role=status]')?.textContent).toBe(t('habitsCopiedHere', ['30']));
  });

  it('shows a code in large by its button and by the key L on the code, and gives the focus back to the button', () => {
    const { act, codes } = list([entry]);
    const enlarge = () => button(t('habitsLargeLabel', [entry.issuer, entry.account]));
    click(enlarge());
    if (codes[0] !== undefined) key(codes[0], 'l');
    expect(act.onLarge.mock.calls).toEqual([['e1'], ['e1']]);
    clear();
    list([entry], { leftId: 'e1', leftLarge: true });
    expect(document.activeElement).toBe(enlarge());
  });

  it('tells the time left to those who ask, and says no second aloud by itself', () => {
    const { root } = list([entry], { now: 12_000 });
    const countdown = root.querySelector('.countdown');
    expect(countdown?.textContent).toBe(t('codeSecondsLeft', ['18']));
    expect(countdown?.closest('[aria-live], [role=status], [role=alert], [role=timer]')).toBeNull();
    expect(countdown?.querySelector('[aria-live], [role]')).toBeNull();
    expect(countdown?.closest('[aria-hidden=true]')).toBeNull();
  });

  it('fills only what belongs here; what has no site yet may be used at this host', () => {
    const third = { ...other, id: 'e3', account: 'cid' };
    const { act } = list([entry, { ...other, sites: [] }, third]);
    click(button(t('codeFillLabel', ['Example Hosting', 'ada@example.test'])));
    click(button(t('codeUseHereLabel', ['Mail', 'bob', 'h.test'])));
    expect(act.onFill).toHaveBeenCalledExactlyOnceWith('e1');
    expect(act.onUseHere).toHaveBeenCalledExactlyOnceWith('e2');
    expect(() => button(t('codeFillLabel', ['Mail', 'bob']))).toThrow('No button');
    expect(() => button(t('codeUseHereLabel', ['Mail', 'cid', 'h.test']))).toThrow('No button');
    expect(() => button(t('codeUseHereLabel', ['Example Hosting', 'ada@example.test', 'h.test']))).toThrow('No button');
  });

  it('offers an account with a site at another one only when that is asked for, and takes it back', () => {
    const { act } = list([other]);
    const label = t('codeUseHereLabel', ['Mail', 'bob', 'h.test']);
    expect(() => button(label)).toThrow('No button');
    click(button(t('codesUseOther', ['h.test'])));
    click(button(label));
    expect(act.onUseHere).toHaveBeenCalledExactlyOnceWith('e2');
    click(button(t('codesUseOther', ['h.test'])));
    expect(() => button(label)).toThrow('No button');
  });

  it('does not offer that where no account has a site, or at no site', () => {
    list([{ ...other, sites: [] }]);
    expect(() => button(t('codesUseOther', ['h.test']))).toThrow('No button');
    list([other], { host: null });
    expect(() => button(t('codesUseOther', ['h.test']))).toThrow('No button');
  });

  it('shows both names in the row of an account that was not used here, and the warning has the focus', () => {
    const { act, root } = list([{ ...other, sites: [] }], {
      lookAlike: alike,
      doubt: { entryId: 'e2', reason: 'look-alike' },
    });
    const row = root.querySelector('li');
    for (const name of [alike.known.name, alike.here.name, alike.here.ascii ?? '?'])
      expect(row?.textContent).toContain(name);
    expect(row?.querySelector('[role=alert]')?.textContent).toContain(t('lookAlikeUse'));
    expect(() => button(t('codeUseHereLabel', ['Mail', 'bob', 'h.test']))).toThrow('No button');
    expect(document.activeElement).toBe(row?.querySelector('.doubt'));
    click(button(t('doubtAnyway', ['h.test'])));
    click(button(t('doubtLeave')));
    expect(act.onUseHereAnyway).toHaveBeenCalledTimes(1);
    expect(act.onLeaveDoubt).toHaveBeenCalledTimes(1);
    expect(act.onUseHere).not.toHaveBeenCalled();
  });

  it('gives the focus back to the button that was pressed when the warning is left', () => {
    const loose = { ...other, sites: [] };
    list([loose], { doubt: { entryId: 'e2', reason: 'look-alike' }, lookAlike: alike });
    button(t('doubtLeave')).focus();
    list([loose], { lookAlike: alike });
    expect(document.activeElement).toBe(button(t('codeUseHereLabel', ['Mail', 'bob', 'h.test'])));
  });

  it('names the site that an account has already before it gets another one', () => {
    const { root } = list([other, { ...other, id: 'e3' }], { doubt: { entryId: 'e2', reason: 'other-site' } });
    expect(root.querySelectorAll('.doubt')).toHaveLength(1);
    expect(root.querySelector('.doubt')?.textContent).toContain('https://portal.example');
    expect(root.querySelector('.doubt')?.textContent).not.toContain(t('lookAlikeUse'));
  });

  it('offers no filling where there is no host', () => {
    expect(
      list([entry, other], { host: null }).root.querySelectorAll('.code-line button:not(.code, .more)').length,
    ).toBe(0);
  });

  it('opens an account on its own screen, and gives the focus back when that is left', () => {
    const { act } = list([entry, other]);
    const name = t('codeMoreLabel', ['Mail', 'bob']);
    click(button(name));
    expect(act.onMore).toHaveBeenCalledExactlyOnceWith('e2');
    clear();
    list([entry, other], { leftId: 'e2' });
    expect(document.activeElement).toBe(button(name));
    clear();
    const { codes } = list([entry, other], { leftId: 'gone' });
    expect(document.activeElement).toBe(codes[0]);
  });

  it('says that a code was used, and when the next one comes', () => {
    const { root } = list([{ ...entry, used: true }], { now: 12_000 });
    expect(root.textContent).toContain(t('codeUsed', ['18']));
  });

  it('keeps the parts of a row when the next code, a used code or the word Copied comes and goes', () => {
    const partsOf = (entries: readonly EntryView[], shown: Shown) => {
      const { root } = list(entries, shown);
      return Array.from(root.querySelector('li')?.children ?? []).map(({ className }) => className);
    };
    const usual = partsOf([entry], { now: 12_000 });
    expect(usual).toContain('below');
    expect(partsOf([entry], { now: 27_000 })).toEqual(usual);
    expect(partsOf([{ ...entry, used: true }], { now: 12_000 })).toEqual(usual);
    expect(partsOf([entry], { now: 12_000, copiedId: 'e1' })).toEqual(usual);
  });

  it('draws the beginning of a long list, and more on request', () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ ...entry, id: `e${index}` }));
    const { root } = list(many);
    const drawn = root.querySelectorAll('li').length;
    expect(drawn).toBeLessThan(100);
    click(button(t('codeMore')));
    expect(root.querySelectorAll('li').length).toBeGreaterThan(drawn);
  });

  it('puts the accounts of this site first', () => {
    const { root } = list([other, entry]);
    expect(Array.from(root.querySelectorAll('h2')).map((one) => one.textContent)).toEqual([
      t('codesHere'),
      t('codesElsewhere'),
    ]);
    expect(root.querySelector('li')?.textContent).toContain('Example Hosting');
  });

  it.each([
    [24_999, false],
    [25_000, true],
    [29_999, true],
  ])('at %i ms shows the next code: %s', (now, shown) => {
    expect(list([entry], { now }).root.textContent?.includes('Next: 654 321')).toBe(shown);
  });

  it('shrinks the ring with the time left, without a style attribute', () => {
    const dash = (now: number) =>
      Number(list([entry], { now }).root.querySelector('.ring-left')?.getAttribute('stroke-dasharray')?.split(' ')[0]);
    expect(dash(0)).toBeCloseTo(2 * Math.PI * 9, 1);
    expect(dash(15_000)).toBeCloseTo(Math.PI * 9, 1);
    expect(dash(60_000)).toBe(0);
    expect(document.querySelector('[style]')).toBeNull();
  });

  it('shows no countdown for a counter code, but the way to the next one', () => {
    const { act, root } = list([{ ...entry, kind: 'hotp' }], { now: 29_000 });
    expect(root.querySelector('.countdown, .next-code')).toBeNull();
    click(button(t('codeAdvanceLabel', ['Example Hosting', 'ada@example.test'])));
    expect(act.onAdvance).toHaveBeenCalledExactlyOnceWith('e1');
  });

  it.each(['pending', 'confirmed', 'stale'] as const)('says in words that an entry is %s', (state) => {
    const word = { pending: 'Not confirmed yet', confirmed: 'Confirmed', stale: 'No longer in force' }[state];
    expect(list([{ ...entry, state }]).root.querySelector('.badge')?.textContent).toBe(word);
  });

  it("moves between codes with arrow keys, Home and End, also from a row's other buttons", () => {
    const { codes } = list([entry, other, { ...other, id: 'e3' }]);
    const focused = () => codes.indexOf(codes.find((one) => one === document.activeElement) ?? document.body);
    codes[0]?.focus();
    const walk = (name: string) => {
      key(document.activeElement ?? document.body, name);
      return focused();
    };
    expect([walk('ArrowDown'), walk('ArrowDown'), walk('ArrowDown'), walk('ArrowUp')]).toEqual([1, 2, 2, 1]);
    expect([walk('Home'), walk('End')]).toEqual([0, 2]);
    button(t('codeFillLabel', ['Example Hosting', 'ada@example.test'])).focus();
    expect(walk('ArrowDown')).toBe(1);
    expect(key(document.activeElement ?? document.body, 'x').defaultPrevented).toBe(false);
    walk('End');
    expect(key(document.activeElement ?? document.body, 'ArrowDown').defaultPrevented).toBe(true);
  });

  it('tells an empty vault from an empty search', () => {
    expect(list([]).root.textContent).toBe(t('codesEmpty'));
    expect(list([], { searching: true }).root.textContent).toBe(t('codesNoMatch'));
  });

  it('shows hostile names as text', () => {
    const { root, codes } = list([{ ...entry, issuer: hostile.html, account: hostile.rlo }]);
    expect(root.querySelector('img, b')).toBeNull();
    expect(root.querySelector('bdi')?.textContent).toBe(hostile.html);
    expect(root.textContent).not.toContain('\u202E');
    expect(codes[0]?.getAttribute('aria-label')).not.toContain('\u202E');
  });
});

describe('Search', () => {
  it('reports what is typed, empties on Escape, and goes down to the codes', () => {
    const onQuery = vi.fn();
    const onLeaveDown = vi.fn();
    show(<Search query="ma" onQuery={onQuery} onLeaveDown={onLeaveDown} />);
    type(control(t('searchLabel')), 'mail');
    expect(onQuery).toHaveBeenLastCalledWith('mail');
    expect(key(control(t('searchLabel')), 'Escape').defaultPrevented).toBe(true);
    expect(onQuery).toHaveBeenLastCalledWith('');
    key(control(t('searchLabel')), 'ArrowDown');
    expect(onLeaveDown).toHaveBeenCalledOnce();
  });

  it('lets Escape close the popup when the box is empty', () => {
    show(<Search query="" onQuery={vi.fn()} />);
    expect(key(control(t('searchLabel')), 'Escape').defaultPrevented).toBe(false);
  });
});

describe('Header', () => {
  it('offers add, help, lock and settings; lock only when there is something to lock', () => {
    const act = { onAddFromPage: vi.fn(), onHelp: vi.fn(), onLock: vi.fn(), onSettings: vi.fn() };
    show(<Header busy={false} {...act} />);
    click(button(t('headerAdd')));
    click(button(t('helpButton')));
    click(button(t('headerLock')));
    click(button(t('headerSettings')));
    for (const callback of Object.values(act)) expect(callback).toHaveBeenCalledOnce();
    show(<Header busy={false} onAddFromPage={vi.fn()} onHelp={vi.fn()} onSettings={vi.fn()} />);
    expect(() => button(t('headerLock'))).toThrow();
  });
});

describe('Settings', () => {
  it('offers to be reminded of the passphrase where there is one', () => {
    const calls = settingsActs();
    show(<Settings autoLockMinutes={15} screenLockReported={true} {...calls} />);
    expect(() => control(t('reminderSetting'))).toThrow();
    show(<Settings autoLockMinutes={15} screenLockReported={true} {...calls} reminder={false} />);
    control(t('reminderSetting')).click();
    expect(calls.onReminder).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('changes the auto-lock time and leads to a phone, backup and restore', () => {
    const calls = settingsActs();
    show(<Settings autoLockMinutes={15} screenLockReported={true} {...calls} />);
    choose(t('settingsAutoLock'), '60');
    expect(calls.onAutoLockMinutes).toHaveBeenCalledExactlyOnceWith(60);
    click(button(t('phoneTitle')));
    click(button(t('settingsExport')));
    click(button(t('settingsRestore')));
    click(button(t('copiesHereTitle')));
    click(button(t('back')));
    expect(calls.onCopies).toHaveBeenCalledOnce();
    expect(calls.onFromPhone).toHaveBeenCalledOnce();
    expect(calls.onExport).toHaveBeenCalledOnce();
    expect(calls.onRestore).toHaveBeenCalledOnce();
    expect(calls.onBack).toHaveBeenCalledOnce();
  });

  it('switches automatic filling of the current site on and off, and is silent elsewhere', () => {
    const calls = settingsActs();
    const at = (on: boolean) => (
      <Settings
        autoLockMinutes={5}
        screenLockReported={true}
        site={{ host: 'shop.example', on, submits: false }}
        {...calls}
      />
    );
    show(at(false));
    click(button(t('automaticButton')));
    expect(() => control(t('settingsSubmit'))).toThrow();
    show(at(true));
    control(t('settingsSubmit')).click();
    expect(calls.onSubmit).toHaveBeenCalledExactlyOnceWith(true);
    click(button(t('settingsSiteStop')));
    expect(calls.onAllowSite).toHaveBeenCalledOnce();
    expect(calls.onStopSite).toHaveBeenCalledOnce();
    const root = show(<Settings autoLockMinutes={5} screenLockReported={true} {...calls} />);
    expect(root.textContent).not.toContain(t('settingsSite'));
  });

  it('leads to what opens Doorcode, and says nothing of filling by itself where others use the computer too', () => {
    const calls = settingsActs();
    const at = (shared: boolean) => (
      <Settings
        autoLockMinutes={5}
        screenLockReported={true}
        site={{ host: 'shop.example', on: true, submits: false }}
        {...calls}
        shared={shared}
      />
    );
    const root = show(at(false));
    click(button(t('keysTitle')));
    expect(calls.onKeys).toHaveBeenCalledOnce();
    click(button(t('healthTitle')));
    expect(calls.onHealth).toHaveBeenCalledOnce();
    click(button(t('managerOpen')));
    expect(calls.onManage).toHaveBeenCalledOnce();
    click(control(t('settingsShared')));
    expect(calls.onShared).toHaveBeenCalledExactlyOnceWith(true);
    show(at(true));
    expect(root.textContent).not.toContain(t('settingsSiteOn', ['shop.example']));
  });

  it('keeps a stored time that is not on offer, and says where a screen lock is not reported', () => {
    const root = show(<Settings autoLockMinutes={7} screenLockReported={false} {...settingsActs()} />);
    expect(root.querySelector('select')?.value).toBe('7');
    expect(root.textContent).toContain(t('settingsLockNoteIdle'));
  });
});

describe('ExportForm', () => {
  it('takes a passphrase typed twice', () => {
    const onExport = vi.fn();
    const onCancel = vi.fn();
    show(<ExportForm busy={false} question={null} onExport={onExport} onCancel={onCancel} />);
    type(control(t('passphrase')), 'file words');
    type(control(t('repeatPassphrase')), 'file words');
    submit();
    expect(onExport).toHaveBeenCalledExactlyOnceWith('file words');
    click(button(t('cancel')));
    expect(onCancel).toHaveBeenCalledOnce();
  });
});

describe('ExportForm before anybody has proven to know the passphrase', () => {
  const ask = (part: { wrong?: boolean; withoutPassphrase?: boolean }) => {
    const act = { onReopen: vi.fn(), onExport: vi.fn(), onCancel: vi.fn() };
    const { onReopen, ...others } = act;
    const question = { wrong: false, withoutPassphrase: false, onReopen, ...part };
    return { act, root: show(<ExportForm busy={false} question={question} {...others} />) };
  };

  it('asks for the one that opens Doorcode, and takes none for the file', () => {
    const { act, root } = ask({});
    expect(root.querySelectorAll('input')).toHaveLength(1);
    expect(document.activeElement).toBe(control(t('copyAskPassphrase')));
    expect(root.textContent).toContain(t('copyAskLead'));
    type(control(t('copyAskPassphrase')), 'words');
    submit();
    expect(act.onReopen).toHaveBeenCalledExactlyOnceWith('words');
    click(button(t('cancel')));
    expect(act.onCancel).toHaveBeenCalledOnce();
    expect(act.onExport).not.toHaveBeenCalled();
  });

  it('says when it is wrong', () => {
    expect(ask({ wrong: true }).root.querySelector('.problem')?.textContent).toBe(t('unlockWrongPassphrase'));
  });

  it('is a button to hold where there is none', () => {
    const { act, root } = ask({ withoutPassphrase: true });
    expect(root.querySelector('input')).toBeNull();
    click(button(t('keysNext')));
    expect(act.onReopen).not.toHaveBeenCalled();
    held(button(t('keysNext')));
    expect(act.onReopen).toHaveBeenCalledExactlyOnceWith('');
  });
});

describe('RestoreForm', () => {
  it('asks for a file first, then hands file and passphrase over', () => {
    const onRestore = vi.fn();
    const root = show(
      <RestoreForm busy={false} problem={null} onRestore={onRestore} onOtherApp={vi.fn()} onCancel={vi.fn()} />,
    );
    submit();
    expect(onRestore).not.toHaveBeenCalled();
    expect(root.textContent).toContain(t('restoreNoFile'));
    const file = new File(['{}'], 'backup.json');
    Object.defineProperty(control(t('restoreFile')), 'files', { value: [file] });
    type(control(t('restorePassphrase')), 'file words');
    submit();
    expect(onRestore).toHaveBeenCalledExactlyOnceWith(file, 'file words');
  });

  it.each([
    ['wrong-passphrase', 'restoreWrongPassphrase'],
    ['damaged', 'restoreDamaged'],
    ['newer-version', 'restoreNewer'],
    ['not-a-backup', 'restoreUnknown'],
    ['too-large', 'restoreTooLarge'],
  ] as const)('gives %s its own answer', (problem, text) => {
    const calls = { onRestore: vi.fn(), onOtherApp: vi.fn(), onCancel: vi.fn() };
    const root = show(<RestoreForm busy={false} problem={problem} {...calls} />);
    const alerts = Array.from(root.querySelectorAll('[role=alert]')).map((one) => one.textContent);
    expect(alerts.filter((one) => one !== '')).toEqual([t(text)]);
    expect(root.textContent?.includes(t('restoreOtherApp'))).toBe(problem === 'not-a-backup');
  });

  it("leads a file that is none of ours to the page that takes other apps' files", () => {
    const onOtherApp = vi.fn();
    const calls = { onRestore: vi.fn(), onOtherApp, onCancel: vi.fn() };
    show(<RestoreForm busy={false} problem="not-a-backup" {...calls} />);
    click(button(t('phoneTitle')));
    expect(onOtherApp).toHaveBeenCalledOnce();
    expect(calls.onRestore).not.toHaveBeenCalled();
  });
});

describe('Notice', () => {
  it.each([
    ['info', 'status'],
    ['success', 'status'],
    ['warning', 'alert'],
    ['error', 'alert'],
  ] as const)('announces %s as %s', (kind, role) => {
    const onDismiss = vi.fn();
    const root = show(
      <Notice kind={kind} onDismiss={onDismiss}>
        {hostile.html}
      </Notice>,
    );
    expect(root.querySelector(`[role=${role}]`)?.textContent).toContain(hostile.html);
    expect(root.querySelector('img')).toBeNull();
    click(button(t('dismiss')));
    expect(onDismiss).toHaveBeenCalledOnce();
  });
});

describe('a long list', () => {
  const many = Array.from({ length: 40 }, (_, index) => ({ ...entry, id: `e${index}`, account: `a${index}` }));
  const drawn = (root: HTMLElement): number => root.querySelectorAll('li.row').length;

  it('is drawn as far as it is seen, and a little further once the browser has nothing else to do', async () => {
    const idle: (() => void)[] = [];
    vi.stubGlobal('requestIdleCallback', (act: () => void) => idle.push(act));
    vi.stubGlobal('cancelIdleCallback', vi.fn());
    const { root } = list(many);
    expect(drawn(root)).toBe(6);
    for (const act of idle) act();
    await vi.waitFor(() => expect(drawn(root)).toBe(15));
    clear();
    vi.unstubAllGlobals();
  });

  it('gives the focus back to the account whose screen was left, however far down it stands', async () => {
    const { root } = list(many, { leftId: 'e29' });
    await vi.waitFor(() => expect(document.activeElement?.closest('li')?.textContent).toContain('a29'));
    expect(drawn(root)).toBe(30);
  });
});
