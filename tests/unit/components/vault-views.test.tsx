import { afterEach, describe, expect, it, vi } from 'vitest';
import { FirstRun } from '../../../components/first-run.tsx';
import { PassphraseChoice } from '../../../components/passphrase-choice.tsx';
import { Unlock } from '../../../components/unlock.tsx';
import { firstRunActs } from './page-acts.ts';
import { button, clear, click, control, held, show, submit, t, type } from './support.tsx';

afterEach(clear);

describe('PassphraseChoice', () => {
  const view = (answer: 'questionMine' | 'questionShared' = 'questionMine') => {
    const act = { onPassphrase: vi.fn(), onWithoutPassphrase: vi.fn() };
    const root = show(<PassphraseChoice busy={false} {...act} />);
    click(button(t(answer)));
    return { act, root };
  };

  it('asks first whose computer it is, and says what Doorcode protects from and what it does not', () => {
    const root = show(<PassphraseChoice busy={false} onPassphrase={vi.fn()} onWithoutPassphrase={vi.fn()} />);
    expect(root.querySelector('input')).toBeNull();
    expect(document.activeElement).toBe(button(t('questionMine')));
    for (const key of ['firstProtects', 'firstProtectsNot'] as const) expect(root.textContent).toContain(t(key));
  });

  it('gives no way on without a passphrase where others use the computer too, and says what is stricter there', () => {
    const { act, root } = view('questionShared');
    expect(() => button(t('choiceWithout'))).toThrow();
    expect(root.textContent).toContain(t('choiceSharedLead'));
    type(control(t('passphrase')), 'words');
    type(control(t('repeatPassphrase')), 'words');
    submit();
    expect(act.onPassphrase).toHaveBeenCalledExactlyOnceWith('words', true);
    click(button(t('back')));
    expect(button(t('questionMine')).disabled).toBe(false);
  });

  it('hands the passphrase over exactly as typed, blanks included', () => {
    const { act } = view();
    expect(document.activeElement).toBe(control(t('passphrase')));
    type(control(t('passphrase')), ' four random words ');
    type(control(t('repeatPassphrase')), ' four random words ');
    submit();
    expect(act.onPassphrase).toHaveBeenCalledExactlyOnceWith(' four random words ', false);
  });

  it('refuses two different passphrases and says so', () => {
    const { act, root } = view();
    type(control(t('passphrase')), 'one');
    type(control(t('repeatPassphrase')), 'two');
    submit();
    expect(act.onPassphrase).not.toHaveBeenCalled();
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('passphrasesDiffer'));
    expect(control(t('repeatPassphrase')).getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps the browser from writing a passphrase that is shown into the files of its session', () => {
    view();
    expect(control(t('passphrase')).getAttribute('autocomplete')).toBe('new-password');
    click(control(t('showPassphrase')));
    for (const box of [control(t('passphrase')), control(t('repeatPassphrase'))]) {
      expect(box.getAttribute('type')).toBe('text');
      expect(box.getAttribute('autocomplete')).toBe('off');
    }
  });

  it('never takes an empty passphrase', () => {
    const { act } = view();
    submit();
    expect(act.onPassphrase).not.toHaveBeenCalled();
    expect(button(t('choiceSet')).disabled).toBe(true);
  });

  it('hides the passphrase until asked to show it', () => {
    view();
    expect(control(t('passphrase')).type).toBe('password');
    click(control(t('showPassphrase')));
    expect(control(t('passphrase')).type).toBe('text');
  });

  it('says plainly what going without a passphrase means, tied to the button', () => {
    const { act, root } = view();
    const without = button(t('choiceWithout'));
    const described = root.querySelector(`#${without.getAttribute('aria-describedby')}`);
    expect(described?.textContent).toContain(
      "anyone who can copy this browser's files can read your codes; choose a passphrase to prevent that",
    );
    click(without);
    expect(act.onWithoutPassphrase).toHaveBeenCalledOnce();
  });

  it('takes nothing while busy', () => {
    const { act } = view();
    type(control(t('passphrase')), 'words');
    type(control(t('repeatPassphrase')), 'words');
    show(<PassphraseChoice busy={true} {...act} />);
    submit();
    click(button(t('choiceWithout')));
    expect(act.onPassphrase).not.toHaveBeenCalled();
    expect(act.onWithoutPassphrase).not.toHaveBeenCalled();
  });
});

describe('Unlock', () => {
  it('asks for nothing but a press where there is no passphrase', () => {
    const onUnlock = vi.fn();
    const root = show(<Unlock busy={false} wrong={false} withoutPassphrase={true} onUnlock={onUnlock} />);
    expect(root.querySelector('input')).toBeNull();
    expect(document.activeElement).toBe(button(t('unlockButton')));
    submit();
    expect(onUnlock).toHaveBeenCalledOnce();
  });

  it('has the focus and sends the passphrase on Enter (submit)', () => {
    const onUnlock = vi.fn();
    show(<Unlock busy={false} wrong={false} onUnlock={onUnlock} />);
    expect(document.activeElement).toBe(control(t('passphrase')));
    type(control(t('passphrase')), 'secret words');
    submit();
    expect(onUnlock).toHaveBeenCalledExactlyOnceWith('secret words');
  });

  it('says that the key of this computer is gone, and asks for the emergency key', () => {
    const onEmergencyKey = vi.fn();
    const view = (wrong: boolean) => (
      <Unlock
        busy={false}
        wrong={wrong}
        withoutPassphrase={true}
        hasEmergencyKey={true}
        emergencyProblem={wrong ? null : { kind: 'mistyped' }}
        onUnlock={vi.fn()}
        onEmergencyKey={onEmergencyKey}
      />
    );
    const root = show(view(true));
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('unlockKeyGone'));
    type(control(t('recoveryLabel')), '0000');
    submit();
    expect(onEmergencyKey).toHaveBeenCalledExactlyOnceWith('0000');
    // A mistake in it does not bring the computer's key back.
    show(view(false));
    expect(root.textContent).toContain(t('unlockKeyGone'));
    expect(root.textContent).toContain(t('keyMistyped'));
  });

  it('says that nothing opens it where there is no emergency key, and that a saved copy may help', () => {
    const onBeginAnew = vi.fn();
    const root = show(
      <Unlock busy={false} wrong={true} withoutPassphrase={true} onUnlock={vi.fn()} onBeginAnew={onBeginAnew} />,
    );
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('unlockKeyGoneForGood'));
    click(button(t('unlockBeginAnew')));
    expect(onBeginAnew).toHaveBeenCalledOnce();
    clear();
    const forgotten = show(<Unlock busy={false} wrong={false} onUnlock={vi.fn()} />);
    click(button(t('unlockForgotten')));
    expect(forgotten.textContent).toContain(t('unlockNoKey'));
    expect(() => button(t('unlockBeginAnew'))).toThrow();
    click(button(t('unlockUsePassphrase')));
    expect(control(t('passphrase')).type).toBe('password');
  });

  it('says where the emergency key is taken on a page that takes none', () => {
    const root = show(<Unlock busy={false} wrong={false} hasEmergencyKey={true} onUnlock={vi.fn()} />);
    click(button(t('unlockForgotten')));
    expect(root.textContent).toContain(t('unlockKeyElsewhere'));
  });

  it('says that a passphrase was wrong and nothing was changed, and keeps what was typed', () => {
    const root = show(<Unlock busy={false} wrong={false} onUnlock={vi.fn()} />);
    type(control(t('passphrase')), 'wrong words');
    show(<Unlock busy={false} wrong={true} onUnlock={vi.fn()} />);
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('unlockWrongPassphrase'));
    expect(control(t('passphrase')).value).toBe('wrong words');
  });

  it('shows that it works and asks only once', () => {
    const onUnlock = vi.fn();
    show(<Unlock busy={false} wrong={false} onUnlock={onUnlock} />);
    type(control(t('passphrase')), 'secret words');
    show(<Unlock busy={true} wrong={false} onUnlock={onUnlock} />);
    submit();
    expect(onUnlock).not.toHaveBeenCalled();
    expect(button(t('unlockBusy')).disabled).toBe(true);
  });

  it.each([
    [{ kind: 'length', letters: 4, expected: 36 } as const, t('keyShort', ['4', '36'])],
    [{ kind: 'length', letters: 40, expected: 36 } as const, t('keyLongOther', ['40', '36'])],
    [{ kind: 'letter', letter: 'U' } as const, t('keyLetter', ['U'])],
    [{ kind: 'mistyped' } as const, t('keyMistyped')],
    [{ kind: 'another' } as const, t('keyAnother')],
  ])('takes the emergency key, never as a passphrase, and says what is wrong with it (%o)', (problem, words) => {
    const act = { onUnlock: vi.fn(), onEmergencyKey: vi.fn() };
    const root = show(<Unlock busy={false} wrong={false} hasEmergencyKey={true} emergencyProblem={problem} {...act} />);
    click(button(t('unlockForgotten')));
    const field = control(t('recoveryLabel'));
    expect(field.getAttribute('autocomplete')).toBe('off');
    type(field, 'ABCD-EFGH');
    submit();
    expect(act.onEmergencyKey).toHaveBeenCalledExactlyOnceWith('ABCD-EFGH');
    expect(act.onUnlock).not.toHaveBeenCalled();
    expect(root.querySelector('[role=alert]')?.textContent).toBe(words);
  });
});

describe('FirstRun', () => {
  it('goes from the choice to the pin to the end', () => {
    const act = firstRunActs();
    const root = show(<FirstRun step={{ kind: 'choice' }} busy={false} {...act} />);
    click(button(t('questionMine')));
    click(button(t('choiceWithout')));
    expect(act.onWithoutPassphrase).toHaveBeenCalledOnce();
    show(<FirstRun step={{ kind: 'pin' }} busy={false} {...act} />);
    expect(root.querySelector('svg[role=img]')?.getAttribute('aria-label')).toBe(t('firstPinPicture'));
    expect(root.textContent).toContain(t('firstStep', ['2', '3']));
    click(button(t('firstPinNext')));
    expect(act.onPinned).toHaveBeenCalledOnce();
    show(<FirstRun step={{ kind: 'done' }} busy={false} {...act} />);
    click(button(t('firstDoneButton')));
    expect(act.onDone).toHaveBeenCalledOnce();
  });

  it('offers an emergency key after a passphrase, or later', () => {
    const act = firstRunActs();
    show(<FirstRun step={{ kind: 'offer' }} busy={false} {...act} />);
    click(button(t('keyMake')));
    click(button(t('keyLater')));
    expect(act.onMakeKey).toHaveBeenCalledOnce();
    expect(act.onLater).toHaveBeenCalledOnce();
  });

  it('says that removing Doorcode deletes everything, beside the button that saves a copy', () => {
    const act = firstRunActs();
    const root = show(<FirstRun step={{ kind: 'done' }} busy={false} {...act} />);
    expect(root.textContent).toContain(t('firstUninstall'));
    click(button(t('settingsExport')));
    expect(act.onSave).toHaveBeenCalledOnce();
  });

  it('asks who saves a copy before the passphrase of it, and says when the answer was wrong', () => {
    const act = firstRunActs();
    const root = show(<FirstRun step={{ kind: 'save', asks: 'passphrase' }} busy={false} {...act} wrong={true} />);
    expect(root.querySelector('.problem')?.textContent).toBe(t('unlockWrongPassphrase'));
    type(control(t('copyAskPassphrase')), 'words');
    submit();
    expect(act.onReopen).toHaveBeenCalledExactlyOnceWith('words');
    show(<FirstRun step={{ kind: 'save', asks: 'hold' }} busy={false} {...act} />);
    click(button(t('keysNext')));
    held(button(t('keysNext')));
    expect(act.onReopen).toHaveBeenLastCalledWith('');
    show(<FirstRun step={{ kind: 'save', asks: null }} busy={false} {...act} />);
    type(control(t('passphrase')), 'file words');
    type(control(t('repeatPassphrase')), 'file words');
    submit();
    expect(act.onExport).toHaveBeenCalledExactlyOnceWith('file words');
  });
});
