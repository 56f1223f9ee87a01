/** How many pairs of colours `tokens.css` has for monograms: --monogram-0 and on. */
export const monogramColours = 6;

let graphemes: Intl.Segmenter | null = null;

function first(word: string): string {
  // One letter, as nothing is joined to it: the browser takes milliseconds to get ready for the others.
  if (/^[\da-z](?:[!-~]|$)/i.test(word)) return word.charAt(0);
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return [...graphemes.segment(word)][0]?.segment ?? '';
}

// Names are others' words: bounded, and without what is invisible or turns the direction of writing.
const plain = (name: string): string =>
  name
    .slice(0, 120)
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();

/** One or two signs that stand for a name: the first of its first two words; empty where it has nothing to show. */
export function monogramOf(name: string): string {
  const shown = plain(name);
  const words = shown.match(/[\p{L}\p{N}][^\s.,:;/()_-]*/gu) ?? [];
  const letters = words.slice(0, 2).map(first).join('');
  return (letters === '' ? first(shown) : letters).toUpperCase();
}

/** The name's colour, always the same for the same name however it is written. */
export function monogramColour(name: string): number {
  let hash = 0;
  for (const sign of plain(name).toLowerCase()) hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) % 65_521;
  return hash % monogramColours;
}
