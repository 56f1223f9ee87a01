import { afterEach, describe, expect, it, vi } from 'vitest';
import { BeginAnew } from '../../../components/begin-anew.tsx';
import { CopiesHere } from '../../../components/copies-here.tsx';
import { momentOf } from '../../../components/copy-text.ts';
import { HelpTopics } from '../../../components/help-topics.tsx';
import { MissedNotice } from '../../../components/missed-notice.tsx';
import { OpenCopy } from '../../../components/open-copy.tsx';
import { Unreadable } from '../../../components/unreadable.tsx';
import type { CopyView, UnreadableReason } from '../../../components/view-models.ts';
import { WhereCodes } from '../../../components/where-codes.tsx';
import { button, clear, click, control, held, show, submit, t, type } from './support.tsx';

afterEach(clear);

const TUESDAY = Date.UTC(2026, 10, 24, 14, 2);
const kdf = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: 'AAAA' } as const;
const passphrase = { kind: 'passphrase', id: 'p', kdf } as const;
const recovery = { kind: 'recovery', id: 'r', salt: 'AAAA' } as const;
const computer = { kind: 'computer', id: 'c' } as const;

const copy = (place: CopyView['place'], generation: number | null, more: Partial<CopyView> = {}): CopyView => ({
  place,
  size: 12_345,
  fault: generation === null ? 'damaged' : null,
  generation,
  writtenUnixMs: generation === null ? null : TUESDAY,
  slots: [passphrase],
  ...more,
});

function showUnreadable(
  copies: readonly CopyView[],
  reason: UnreadableReason = 'damaged',
  unopened: CopyView['place'][] = [],
) {
  const act = { onRetry: vi.fn(), onOpen: vi.fn(), onSave: vi.fn(), onBeginAnew: vi.fn() };
  const root = show(<Unreadable reason={reason} copies={copies} unopened={unopened} busy={false} {...act} />);
  return { act, root, rows: () => [...root.querySelectorAll('.copies li')].map((row) => row.textContent ?? '') };
}

describe('Unreadable', () => {
  it.each(['damaged', 'missing', 'newer-version'] as const)('says that nothing was deleted (%s)', (reason) => {
    const { root } = showUnreadable([copy('a', 3)], reason);
    expect(root.querySelector('[role=alert]')?.textContent).toContain(t('unreadableNothingDeleted'));
  });

  it('names each copy in plain words, with its time, its size and whether it can be read', () => {
    const { rows } = showUnreadable([
      copy('a', 9),
      copy('mirror', 9),
      copy('b', 8),
      copy('day.2', 4),
      copy('day.1', null),
    ]);
    const [latest, apart, before, day, damaged] = rows();
    expect(latest).toContain(t('copyLatest'));
    expect(latest).toContain(momentOf(t, TUESDAY));
    expect(latest).toContain('12 kB');
    expect(latest).toContain(t('copyWhole'));
    expect(apart).toContain(t('copyApart'));
    expect(before).toContain(t('copyBefore'));
    expect(day).toContain(t('copyOf', [momentOf(t, TUESDAY)]));
    expect(damaged).toContain(t('copyDay'));
    expect(damaged).toContain(t('copyDamaged'));
  });

  it('calls neither of the latest two the latest where one is damaged, and the other is the one before a copy apart', () => {
    const [apart, before, either] = showUnreadable([copy('mirror', 9), copy('b', 8), copy('a', null)]).rows();
    expect(apart).toContain(t('copyApart'));
    expect(before).toContain(t('copyBefore'));
    expect(either).toContain(t('copyEither'));
  });

  it('has the newest copy that can be read under the focus, and opens what was chosen', () => {
    const { act, root } = showUnreadable([copy('mirror', 9), copy('b', 8), copy('a', null)]);
    const open = (name: 'copyApart' | 'copyBefore') => button(t('copyOpenLabel', [t(name)]));
    expect(root.querySelectorAll('button.primary')).toHaveLength(1);
    expect(document.activeElement).toBe(open('copyApart'));
    expect(open('copyApart').className).toBe('primary');
    click(open('copyBefore'));
    expect(act.onOpen).toHaveBeenCalledExactlyOnceWith('b');
    expect(root.querySelectorAll('.copies button')).toHaveLength(2);
  });

  it('puts the next one first after a copy that looked whole did not open', () => {
    const { root, rows } = showUnreadable([copy('mirror', 9), copy('b', 8)], 'damaged', ['mirror']);
    expect(rows()[0]).toContain(t('copyDamaged'));
    expect(root.querySelectorAll('.copies button')).toHaveLength(1);
    expect(button(t('copyOpenLabel', [t('copyBefore')])).className).toBe('primary');
  });

  it('says what is left to do where no copy can be read', () => {
    const { act, root } = showUnreadable([copy('a', null), copy('b', null)]);
    expect(root.textContent).toContain(t('unreadableNone'));
    click(button(t('copiesHereSave')));
    click(button(t('unreadableRetry')));
    click(button(t('anewButton')));
    for (const called of [act.onSave, act.onRetry, act.onBeginAnew]) expect(called).toHaveBeenCalledOnce();
  });

  it('leads to no older copy of what a newer version wrote, and opens one or begins anew only by a press', () => {
    const { act, root } = showUnreadable([copy('b', 8), copy('a', null, { fault: 'newer-version' })], 'damaged');
    expect(root.textContent).toContain(`${t('unreadableNewer')} ${t('unreadableNewerOpen')}`);
    expect([...root.querySelectorAll('button.primary')]).toEqual([button(t('unreadableRetry'))]);
    expect(document.activeElement?.closest('.copies')).toBeFalsy();
    click(button(t('copyOpenLabel', [t('copyBefore')])));
    expect(act.onOpen).toHaveBeenCalledExactlyOnceWith('b');
    click(button(t('anewButton')));
    expect(act.onBeginAnew).toHaveBeenCalledOnce();
  });

  it('offers no older copy where a newer version wrote all that can be read', () => {
    const { root } = showUnreadable([copy('a', null, { fault: 'newer-version' }), copy('b', null)], 'newer-version');
    expect(root.textContent).toContain(t('unreadableNewer'));
    expect(root.textContent).not.toContain(t('unreadableNewerOpen'));
    expect(root.querySelectorAll('.copies button')).toHaveLength(0);
  });
});

describe('OpenCopy', () => {
  const view = (slots: CopyView['slots'], wrong = false) => {
    const act = { onOpen: vi.fn(), onBack: vi.fn() };
    const one = copy('b', 8, { slots });
    const root = show(<OpenCopy copy={one} copies={[one]} busy={false} wrong={wrong} {...act} />);
    return { ...act, root };
  };

  it('takes the passphrase, or the emergency key where there is one', () => {
    const { onOpen } = view([passphrase, recovery]);
    expect(document.activeElement).toBe(control(t('passphrase')));
    type(control(t('passphrase')), 'secret words');
    submit();
    expect(onOpen).toHaveBeenLastCalledWith('passphrase', 'secret words');
    click(button(t('copyUseKey')));
    expect(control(t('copyKeyLabel')).value).toBe('');
    type(control(t('copyKeyLabel')), 'ABCD-EFGH');
    submit();
    expect(onOpen).toHaveBeenLastCalledWith('recovery', 'ABCD-EFGH');
  });

  it('asks for a press where this computer has the key', () => {
    const { onOpen, root } = view([recovery, computer]);
    expect(root.querySelector('input')).toBeNull();
    expect(document.activeElement).toBe(button(t('copyOpen')));
    submit();
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('computer', '');
  });

  it('says what did not open it, and says it of no other kind of key', () => {
    const { root } = view([passphrase, recovery]);
    type(control(t('passphrase')), 'wrong words');
    submit();
    view([passphrase, recovery], true);
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('copyWrong'));
    click(button(t('copyUseKey')));
    expect(root.querySelector('[role=alert]')).toBeNull();
  });
});

describe('BeginAnew', () => {
  it('begins only once its button was held, with the copies to save beside it', () => {
    const act = { onSave: vi.fn(), onBegin: vi.fn(), onBack: vi.fn() };
    const root = show(<BeginAnew full={false} busy={false} {...act} />);
    expect(root.textContent).toContain(t('anewKept'));
    // The warning is read first: no key that was pressed before falls on the button.
    expect(document.activeElement).toBe(root.querySelector('h1'));
    click(button(t('copiesHereSave')));
    expect(act.onSave).toHaveBeenCalledOnce();
    // Nor does it take the focus once the file is saved.
    for (const busy of [true, false]) show(<BeginAnew full={false} busy={busy} {...act} />);
    expect(document.activeElement).not.toBe(button(t('anewHold')));
    click(button(t('anewHold')));
    expect(act.onBegin).not.toHaveBeenCalled();
    held(button(t('anewHold')));
    expect(act.onBegin).toHaveBeenCalledOnce();
  });

  it('is not offered where there is no room to set more aside: the copies are saved first', () => {
    const act = { onSave: vi.fn(), onBegin: vi.fn(), onBack: vi.fn() };
    const root = show(<BeginAnew full busy={false} {...act} />);
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('anewFull'));
    expect(root.textContent).not.toContain(t('anewKept'));
    expect([...root.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual([
      t('copiesHereSave'),
      t('back'),
    ]);
    click(button(t('copiesHereSave')));
    click(button(t('back')));
    for (const called of [act.onSave, act.onBack]) expect(called).toHaveBeenCalledOnce();
  });
});

it('what was missed is said with its time, with the way to the copies, and goes when it is put away', () => {
  const act = { onSeeCopies: vi.fn(), onDismiss: vi.fn() };
  const root = show(<MissedNotice sinceUnixMs={TUESDAY} {...act} />);
  expect(root.querySelector('[role=alert]')?.textContent).toContain(t('missedSince', [momentOf(t, TUESDAY)]));
  click(button(t('missedSee')));
  click(button(t('dismiss')));
  for (const called of Object.values(act)) expect(called).toHaveBeenCalledOnce();
  expect(show(<MissedNotice sinceUnixMs={null} {...act} />).textContent).toContain(t('missedLatest'));
});

it('the copies of an open vault are shown and can be saved, and none is opened by a press', () => {
  const act = { onSave: vi.fn(), onBack: vi.fn() };
  const root = show(<CopiesHere copies={[copy('a', 9), copy('b', 8)]} busy={false} question={null} {...act} />);
  expect(root.querySelectorAll('.copies li')).toHaveLength(2);
  expect(root.querySelectorAll('.copies button')).toHaveLength(0);
  click(button(t('copiesHereSave')));
  expect(act.onSave).toHaveBeenCalledOnce();
});

it('whoever saves the copies of an open vault is asked for its passphrase in the place of the button', () => {
  const act = { onSave: vi.fn(), onBack: vi.fn() };
  const question = { wrong: true, withoutPassphrase: false, onReopen: vi.fn(), onCancel: vi.fn() };
  const root = show(<CopiesHere copies={[copy('a', 9)]} busy={false} question={question} {...act} />);
  expect(root.textContent).toContain(t('copiesHereAsk'));
  expect(root.querySelector('.problem')?.textContent).toBe(t('unlockWrongPassphrase'));
  type(control(t('passphrase')), 'words');
  click(button(t('copiesHereSave')));
  expect(question.onReopen).toHaveBeenCalledExactlyOnceWith('words');
  click(button(t('cancel')));
  expect(question.onCancel).toHaveBeenCalledOnce();
  expect(act.onSave).not.toHaveBeenCalled();
});

describe('where codes are', () => {
  it('a new browser says where they may be, and offers a saved copy', () => {
    const act = { onRestore: vi.fn(), onMore: vi.fn() };
    const root = show(<WhereCodes busy={false} {...act} />);
    expect(root.textContent).toContain(t('whereText'));
    click(button(t('whereRestore')));
    click(button(t('whereMore')));
    for (const called of Object.values(act)) expect(called).toHaveBeenCalledOnce();
  });

  it('the help unfolds the whole answer: other profiles, private windows, removing the extension', () => {
    const root = show(<HelpTopics unfolded="helpWhere" onBack={vi.fn()} />);
    const open = [...root.querySelectorAll<HTMLDetailsElement>('details')].filter((topic) => topic.open);
    expect(open).toHaveLength(1);
    for (const text of ['helpWhereText', 'helpWhereSaved', 'helpWherePrivate', 'helpWhereGone'] as const)
      expect(open[0]?.textContent).toContain(t(text));
  });
});
