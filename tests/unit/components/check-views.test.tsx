import { afterEach, describe, expect, it, vi } from 'vitest';
import { AccountDetails } from '../../../components/account-details.tsx';
import { CheckCode } from '../../../components/check-code.tsx';
import type { CheckedCode } from '../../../lib/app/check-code.ts';
import { button, clear, click, control, entry, hostile, show, submit, t, type } from './support.tsx';

afterEach(clear);

const sure = { taken: true, oneIn: 1_000_000, perhapsChance: false } as const;
const away = { ...sure, fromUnixMs: 0, taken: false } as const;
const form = (result: CheckedCode | null, { wantsNext = false, busy = false, byCounter = false } = {}) => {
  const onCheck = vi.fn();
  const root = show(
    <CheckCode busy={busy} byCounter={byCounter} result={result} wantsNext={wantsNext} onCheck={onCheck} />,
  );
  return { root, onCheck };
};
const said = (result: CheckedCode, byCounter = false) => {
  const { root } = form(result, { byCounter });
  return {
    text: root.querySelector('.notice')?.textContent ?? '',
    role: root.querySelector('.notice')?.getAttribute('role'),
    problem: root.querySelector('.problem')?.textContent ?? '',
  };
};

describe('the check of a code', () => {
  it('takes the focus, hands over what was typed, and nothing while it is empty or busy', () => {
    const { onCheck } = form(null);
    expect(document.activeElement).toBe(control(t('checkLabel')));
    submit();
    type(control(t('checkLabel')), '123 456');
    submit();
    expect(onCheck).toHaveBeenCalledExactlyOnceWith('123 456');
    const again = form(null, { busy: true });
    submit();
    expect(again.onCheck).not.toHaveBeenCalled();
  });

  it('leaves the focus alone below a picture to scan', () => {
    show(<CheckCode busy={false} byCounter={false} result={null} wantsNext={false} comesSecond onCheck={vi.fn()} />);
    expect(document.activeElement).toBe(document.body);
  });

  it.each([
    [{ kind: 'same-now', seconds: 0, fromUnixMs: 0, ...sure }, 'Same setup key, right now.', 'status'],
    [{ ...away, kind: 'same-behind', seconds: 90 }, 'your phone is about 90 s behind', 'alert'],
    [{ ...away, kind: 'same-ahead', seconds: 600 }, 'your phone is about 10 min ahead', 'alert'],
    [{ ...away, kind: 'same-ahead', seconds: 18_000 }, 'your phone is about 5 h ahead', 'alert'],
    [{ ...away, kind: 'same-behind', seconds: 30, taken: true }, 'up to 60 s behind. A site still takes it.', 'status'],
    [{ ...away, kind: 'same-ahead', seconds: 30, taken: true }, 'up to 60 s ahead. A site takes it.', 'status'],
    [{ kind: 'counter-same', counters: 0, ...sure }, 'at the same place', 'status'],
    [{ kind: 'counter-ahead', counters: 3, ...sure }, 'your phone is ahead: 3', 'status'],
    [{ kind: 'counter-behind', counters: 2, ...sure, taken: false }, 'your phone is behind: 2', 'alert'],
    [{ kind: 'already-used', taken: true }, 'Already used here', 'alert'],
    [{ kind: 'other-secret' }, 'from 24 hours before', 'alert'],
  ] as const)('says %j as “%s”', (result, text, role) => {
    const { text: words, role: told } = said(result);
    expect(words).toContain(text);
    expect(told).toBe(role);
  });

  it('tells the evidence: which code it is, and how likely chance is', () => {
    const { text } = said({ kind: 'same-now', seconds: 0, fromUnixMs: 0, ...sure });
    expect(text).toMatch(/code of .*00.*one random code in 1.?000.?000/u);
  });

  it('asks for the next code where chance is possible, and tells it as no success', () => {
    const { root } = form(
      { ...sure, kind: 'same-ahead', seconds: 40_000, fromUnixMs: 0, oneIn: 374.9, perhapsChance: true },
      { wantsNext: true },
    );
    expect(root.querySelector('.notice-success')).toBeNull();
    expect(root.textContent).toContain(t('checkChance'));
    expect(root.textContent).toContain('one random code in 374 ');
    expect(control(t('checkNextLabel'))).toBeDefined();
  });

  it('says of a counter how far it looked', () => {
    expect(said({ kind: 'other-secret' }, true).text).toContain('last 10 or next 100');
  });

  it('names what cannot be read, also what is invisible', () => {
    expect(said({ kind: 'not-a-digit', character: 'l' }).problem).toContain('“l”');
    expect(said({ kind: 'not-a-digit', character: '\u202e' }).problem).toContain('[U+202E]');
    expect(said({ kind: 'wrong-length', expected: 6, typed: 5 }).problem).toBe(t('checkLengthOther', ['6', '5']));
  });

  it('shows the other account as text, however it calls itself', () => {
    const { root } = form({
      kind: 'other-entry',
      issuer: hostile.html,
      account: hostile.rlo,
      oneIn: 300_000,
      perhapsChance: false,
    });
    expect(root.querySelector('img, b')).toBeNull();
    expect(root.querySelector('.notice bdi')?.textContent).toBe(hostile.html);
    expect(root.textContent).not.toContain('\u202E');
  });
});

describe('the screen of an account', () => {
  it('is named after the account and leads back', () => {
    const onBack = vi.fn();
    const root = show(
      <AccountDetails entry={entry} onBack={onBack}>
        <p>inside</p>
      </AccountDetails>,
    );
    expect(root.querySelector('h1')?.textContent).toBe('Example Hosting');
    expect(root.textContent).toContain('inside');
    click(button(t('back')));
    expect(onBack).toHaveBeenCalledOnce();
  });
});
