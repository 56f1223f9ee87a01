import { afterEach, describe, expect, it, vi } from 'vitest';
import { FirstRun } from '../../../components/first-run.tsx';
import { PassphraseChoice } from '../../../components/passphrase-choice.tsx';
import { Unlock } from '../../../components/unlock.tsx';
import { Unreadable } from '../../../components/unreadable.tsx';
import { button, clear, click, control, show, submit, t, type } from './support.tsx';

afterEach(clear);

describe('PassphraseChoice', () => {
  const view = (busy = false) => {
    const act = { onPassphrase: vi.fn(), onWithoutPassphrase: vi.fn() };
    return { act, root: show(<PassphraseChoice busy={busy} {...act} />) };
  };

  it('hands the passphrase over exactly as typed, blanks included', () => {
    const { act } = view();
    expect(document.activeElement).toBe(control(t('passphrase')));
    type(control(t('passphrase')), ' four random words ');
    type(control(t('repeatPassphrase')), ' four random words ');
    submit();
    expect(act.onPassphrase).toHaveBeenCalledExactlyOnceWith(' four random words ');
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
    expect(described?.textContent).toContain('whoever can copy your browser profile can read your secrets');
    click(without);
    expect(act.onWithoutPassphrase).toHaveBeenCalledOnce();
  });

  it('takes nothing while busy', () => {
    const { act } = view(true);
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

  it('says that the key of this computer is gone, and what is left to do', () => {
    const root = show(<Unlock busy={false} wrong={true} withoutPassphrase={true} onUnlock={vi.fn()} />);
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('unlockKeyGone'));
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

  it('takes the recovery code where there is one, never as a passphrase', () => {
    const onUnlock = vi.fn();
    const onRecover = vi.fn();
    show(<Unlock busy={false} wrong={false} onUnlock={onUnlock} onRecover={onRecover} />);
    click(button(t('unlockUseRecovery')));
    type(control(t('recoveryLabel')), 'ABCD-EFGH');
    submit();
    expect(onRecover).toHaveBeenCalledExactlyOnceWith('ABCD-EFGH');
    expect(onUnlock).not.toHaveBeenCalled();
  });
});

describe('Unreadable', () => {
  it.each(['damaged', 'newer-version', 'storage-failed'] as const)('says that nothing was deleted (%s)', (reason) => {
    const root = show(<Unreadable reason={reason} onRetry={vi.fn()} />);
    expect(root.querySelector('[role=alert]')?.textContent).toContain(t('unreadableNothingDeleted'));
  });

  it('offers trying again, the raw copy and restoring, and nothing that makes a new vault', () => {
    const act = { onRetry: vi.fn(), onSaveRaw: vi.fn(), onRestore: vi.fn() };
    const root = show(<Unreadable reason="damaged" {...act} />);
    expect(root.querySelectorAll('button').length).toBe(3);
    click(button(t('unreadableRetry')));
    click(button(t('unreadableSaveRaw')));
    click(button(t('unreadableRestore')));
    for (const callback of Object.values(act)) expect(callback).toHaveBeenCalledOnce();
  });
});

describe('FirstRun', () => {
  const acts = () => ({
    onPassphrase: vi.fn(),
    onWithoutPassphrase: vi.fn(),
    onRecoverySaved: vi.fn(),
    onPinned: vi.fn(),
    onDone: vi.fn(),
  });

  it('goes from the choice to the pin to the end', () => {
    const act = acts();
    const root = show(<FirstRun step={{ kind: 'passphrase' }} busy={false} {...act} />);
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

  it('does not go past the recovery code before it was written down', () => {
    const act = acts();
    const root = show(<FirstRun step={{ kind: 'recovery', recoveryCode: 'ABCD-EFGH' }} busy={false} {...act} />);
    expect(root.querySelector('output')?.textContent).toBe('ABCD-EFGH');
    click(button(t('recoveryContinue')));
    expect(act.onRecoverySaved).not.toHaveBeenCalled();
    click(control(t('recoverySaved')));
    click(button(t('recoveryContinue')));
    expect(act.onRecoverySaved).toHaveBeenCalledOnce();
  });
});
