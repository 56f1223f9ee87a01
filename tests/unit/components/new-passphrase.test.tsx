import { act } from 'preact/test-utils';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { NewPassphrase } from '../../../components/new-passphrase.tsx';
import { loadStrength } from '../../../components/use-strength.ts';
import { button, clear, control, show, submit, t, type } from './support.tsx';

beforeAll(loadStrength);
afterEach(clear);

const view = (busy = false) => {
  const onPassphrase = vi.fn();
  const root = show(<NewPassphrase busy={busy} submitText="Go on" onPassphrase={onPassphrase} />);
  const typed = (text: string) => type(control(t('passphrase')), text);
  const twice = (text: string) => {
    typed(text);
    type(control(t('repeatPassphrase')), text);
  };
  return { root, onPassphrase, typed, twice };
};

const hint = (root: HTMLElement) => root.querySelector(`#${control(t('passphrase')).getAttribute('aria-describedby')}`);
const meter = (root: HTMLElement) => root.querySelector('meter');
const told = (root: HTMLElement) => root.querySelector('[role=status]')?.textContent;

describe('NewPassphrase', () => {
  it('says nothing about a passphrase before one is typed', () => {
    const { root } = view();
    expect(meter(root)).toBeNull();
    expect(control(t('passphrase')).hasAttribute('aria-describedby')).toBe(false);
  });

  it.each([
    ['password', 1, 'strengthVeryEasy', 'strengthCommon'],
    ['velvet tractor', 2, 'strengthEasy', 'strengthWords'],
    ['four plain words here', 3, 'strengthPossible', 'strengthMore'],
    ['kX9#vQ2mPz4!', 4, 'strengthHard', null],
    ['marble quilt sunset anchor', 5, 'strengthVeryHard', null],
  ] as const)(
    'says of "%s" how hard it is to guess, %d of 5, in words and with one advice',
    (text, value, level, advice) => {
      const { root, typed } = view();
      typed(text);
      expect(hint(root)?.textContent).toBe(advice === null ? t(level) : `${t(level)} ${t(advice)}`);
      expect(meter(root)?.getAttribute('value')).toBe(String(value));
      expect(meter(root)?.getAttribute('max')).toBe('5');
      expect(meter(root)?.getAttribute('aria-valuetext')).toBe(t(level));
      expect(meter(root)?.getAttribute('aria-label')).toBe(t('strengthLabel'));
      typed('');
      expect(meter(root)).toBeNull();
    },
  );

  it('tells those who hear the screen once the box is left, not at every key', () => {
    const { root, typed } = view();
    typed('pass');
    typed('password');
    expect(told(root)).toBe('');
    act(() => control(t('repeatPassphrase')).focus());
    expect(told(root)).toBe(`${t('strengthVeryEasy')} ${t('strengthCommon')}`);
    typed('password and');
    expect(told(root)).toBe('');
  });

  it('takes a passphrase that is easy to guess at once', () => {
    const { onPassphrase, twice } = view();
    twice('velvet tractor');
    submit();
    expect(onPassphrase).toHaveBeenCalledExactlyOnceWith('velvet tractor');
  });

  it('takes one that is very easy to guess by a second press, and says why', () => {
    const { root, onPassphrase, twice } = view();
    twice('password');
    submit();
    expect(onPassphrase).not.toHaveBeenCalled();
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('strengthSure'));
    expect(button(t('strengthUseAnyway')).type).toBe('submit');
    submit();
    expect(onPassphrase).toHaveBeenCalledExactlyOnceWith('password');
  });

  it('asks anew about another passphrase, and not about one that is harder', () => {
    const { root, onPassphrase, twice } = view();
    twice('password');
    submit();
    twice('letmein');
    expect(root.querySelector('[role=alert]')).toBeNull();
    submit();
    expect(onPassphrase).not.toHaveBeenCalled();
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('strengthSure'));
    twice('marble quilt sunset anchor');
    expect(button('Go on').disabled).toBe(false);
    submit();
    expect(onPassphrase).toHaveBeenCalledExactlyOnceWith('marble quilt sunset anchor');
  });

  it('looks for two different passphrases before it speaks of guessing', () => {
    const { root, onPassphrase, typed } = view();
    typed('password');
    type(control(t('repeatPassphrase')), 'passwort');
    submit();
    expect([...root.querySelectorAll('[role=alert]')].map((one) => one.textContent)).toEqual([t('passphrasesDiffer')]);
    expect(onPassphrase).not.toHaveBeenCalled();
  });

  it('keeps and tells nothing of what was typed', () => {
    const log = vi.spyOn(console, 'log');
    const { root, typed } = view();
    typed('marble quilt sunset anchor');
    expect(root.textContent).not.toContain('marble');
    expect(root.innerHTML).not.toContain('marble');
    expect(log).not.toHaveBeenCalled();
    log.mockRestore();
  });
});
