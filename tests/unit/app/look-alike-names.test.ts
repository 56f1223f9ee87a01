import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confusableLetters, similarLetters } from '../../../lib/app/look-alike/confusable-letters.ts';
import { isOneEdit } from '../../../lib/app/look-alike/one-edit.ts';
import { decodePunycode, readableHost } from '../../../lib/app/look-alike/punycode.ts';
import { skeleton } from '../../../lib/app/look-alike/skeleton.ts';

const text = (codePoints: string): string =>
  String.fromCodePoint(...codePoints.split(' ').map((one) => Number.parseInt(one.slice(2), 16)));

describe('decodePunycode', () => {
  // RFC 3492 §7.1.
  it.each([
    [
      '(A) Arabic',
      'egbpdaj6bu4bxfgehfvwxn',
      'u+0644 u+064A u+0647 u+0645 u+0627 u+0628 u+062A u+0643 u+0644 u+0645 u+0648 u+0634 u+0639 u+0631 u+0628 u+064A u+061F',
    ],
    ['(B) Chinese', 'ihqwcrb4cv8a8dqg056pqjye', 'u+4ED6 u+4EEC u+4E3A u+4EC0 u+4E48 u+4E0D u+8BF4 u+4E2D u+6587'],
    [
      '(D) Czech',
      'Proprostnemluvesky-uyb24dma41a',
      'U+0050 u+0072 u+006F u+010D u+0070 u+0072 u+006F u+0073 u+0074 u+011B u+006E u+0065 u+006D u+006C u+0075 u+0076 u+00ED u+010D u+0065 u+0073 u+006B u+0079',
    ],
    [
      '(L) 3<nen>B<gumi><kinpachi><sensei>',
      '3B-ww4c5e180e575a65lsy2b',
      'u+0033 u+5E74 U+0042 u+7D44 u+91D1 u+516B u+5148 u+751F',
    ],
    [
      '(M) <amuro><namie>-with-SUPER-MONKEYS',
      '-with-SUPER-MONKEYS-pc58ag80a8qai00g7n9n',
      'u+5B89 u+5BA4 u+5948 u+7F8E u+6075 u+002D u+0077 u+0069 u+0074 u+0068 u+002D U+0053 U+0055 U+0050 U+0045 U+0052 u+002D U+004D U+004F U+004E U+004B U+0045 U+0059 U+0053',
    ],
    ['(R) <sono><supiido><de>', 'd9juau41awczczp', 'u+305D u+306E u+30B9 u+30D4 u+30FC u+30C9 u+3067'],
    ['(S) -> $1.00 <-', '-> $1.00 <--', 'u+002D u+003E u+0020 u+0024 u+0031 u+002E u+0030 u+0030 u+0020 u+003C u+002D'],
  ])('gives the text of %s', (_, punycode, codePoints) => {
    expect(decodePunycode(punycode)).toBe(text(codePoints));
  });

  it.each(['!', 'a-!', 'abc-é', 'bücher', 'zzzzzzzzzzzzzzzzzzzz', 'a-9', '99999999'])('refuses %j', (label) => {
    expect(decodePunycode(label)).toBeNull();
  });

  it('reads back every name that the URL standard writes', () => {
    const letters = fc.constantFrom(...'aeztlö漢字áбгджйñ한'.normalize('NFC'));
    const label = fc.array(letters, { minLength: 1, maxLength: 12 }).map((each) => each.join(''));
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 3 }), (labels) => {
        const name = labels.join('.');
        return readableHost(new URL(`https://${name}.test`).hostname) === `${name}.test`;
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z0-9-]+$/)), (label) => void decodePunycode(label)),
    );
  });

  it('leaves a label that is no punycode as the browser wrote it', () => {
    expect(readableHost('xn--!.xn--bcher-kva.test')).toBe('xn--!.bücher.test');
  });
});

describe('skeleton', () => {
  it('is a skeleton already', () => {
    const names = fc.string({
      unit: fc.constantFrom('m', 'w', 'r', 'n', 'v', '0', '1', 'i', 'l', 'ѡ', 'ꙇ', 'Ꮇ', 'é', 'K', 'İ', 'Σ'),
    });
    fc.assert(
      fc.property(
        fc.oneof(names, fc.string({ unit: 'binary' })),
        (name) => skeleton(skeleton(name)) === skeleton(name),
      ),
    );
  });

  it('is the same for every letter of the tables and for what it is taken for', () => {
    for (const [looksLike, letters] of [...confusableLetters, ...similarLetters])
      for (const letter of letters) expect([letter, skeleton(letter)]).toEqual([letter, skeleton(looksLike)]);
  });

  it('stands once for each letter of the tables', () => {
    const letters = [...confusableLetters, ...similarLetters].flatMap(([, each]) => Array.from(each));
    expect(letters.length).toBeGreaterThan(390);
    expect(new Set(letters).size).toBe(letters.length);
  });

  // Rows of confusables.txt, Unicode 17.0.0.
  it.each([
    ['\u0430', 'a'],
    ['\u03BF', 'o'],
    ['\u0455', 's'],
    ['\u04BB', 'h'],
    ['\u0501', 'd'],
    ['\u217C', 'l'],
    ['\u{118E3}', 'm'],
  ])('of %j is that of %j', (letter, looksLike) => {
    expect(skeleton(letter.normalize('NFKC'))).toBe(skeleton(looksLike));
  });

  it('leaves out marks and what cannot be seen', () => {
    expect(skeleton('po\u0301r\u200Btal')).toBe(skeleton('portal'));
  });

  it('keeps different words apart', () => {
    expect(skeleton('portal')).not.toBe(skeleton('postal'));
  });
});

describe('isOneEdit', () => {
  it.each([
    ['portal', 'portl', true],
    ['portal', 'portall', true],
    ['portal', 'postal', true],
    ['portal', 'protal', true],
    ['portal', 'portal', false],
    ['portal', 'prtaol', false],
    ['ab', 'ba', true],
    ['abcd', 'badc', false],
    ['', 'a', true],
    ['', '', false],
    ['portal', 'po', false],
    // One code point, two code units.
    ['po\u{1F600}tal', 'portal', true],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(isOneEdit(a, b)).toBe(expected);
    expect(isOneEdit(b, a)).toBe(expected);
  });

  /** The whole table of distances (restricted Damerau–Levenshtein), as a slow witness. */
  function distance(a: string, b: string): number {
    const rows = Array.from({ length: a.length + 1 }, (_, i) =>
      Array.from({ length: b.length + 1 }, (_x, j) => (i === 0 ? j : i)),
    );
    const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
    for (let i = 1; i <= a.length; i += 1)
      for (let j = 1; j <= b.length; j += 1) {
        let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          least = Math.min(least, at(i - 2, j - 2) + 1);
        rows[i]?.splice(j, 1, least);
      }
    return at(a.length, b.length);
  }

  it('agrees with the whole table of distances', () => {
    const word = fc.stringMatching(/^[ab-c]{0,6}$/);
    fc.assert(fc.property(word, word, (a, b) => isOneEdit(a, b) === (distance(a, b) === 1)));
  });
});
