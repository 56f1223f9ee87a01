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
    [
      '(C) Chinese, traditional',
      'ihqwctvzc91f659drss3x8bo0yb',
      'u+4ED6 u+5011 u+7232 u+4EC0 u+9EBD u+4E0D u+8AAA u+4E2D u+6587',
    ],
    [
      '(E) Hebrew',
      '4dbcagdahymbxekheh6e0a7fei0b',
      'u+05DC u+05DE u+05D4 u+05D4 u+05DD u+05E4 u+05E9 u+05D5 u+05D8 u+05DC u+05D0 u+05DE u+05D3 u+05D1 u+05E8 u+05D9 u+05DD u+05E2 u+05D1 u+05E8 u+05D9 u+05EA',
    ],
    [
      '(F) Hindi',
      'i1baa7eci9glrd9b2ae1bj0hfcgg6iyaf8o0a1dig0cd',
      'u+092F u+0939 u+0932 u+094B u+0917 u+0939 u+093F u+0928 u+094D u+0926 u+0940 u+0915 u+094D u+092F u+094B u+0902 u+0928 u+0939 u+0940 u+0902 u+092C u+094B u+0932 u+0938 u+0915 u+0924 u+0947 u+0939 u+0948 u+0902',
    ],
    [
      '(G) Japanese',
      'n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa',
      'u+306A u+305C u+307F u+3093 u+306A u+65E5 u+672C u+8A9E u+3092 u+8A71 u+3057 u+3066 u+304F u+308C u+306A u+3044 u+306E u+304B',
    ],
    [
      '(H) Korean',
      '989aomsvi5e83db1d2a355cv1e0vak1dwrv93d5xbh15a0dt30a5jpsd879ccm6fea98c',
      'u+C138 u+ACC4 u+C758 u+BAA8 u+B4E0 u+C0AC u+B78C u+B4E4 u+C774 u+D55C u+AD6D u+C5B4 u+B97C u+C774 u+D574 u+D55C u+B2E4 u+BA74 u+C5BC u+B9C8 u+B098 u+C88B u+C744 u+AE4C',
    ],
    [
      '(I) Russian',
      'b1abfaaepdrnnbgefbadotcwatmq2g4l',
      'u+043F u+043E u+0447 u+0435 u+043C u+0443 u+0436 u+0435 u+043E u+043D u+0438 u+043D u+0435 u+0433 u+043E u+0432 u+043E u+0440 u+044F u+0442 u+043F u+043E u+0440 u+0443 u+0441 u+0441 u+043A u+0438',
    ],
    [
      '(J) Spanish',
      'PorqunopuedensimplementehablarenEspaol-fmd56a',
      'u+0050 u+006F u+0072 u+0071 u+0075 u+00E9 u+006E u+006F u+0070 u+0075 u+0065 u+0064 u+0065 u+006E u+0073 u+0069 u+006D u+0070 u+006C u+0065 u+006D u+0065 u+006E u+0074 u+0065 u+0068 u+0061 u+0062 u+006C u+0061 u+0072 u+0065 u+006E u+0045 u+0073 u+0070 u+0061 u+00F1 u+006F u+006C',
    ],
    [
      '(K) Vietnamese',
      'TisaohkhngthchnitingVit-kjcr8268qyxafd2f1b9g',
      'u+0054 u+1EA1 u+0069 u+0073 u+0061 u+006F u+0068 u+1ECD u+006B u+0068 u+00F4 u+006E u+0067 u+0074 u+0068 u+1EC3 u+0063 u+0068 u+1EC9 u+006E u+00F3 u+0069 u+0074 u+0069 u+1EBF u+006E u+0067 u+0056 u+0069 u+1EC7 u+0074',
    ],
    [
      '(N) Hello-Another-Way',
      'Hello-Another-Way--fc4qua05auwb3674vfr0b',
      'u+0048 u+0065 u+006C u+006C u+006F u+002D u+0041 u+006E u+006F u+0074 u+0068 u+0065 u+0072 u+002D u+0057 u+0061 u+0079 u+002D u+305D u+308C u+305E u+308C u+306E u+5834 u+6240',
    ],
    [
      '(O) <hitotsu><yane><no><shita>2',
      '2-u9tlzr9756bt3uc0v',
      'u+3072 u+3068 u+3064 u+5C4B u+6839 u+306E u+4E0B u+0032',
    ],
    [
      '(P) Maji<de>Koi<suru>5<byou><mae>',
      'MajiKoi5-783gue6qz075azm5e',
      'u+004D u+0061 u+006A u+0069 u+3067 u+004B u+006F u+0069 u+3059 u+308B u+0035 u+79D2 u+524D',
    ],
    ['(Q) <pafii>de<runba>', 'de-jg4avhby1noc0d', 'u+30D1 u+30D5 u+30A3 u+30FC u+0064 u+0065 u+30EB u+30F3 u+30D0'],
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
