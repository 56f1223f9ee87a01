import { describe, expect, it } from 'vitest';
import { typedValueOf } from '../../../components/typed-value.ts';
import { formatRecoveryCode } from '../../../lib/vault/recovery-code.ts';

describe('a typed value', () => {
  it('is known as an emergency key, however it is grouped', () => {
    for (let first = 0; first < 50; first += 1) {
      const key = formatRecoveryCode(Uint8Array.from({ length: 20 }, (_, at) => (first * 37 + at * 91) % 256));
      for (const typed of [key, key.toLowerCase(), key.replaceAll('-', ' '), key.replaceAll('-', '')])
        expect(typedValueOf(typed), typed).toBe('emergency-key');
    }
  });

  it('is known as a setup link, also one of a whole export or in capital letters', () => {
    for (const link of [
      'otpauth://totp/Harbour:demo?secret=JBSWY3DPEHPK3PXP',
      ' OTPAUTH://totp/x?secret=JBSWY3DPEHPK3PXP',
      'otpauth-migration://offline?data=x',
      'steam://JBSWY3DPEHPK3PXP',
    ])
      expect(typedValueOf(link), link).toBe('setup-link');
  });

  it('is known as a setup key or a code', () => {
    expect(typedValueOf('ILOU EFGH IJKL MNOP QRST UVWX YZ23 4567')).toBe('setup-key');
    expect(typedValueOf('onswg4tfoqwhizltouyq4k2u')).toBe('setup-key');
    expect(typedValueOf('123 456')).toBe('code');
    expect(typedValueOf('１２３４５６')).toBe('code');
    expect(typedValueOf('١٢٣٤٥٦')).toBe('code');
    expect(typedValueOf('12345678')).toBe('code');
  });

  it('is nothing that is known where it is a passphrase, a shorter number or a part of an emergency key', () => {
    for (const text of [
      '',
      'correct horse battery staple',
      'correcthorsebatterystaple',
      '1234',
      'hunter2',
      '0123-4567-89AB',
    ])
      expect(typedValueOf(text), text).toBeNull();
  });
});
