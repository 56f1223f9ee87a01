import { afterEach, describe, expect, it, vi } from 'vitest';
import { PassphraseReminder } from '../../../components/passphrase-reminder.tsx';
import { button, clear, click, control, show, submit, t, type } from './support.tsx';

afterEach(clear);

describe('the reminder of the passphrase', () => {
  const act = () => ({ onTry: vi.fn(), onLater: vi.fn(), onStop: vi.fn() });

  it('hands over what was typed, exactly as typed', () => {
    const calls = act();
    show(<PassphraseReminder busy={false} wrong={false} {...calls} />);
    submit();
    expect(calls.onTry).not.toHaveBeenCalled();
    expect(button(t('reminderTry')).disabled).toBe(true);
    type(control(t('passphrase')), ' my words ');
    submit();
    expect(calls.onTry).toHaveBeenCalledExactlyOnceWith(' my words ');
    expect(control(t('passphrase')).type).toBe('password');
  });

  it('can be put off and stopped, each by its own button', () => {
    const calls = act();
    show(<PassphraseReminder busy={false} wrong={false} {...calls} />);
    click(button(t('reminderLater')));
    expect([calls.onLater.mock.calls.length, calls.onStop.mock.calls.length]).toEqual([1, 0]);
    click(button(t('reminderStop')));
    expect([calls.onLater.mock.calls.length, calls.onStop.mock.calls.length]).toEqual([1, 1]);
    expect(calls.onTry).not.toHaveBeenCalled();
  });

  it('says that a wrong passphrase changed nothing, and takes the next try', () => {
    const calls = act();
    const root = show(<PassphraseReminder busy={false} wrong={true} {...calls} />);
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('reminderWrong'));
    type(control(t('passphrase')), 'others');
    submit();
    expect(calls.onTry).toHaveBeenCalledExactlyOnceWith('others');
  });

  it('does nothing and blames nobody while a passphrase is tried', () => {
    const calls = act();
    const root = show(<PassphraseReminder busy={false} wrong={true} {...calls} />);
    type(control(t('passphrase')), 'others');
    show(<PassphraseReminder busy={true} wrong={true} {...calls} />);
    submit();
    expect(calls.onTry).not.toHaveBeenCalled();
    expect(root.querySelector('[role=alert]')).toBeNull();
    expect([...root.querySelectorAll('button')].every((one) => one.disabled)).toBe(true);
    expect(button(t('working')).type).toBe('submit');
  });

  it('takes no focus from what somebody came for', () => {
    show(<PassphraseReminder busy={false} wrong={false} {...act()} />);
    expect(document.activeElement).toBe(document.body);
  });
});
