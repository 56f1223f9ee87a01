import { afterEach, describe, expect, it, vi } from 'vitest';
import { MoveChoice } from '../../../components/move-choice.tsx';
import { MoveOffer } from '../../../components/move-offer.tsx';
import { MovePicture } from '../../../components/move-picture.tsx';
import { MoveProven } from '../../../components/move-proven.tsx';
import { QrPicture } from '../../../components/qr-picture.tsx';
import { ReopenForm } from '../../../components/reopen-form.tsx';
import type { LeftOutView } from '../../../components/view-models.ts';
import { button, clear, click, control, entry, held, hostile, key, show, submit, t, type } from './support.tsx';

afterEach(clear);

const modules = [
  [true, true, false],
  [false, true, true],
  [true, true, true],
];
const focused = () => document.activeElement?.textContent;

describe('the passphrase asked again', () => {
  const form = ({ wrong = false, withoutPassphrase = false, busy = false } = {}) => {
    const act = { onReopen: vi.fn(), onCancel: vi.fn() };
    const root = show(
      <ReopenForm about="move" busy={busy} wrong={wrong} withoutPassphrase={withoutPassphrase} {...act} />,
    );
    return { act, root };
  };

  it('has the focus, and nothing goes on while it is empty', () => {
    const { act } = form();
    expect(document.activeElement).toBe(control(t('passphrase')));
    submit();
    expect(act.onReopen).not.toHaveBeenCalled();
    type(control(t('passphrase')), 'words');
    submit();
    expect(act.onReopen).toHaveBeenCalledExactlyOnceWith('words');
    click(button(t('cancel')));
    expect(act.onCancel).toHaveBeenCalledOnce();
  });

  it('says when it is wrong', () => {
    expect(form({ wrong: true }).root.querySelector('.problem')?.textContent).toBe(t('unlockWrongPassphrase'));
  });

  it('is a button to hold with a warning where the vault has none', () => {
    const { act, root } = form({ withoutPassphrase: true });
    expect(root.textContent).toContain(t('moveAskNoPassphrase'));
    expect(root.textContent).toContain(t('holdHint'));
    expect(root.querySelector('input')).toBeNull();
    expect(focused()).toBe(t('moveAskButton'));
    submit();
    key(button(t('moveAskButton')), 'Enter');
    expect(act.onReopen).not.toHaveBeenCalled();
    held(button(t('moveAskButton')));
    expect(act.onReopen).toHaveBeenCalledExactlyOnceWith('');
  });
});

describe('a QR code', () => {
  it('is drawn dark on white by attributes, every dark module once', () => {
    const root = show(<QrPicture modules={modules} label="a code" />);
    expect(root.querySelector('svg')?.getAttribute('viewBox')).toBe('0 0 3 3');
    expect(root.querySelector('rect')?.getAttribute('fill')).toBe('#fff');
    expect(root.querySelector('path')?.getAttribute('d')).toBe('M0 0h2v1H0zM1 1h2v1H1zM0 2h3v1H0z');
    expect(root.querySelector('[role=img]')?.getAttribute('aria-label')).toBe('a code');
  });
});

describe('the pictures for a phone', () => {
  const picture = (pictures: readonly (typeof modules)[], index = 0, leftOut: readonly LeftOutView[] = []) => {
    const act = { onTurn: vi.fn(), onHide: vi.fn() };
    const root = show(
      <MovePicture pictures={pictures} index={index} many={pictures.length > 1} leftOut={leftOut} {...act} />,
    );
    return { act, root };
  };

  it('take the focus to their heading, say what to do, and hide on a press', () => {
    const { act, root } = picture([modules]);
    expect(focused()).toBe(t('moveScanTitle'));
    expect(root.textContent).toContain(t('moveScanOne'));
    click(button(t('moveHide')));
    expect(act.onHide).toHaveBeenCalledOnce();
    expect(() => button(t('moveNext'))).toThrow('No button');
  });

  it('come one after another, with their place in the row', () => {
    const first = picture([modules, modules]);
    expect(first.root.textContent).toContain('1 of 2');
    click(button(t('moveNext')));
    expect(first.act.onTurn).toHaveBeenCalledExactlyOnceWith(1);
    const last = picture([modules, modules], 1);
    expect(last.root.querySelectorAll('svg')).toHaveLength(1);
    click(button(t('movePrevious')));
    expect(last.act.onTurn).toHaveBeenCalledExactlyOnceWith(0);
    expect(() => button(t('moveNext'))).toThrow('No button');
  });

  it.each([
    ['steam', 'moveLeftSteam'],
    ['period-not-30', 'moveLeftPeriod'],
    ['digits-not-6-or-8', 'moveLeftDigits'],
    ['too-long', 'moveLeftLong'],
  ] as const)('name an account that cannot travel: %s', (why, key) => {
    const { root } = picture([], 0, [{ entryId: 'x', issuer: hostile.html, account: 'bob', why }]);
    expect(root.textContent).toContain(t('moveNone'));
    expect(root.querySelector('li')?.textContent).toBe(`${hostile.html} – bob: ${t(key)}`);
    expect(root.querySelector('svg, img')).toBeNull();
  });
});

describe('the choice of accounts', () => {
  it('begins with the one that the customer came from', () => {
    const onChoose = vi.fn();
    const entries = [entry, { ...entry, id: 'e2', account: 'bob' }, { ...entry, id: 'e3', account: 'cid' }];
    const root = show(
      <MoveChoice busy={false} entries={entries} firstId="e2" onChoose={onChoose} onCancel={vi.fn()} />,
    );
    const boxes = Array.from(root.querySelectorAll<HTMLInputElement>('input[type=checkbox]'));
    expect(boxes.map(({ checked }) => checked)).toEqual([false, true, false]);
    if (boxes[0] !== undefined) click(boxes[0]);
    submit();
    expect(onChoose).toHaveBeenLastCalledWith(['e2', 'e1']);
    click(button(t('moveChooseAll')));
    submit();
    expect(onChoose).toHaveBeenLastCalledWith(['e1', 'e2', 'e3']);
    click(button(t('moveChooseNone')));
    submit();
    expect(onChoose).toHaveBeenCalledTimes(2);
    expect(button(t('moveChooseButtonOther', ['0'])).disabled).toBe(true);
  });
});

describe('the offer to move', () => {
  it('shows one code or chooses several, and says what proves a phone', () => {
    const act = { onShow: vi.fn(), onMany: vi.fn() };
    show(<MoveOffer busy={false} hidden={false} shown={false} {...act} />);
    click(button(t('moveShow')));
    click(button(t('moveMany')));
    expect(act.onShow).toHaveBeenCalledOnce();
    expect(act.onMany).toHaveBeenCalledOnce();
    const root = show(<MoveOffer busy={false} hidden={true} shown={true} onShow={act.onShow} />);
    expect(root.querySelector('[role=status]')?.textContent).toBe(t('moveHidden'));
    expect(root.textContent).toContain(t('moveProve'));
    expect(() => button(t('moveMany'))).toThrow('No button');
  });
});

describe('a phone that has proven itself', () => {
  it('lets the account go after a second question', () => {
    const onAsk = vi.fn();
    show(<MoveProven question={null} onAsk={onAsk} />);
    expect(focused()).toBe(t('moveProvenTitle'));
    click(button(t('removeButton')));
    expect(onAsk).toHaveBeenCalledOnce();
    const root = show(<MoveProven question={<p>Sure?</p>} onAsk={onAsk} />);
    expect(root.textContent).toContain('Sure?');
    expect(() => button(t('removeButton'))).toThrow('No button');
  });
});
