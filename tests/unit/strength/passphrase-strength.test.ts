import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { commonPasswords } from '../../../lib/strength/common-passwords.ts';
import { keyboards } from '../../../lib/strength/keyboards.ts';
import { passphraseStrength, type StrengthAdvice } from '../../../lib/strength/passphrase-strength.ts';

afterEach(() => vi.restoreAllMocks());

const table: readonly (readonly [string, number, StrengthAdvice | null])[] = [
  ['', 0, null],
  ['a', 0, 'short'],
  ['password', 0, 'common'],
  ['P@ssw0rd', 0, 'common'],
  ['drowssap', 0, 'common'],
  ['123456', 0, 'common'],
  ['letmein', 0, 'common'],
  ['iloveyou', 0, 'common'],
  ['doorcode', 0, 'common'],
  ['liverpool', 0, 'common'],
  ['summer2026', 0, 'common'],
  ['Tr0ub4dor&3', 0, 'common'],
  ['correct horse battery staple', 0, 'common'],
  ['correcthorsebatterystaple', 0, 'common'],
  ['xcvbnm,.-', 0, 'keyboard'],
  ['yxcvbnm', 0, 'keyboard'],
  ['wxcvbn,;:', 0, 'keyboard'],
  ['abcdefghijklmnop', 0, 'sequence'],
  ['12.05.1990', 0, 'date'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 0, 'repeated'],
  ['abcabcabcabcabc', 0, 'repeated'],
  ['dog dog dog dog', 0, 'repeated'],
  ['p a s s w o r d', 0, 'common'],
  ['giraffe', 0, 'short'],
  ['giraffe7', 0, 'short'],
  ['giraffe7!', 1, 'short'],
  ['velvet tractor', 1, 'words'],
  ['velvet tractor velvet', 1, 'repeated'],
  ['Liverpool1892', 1, 'common'],
  ['kX9#vQ2m', 1, 'short'],
  ['velvet tractor mango', 2, 'words'],
  ['four plain words here', 2, 'more'],
  ['kX9#vQ2mPz4!', 3, null],
  ['marble quilt sunset anchor', 4, null],
  ['marble_quilt_sunset_anchor', 4, null],
  ['MarbleQuiltSunsetAnchor', 4, null],
  ['kX9#vQ2mPz4!wT7$', 4, null],
  ['7f3b9c1e5d8a2046', 4, null],
];

describe('passphraseStrength', () => {
  it.each(table)('rates "%s" as %d of 4, with the advice %s', (passphrase, score, advice) => {
    expect(passphraseStrength(passphrase)).toMatchObject({ score, advice });
  });

  it.each([
    ['пароль123', 0],
    ['Schmetterling', 1],
    ['лошадь батарейка', 1],
    ['Straßenbahn Löschblatt Quelle Ödland', 4],
    ['πορτοκάλι ποδήλατο σύννεφο καρέκλα', 4],
    ['正确的马电池钉', 1],
    ['😀😀😀😀😀😀', 0],
    ['😀🐱🚲🌵🎈🧊🔑🍋', 4],
  ])('knows letters of other languages and signs: "%s" is %d of 4', (passphrase, score) => {
    expect(passphraseStrength(passphrase).score).toBe(score);
  });

  it('rates a word of no list as one of some thousands, and four of them as the words of a diceware phrase', () => {
    expect(passphraseStrength('giraffe').log10Guesses).toBeCloseTo(Math.log10(7776), 3);
    expect(passphraseStrength('marble quilt sunset anchor').log10Guesses).toBeCloseTo(4 * Math.log10(7776), 3);
  });

  it('gives one passphrase one estimate, however its accents are encoded', () => {
    for (const text of ['münchen größe über façade', 'Ệ'.repeat(70), 'πορτοκάλι ποδήλατο'])
      expect(passphraseStrength(text.normalize('NFD'))).toEqual(passphraseStrength(text.normalize('NFC')));
  });

  it.each([
    ['constructor', 'common'],
    ['rotcurtsnoc', 'common'],
    ['c0nstructor', 'common'],
    ['__proto__', 'short'],
    ['toString', 'words'],
  ])('takes "%s" for letters, not for what every object inherits', (passphrase, advice) => {
    const strength = passphraseStrength(passphrase);
    expect(strength).toMatchObject({ advice });
    expect(strength.log10Guesses).toBeLessThan(9.1);
  });

  it('does no more work for ten thousand characters than for the first of them', () => {
    const texts = [
      (length: number) => 'correct horse battery staple '.repeat(length / 29 + 1).slice(0, length),
      (length: number) => 'a'.repeat(length),
      (length: number) => '4@8({[<369&#!1|%0$5+7?'.repeat(length / 22 + 1).slice(0, length),
      (length: number) => 'ab12'.repeat(length / 4),
    ];
    const slice = vi.spyOn(String.prototype, 'slice');
    const charAt = vi.spyOn(String.prototype, 'charAt');
    const work = (text: string): number => {
      slice.mockClear();
      charAt.mockClear();
      passphraseStrength(text);
      return slice.mock.calls.length + charAt.mock.calls.length;
    };
    for (const text of texts) {
      const [short, long] = [work(text(64)), work(text(10_000))];
      expect(short).toBeGreaterThan(100);
      expect(long).toBe(short);
      expect(long).toBeLessThan(150_000);
      expect(passphraseStrength(text(10_000))).toEqual(passphraseStrength(text(64)));
    }
  });

  it('estimates whatever is typed, a finite number of guesses that fits the score', () => {
    const bounds = [6, 9, 12, 15];
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc
        .array(fc.constantFrom('password', ' ', '_', '4', 'É', '__proto__', '😀', '\ud83d', 'abc', '1990'), {
          maxLength: 20,
        })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, fc.string({ unit: 'binary', maxLength: 20 }), (start, more) => {
        for (const text of [start, start + more]) {
          const { score, log10Guesses, advice } = passphraseStrength(text);
          expect(Number.isFinite(log10Guesses) && log10Guesses >= 0).toBe(true);
          expect(score).toBe(bounds.filter((bound) => log10Guesses >= bound).length);
          expect(advice === null).toBe(score > 2 || text === '');
        }
      }),
      { numRuns: 150 },
    );
  });
});

it('has a list of common passwords without repetition, in lower case as they are looked up', () => {
  expect(commonPasswords.length).toBeGreaterThan(500);
  for (const word of commonPasswords) expect(word).toBe(word.toLowerCase().normalize('NFC'));
  expect(new Set(commonPasswords).size).toBe(commonPasswords.length);
});

it('knows which keys lie beside which', () => {
  expect(keyboards.qwerty?.g).toEqual(['fF', 'tT', 'yY', 'hH', 'bB', 'vV']);
  expect(keyboards.qwertz?.Z).toEqual(['tT', '6&', '7/', 'uU', 'hH', 'gG']);
  expect(keyboards.azerty?.a).toEqual([null, '&1', 'é2', 'zZ', 'qQ', null]);
});
