import { afterEach, describe, expect, it, vi } from 'vitest';
import { AfterEmergency } from '../../../components/after-emergency.tsx';
import { KeysOverview } from '../../../components/keys-overview.tsx';
import { ProveForm } from '../../../components/prove-form.tsx';
import { RecoveryCode } from '../../../components/recovery-code.tsx';
import type { KeyAct } from '../../../components/view-models.ts';
import { button, clear, click, control, held, key, show, submit, t, type } from './support.tsx';

afterEach(clear);

const code = 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789-ABCD';

describe('RecoveryCode', () => {
  const view = (inTab: boolean) => {
    const act = { onTypedBack: vi.fn(), onCopy: vi.fn(), onLeave: vi.fn() };
    const more = inTab ? { onPrint: vi.fn(), onSave: vi.fn() } : { onTab: vi.fn() };
    const check = vi.fn((typed: string) => (typed === code ? null : ({ kind: 'mistyped' } as const)));
    const root = show(<RecoveryCode code={code} madeUnixMs={1.8e12} busy={false} check={check} {...act} {...more} />);
    return { act, more, root };
  };

  it('shows nine groups, and counts only once they were typed back', () => {
    const { act, root } = view(true);
    expect([...root.querySelectorAll('output span')].map((group) => group.textContent?.trim())).toEqual(
      code.split('-'),
    );
    expect(button(t('recoveryContinue')).disabled).toBe(true);
    type(control(t('recoveryTypeBack')), code.replace('A', 'B'));
    submit();
    expect(act.onTypedBack).not.toHaveBeenCalled();
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('keyMistyped'));
    type(control(t('recoveryTypeBack')), code);
    submit();
    expect(act.onTypedBack).toHaveBeenCalledOnce();
    expect(root.querySelector('[role=alert]')).toBeNull();
  });

  it('is printed, copied and saved in a tab, with what it is for and from when', () => {
    const { act, more, root } = view(true);
    click(button(t('recoveryPrint')));
    click(button(t('recoverySave')));
    expect(more.onPrint).toHaveBeenCalledOnce();
    const [saved] = more.onSave?.mock.calls[0] ?? [];
    const sheet = root.querySelector('.key-sheet')?.textContent;
    const date = t('recoverySheetDate', [new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(1.8e12)]);
    for (const text of [t('recoverySheetTitle'), t('recoverySheetFor'), date]) {
      expect(saved).toContain(text);
      expect(sheet).toContain(text);
    }
    expect(saved).toContain(code);
    click(button(t('recoveryCopy')));
    expect(act.onCopy).toHaveBeenCalledExactlyOnceWith(code);
    expect(root.textContent).toContain(t('recoveryCopied'));
  });

  it('sends the popup to a tab for that, as the popup closes when one goes elsewhere', () => {
    const { more, root } = view(false);
    expect(() => button(t('recoveryPrint'))).toThrow();
    expect(root.textContent).toContain(t('recoveryTabWhy'));
    click(button(t('recoveryTab')));
    expect(more.onTab).toHaveBeenCalledOnce();
  });
});

describe('KeysOverview', () => {
  it.each([
    [{ passphrase: true, emergencyKey: false, shared: false }, ['passphrase', 'without', 'key']],
    [{ passphrase: true, emergencyKey: true, shared: false }, ['passphrase', 'without', 'key', 'remove-key']],
    // Where others use this computer too, its own key would be theirs.
    [{ passphrase: true, emergencyKey: true, shared: true }, ['passphrase', 'key', 'remove-key']],
    // The only way in besides this computer is never offered to be taken away.
    [{ passphrase: false, emergencyKey: true, shared: false }, ['passphrase', 'computer', 'key']],
    // As a vault of before may be, until it gets one.
    [{ passphrase: false, emergencyKey: false, shared: false }, ['passphrase', 'computer', 'key']],
  ])('offers what fits the keys there are (%o)', (keys, acts) => {
    const onAct = vi.fn();
    const root = show(<KeysOverview keys={keys} busy={false} onAct={onAct} />);
    for (const one of root.querySelectorAll('button')) click(one);
    expect(onAct.mock.calls.map(([act]) => act)).toEqual(acts);
    expect(root.textContent).toContain(t('keysCopies'));
    expect(root.textContent?.includes(t('choiceWithoutTruth'))).toBe(!keys.passphrase);
    expect(root.textContent?.includes(t('keysComputerNoKey'))).toBe(!keys.passphrase && !keys.emergencyKey);
  });
});

describe('ProveForm', () => {
  const view = (act: KeyAct, plain: { passphrase: boolean; emergencyKey: boolean }) => {
    const keys = { ...plain, shared: false };
    const on = { onPassphrase: vi.fn(), onEmergencyKey: vi.fn(), onHeld: vi.fn(), onCancel: vi.fn() };
    const form = (wrong = false) => (
      <ProveForm act={act} keys={keys} busy={false} wrong={wrong} emergencyProblem={null} {...on} />
    );
    return { on, form, root: show(form()) };
  };

  it('asks for the passphrase, or the emergency key in its place, and says that saved copies keep theirs', () => {
    const { on, form, root } = view('passphrase', { passphrase: true, emergencyKey: true });
    expect(root.textContent).toContain(t('keysCopies'));
    type(control(t('keysPresent')), 'words');
    submit();
    expect(on.onPassphrase).toHaveBeenCalledExactlyOnceWith('words');
    show(form(true));
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('keysWrong'));
    click(button(t('unlockForgotten')));
    type(control(t('recoveryLabel')), '0000');
    submit();
    expect(on.onEmergencyKey).toHaveBeenCalledExactlyOnceWith('0000');
  });

  it('takes no emergency key for taking that very key away', () => {
    view('remove-key', { passphrase: true, emergencyKey: true });
    expect(control(t('keysPresent'))).toBeTruthy();
    expect(() => button(t('unlockForgotten'))).toThrow();
  });

  it('asks for a button that is held where there is no passphrase', () => {
    const { on, root } = view('computer', { passphrase: false, emergencyKey: true });
    expect(root.querySelector('input')).toBeNull();
    const hold = button(t('keysComputer'));
    key(hold, 'Enter');
    held(hold);
    expect(on.onHeld).toHaveBeenCalledOnce();
    click(button(t('cancel')));
    expect(on.onCancel).toHaveBeenCalledOnce();
  });

  it('says what it means to do without a passphrase, and that an emergency key comes first', () => {
    const { root } = view('without', { passphrase: true, emergencyKey: false });
    expect(root.textContent).toContain(t('choiceWithoutTruth'));
    expect(root.textContent).toContain(t('keysWithoutKey'));
  });
});

describe('AfterEmergency', () => {
  it('takes a new passphrase, or leaves it for later', () => {
    const act = { onPassphrase: vi.fn(), onComputer: vi.fn(), onLater: vi.fn() };
    show(<AfterEmergency busy={false} wasThisComputer={false} {...act} />);
    expect(() => button(t('afterComputerButton'))).toThrow();
    type(control(t('passphrase')), 'new words');
    type(control(t('repeatPassphrase')), 'new words');
    submit();
    expect(act.onPassphrase).toHaveBeenCalledExactlyOnceWith('new words');
    click(button(t('keyLater')));
    expect(act.onLater).toHaveBeenCalledOnce();
  });

  it('lets this computer have a key again where its own was lost', () => {
    const act = { onPassphrase: vi.fn(), onComputer: vi.fn(), onLater: vi.fn() };
    show(<AfterEmergency busy={false} wasThisComputer={true} {...act} />);
    click(button(t('afterComputerButton')));
    expect(act.onComputer).toHaveBeenCalledOnce();
  });
});
