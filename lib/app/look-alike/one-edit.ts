/**
 * Whether one text becomes the other by exactly one edit: a letter put in, left out or replaced, or two neighbours exchanged
 * (restricted Damerau–Levenshtein distance 1), counted in code points.
 */
export function isOneEdit(a: string, b: string): boolean {
  const [short = [], long = []] = [Array.from(a), Array.from(b)].toSorted((x, y) => x.length - y.length);
  const added = long.length - short.length;
  if (added > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  if (start === long.length) return false;
  const sameAfter = (inShort: number, inLong: number): boolean =>
    short.slice(inShort).join('') === long.slice(inLong).join('');
  if (added === 1) return sameAfter(start, start + 1);
  const exchanged = short[start] === long[start + 1] && short[start + 1] === long[start];
  return sameAfter(start + 1, start + 1) || (exchanged && sameAfter(start + 2, start + 2));
}
