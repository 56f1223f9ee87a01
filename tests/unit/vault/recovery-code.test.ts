import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveRecoveryKey, formatRecoveryCode, parseRecoveryCode } from '../../../lib/vault/recovery-code.ts';
import { filled } from './samples.ts';

const anyBytes = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => new Uint8Array(bytes));

describe('a recovery code', () => {
  it('is nine groups of four letters that are not mistaken for one another', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(formatRecoveryCode(bytes)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
    expect(formatRecoveryCode(filled(20, 0)).startsWith('0000-0000')).toBe(true);
    expect(formatRecoveryCode(filled(20, 255)).startsWith('ZZZZ-ZZZZ')).toBe(true);
  });

  it('is read back however it was written down', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const shown = formatRecoveryCode(bytes);
        const fullWidth = [...shown].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join('');
        for (const typed of [
          shown,
          shown.toLowerCase(),
          shown.replaceAll('-', ' '),
          shown.replaceAll('-', ''),
          shown.replaceAll('-', '\n'),
          shown.replaceAll('-', ' – '),
          `  ${shown}.`,
          shown.replaceAll('0', 'O').replaceAll('1', 'l'),
          shown.replaceAll('0', 'o').replaceAll('1', 'I'),
          fullWidth,
        ]) {
          expect(parseRecoveryCode(typed)).toEqual({ ok: true, value: bytes });
        }
      }),
    );
  });

  it('with one letter mistyped, or two beside each other exchanged, is noticed nearly always', () => {
    const shown = formatRecoveryCode(Uint8Array.from({ length: 20 }, (_, at) => at * 13 + 1));
    let [tried, noticed] = [0, 0];
    for (let at = 0; at < shown.length; at += 1) {
      if (shown[at] === '-') continue;
      for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (other === shown[at]) continue;
        tried += 1;
        const read = parseRecoveryCode(shown.slice(0, at) + other + shown.slice(at + 1));
        if (!read.ok && read.error.kind === 'mistyped') noticed += 1;
      }
    }
    expect(tried).toBe(36 * 31);
    expect(noticed).toBe(tried);
  });

  it('of too few or too many letters says how many there are', () => {
    const shown = formatRecoveryCode(filled(20, 7));
    expect(parseRecoveryCode('')).toEqual({ ok: false, error: { kind: 'length', letters: 0, expected: 36 } });
    expect(parseRecoveryCode(shown.slice(0, -1))).toMatchObject({ ok: false, error: { kind: 'length', letters: 35 } });
    expect(parseRecoveryCode(`${shown}A`)).toMatchObject({ ok: false, error: { kind: 'length', letters: 37 } });
  });

  it('with a letter that it never has names it', () => {
    expect(parseRecoveryCode('ABCU')).toEqual({ ok: false, error: { kind: 'letter', letter: 'U' } });
    expect(parseRecoveryCode('ÄBC')).toEqual({ ok: false, error: { kind: 'letter', letter: 'Ä' } });
  });

  it('with a letter that is mistaken is the same code', () => {
    const code = filled(20, 0);
    const shown = formatRecoveryCode(code);
    expect(parseRecoveryCode(shown.replaceAll('0', 'o'))).toEqual({ ok: true, value: code });
    const ones = Uint8Array.from({ length: 20 }, (_, at) => [0x08, 0x42, 0x10, 0x84, 0x21][at % 5] ?? 0);
    for (const letter of ['i', 'L', 'I', 'l'])
      expect(parseRecoveryCode(formatRecoveryCode(ones).replaceAll('1', letter))).toEqual({ ok: true, value: ones });
  });

  it('gives another key for another salt', () => {
    const code = filled(20, 1);
    expect(deriveRecoveryKey(code, filled(16, 1))).not.toEqual(deriveRecoveryKey(code, filled(16, 2)));
    expect(deriveRecoveryKey(code, filled(16, 1))).toHaveLength(32);
  });
});
