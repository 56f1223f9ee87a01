import { afterEach, describe, expect, it, vi } from 'vitest';
import { CheckCode } from '../../../components/check-code.tsx';
import { EmergencyForm } from '../../../components/emergency-form.tsx';
import { ManualEntry } from '../../../components/manual-entry.tsx';
import { Unlock } from '../../../components/unlock.tsx';
import { clear, control, show, t, type } from './support.tsx';

afterEach(clear);

const EMERGENCY = '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ-0123';
const LINK = 'otpauth://totp/Harbour:demo?secret=JBSWY3DPEHPK3PXP';
const KEY = 'ILOU EFGH IJKL MNOP QRST UVWX YZ23 4567';

describe('a value in another box than its own is named', () => {
  it.each([
    [EMERGENCY, 'typedEmergencyKey'],
    [LINK, 'typedSetupLink'],
    [KEY, 'typedSetupKey'],
    ['123456', 'typedLoginCode'],
  ] as const)('in the box of the passphrase, once it did not open: %s', (typed, key) => {
    const root = show(<Unlock busy={false} wrong={true} onUnlock={vi.fn()} />);
    type(control(t('passphrase')), typed);
    expect(root.textContent).toContain(t('unlockWrongPassphrase'));
    expect(root.textContent).toContain(t(key));
  });

  it('not while nothing was tried, as a passphrase may look like anything', () => {
    const root = show(<Unlock busy={false} wrong={false} onUnlock={vi.fn()} />);
    type(control(t('passphrase')), '123456');
    expect(root.textContent).not.toContain(t('typedLoginCode'));
  });

  it.each([
    [LINK, 'typedSetupLink', 'letter'],
    [KEY, 'typedSetupKey', 'length'],
    ['123456', 'typedLoginCode', 'length'],
  ] as const)('in the box of the emergency key: %s', (typed, key, kind) => {
    const problem = kind === 'letter' ? { kind, letter: ':' } : { kind, letters: 6, expected: 36 };
    const root = show(<EmergencyForm busy={false} problem={problem} submitText="x" onKey={vi.fn()} />);
    type(control(t('recoveryLabel')), typed);
    expect(root.textContent).toContain(t(key));
  });

  it('a mistyped emergency key stays what it is', () => {
    const problem = { kind: 'mistyped' } as const;
    const root = show(<EmergencyForm busy={false} problem={problem} submitText="x" onKey={vi.fn()} />);
    type(control(t('recoveryLabel')), EMERGENCY);
    expect(root.textContent).toContain(t('keyMistyped'));
  });

  it.each([
    [EMERGENCY, 'typedEmergencyKey', 'secret-invalid'],
    ['123 456', 'typedLoginCode', 'secret-invalid'],
  ] as const)('in the box of the setup key: %s', (typed, key, problem) => {
    const root = show(<ManualEntry busy={false} issuer="" problem={problem} onSave={vi.fn()} onCancel={vi.fn()} />);
    type(control(t('manualSecret')), typed);
    expect(root.textContent).toContain(t(key));
    expect(root.textContent).not.toContain(t('manualProblemSecret'));
  });

  it.each([
    [LINK, 'typedSetupLink'],
    [KEY, 'typedSetupKey'],
    [EMERGENCY, 'typedEmergencyKey'],
  ] as const)('in the box of a code to check: %s', (typed, key) => {
    const result = { kind: 'not-a-digit', character: 'o' } as const;
    const root = show(<CheckCode busy={false} byCounter={false} wantsNext={false} result={result} onCheck={vi.fn()} />);
    type(control(t('checkLabel')), typed);
    expect(root.textContent).toContain(t(key));
  });
});

it('a kept backup code in the box of a code to check is named with its account', () => {
  const result = { kind: 'backup-code', issuer: 'Harbour', account: 'ada' } as const;
  const root = show(<CheckCode busy={false} byCounter={false} wantsNext={false} result={result} onCheck={vi.fn()} />);
  for (const text of [t('checkBackupCode'), 'Harbour', 'ada', t('checkBackupCodeMore')])
    expect(root.textContent).toContain(text);
});
