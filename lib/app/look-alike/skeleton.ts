import { confusableLetters, similarLetters } from './confusable-letters.ts';

const prototypes = new Map(
  [...confusableLetters, ...similarLetters].flatMap(([looksLike, letters]) =>
    Array.from(letters, (letter) => [letter, looksLike] as const),
  ),
);

// What is one shape in most typefaces; the longer form is kept, so that nothing is left to fold a second time.
const shapes = { m: 'rn', w: 'vv', '0': 'o', '1': 'l', i: 'l' } as const;

const isShape = (character: string): character is keyof typeof shapes => Object.hasOwn(shapes, character);

function withoutConfusables(name: string): string {
  const letters = name.normalize('NFD').replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '');
  return Array.from(letters, (letter) => prototypes.get(letter) ?? letter).join('');
}

/**
 * What a name looks like (the skeleton of UTS #39 §4, and a little stricter): marks and invisible characters left out, confusable
 * letters replaced by what they are taken for, and the pairs rn/m, vv/w, 0/o and 1/l/i folded. Two names with one skeleton are easily
 * taken for each other; a skeleton is not a name to show.
 * @param name host name or part of one, as Unicode text; its case is the one that browsers set (UTS #46)
 */
export function skeleton(name: string): string {
  // Nearly all names are plain, and a thousand of them are compared while the popup waits.
  const looks = /[^ -~]/.test(name) ? withoutConfusables(name) : name;
  return looks.replace(/[mw01i]/g, (letter) => (isShape(letter) ? shapes[letter] : letter));
}
