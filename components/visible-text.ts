// A key URI may legally be thousands of characters long; a row of the popup is not.
const longestShown = 120;

// Controls, directional overrides and isolates, zero-width characters and the byte order mark: invisible, and able to
// make one name look like another. Zero-width joiners inside emoji are named too; that is the lesser evil here.
const invisible = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

const named = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** Hostile text made safe to read: at most `longest` code points (120 unless told), every invisible or direction-changing character named as `[U+202E]`. */
export function visibleText(text: string, longest = longestShown): string {
  const codePoints = Array.from(text.slice(0, 4 * longest).trim());
  const cut = codePoints.length > longest ? `${codePoints.slice(0, longest).join('')}…` : codePoints.join('');
  return cut.replace(invisible, named);
}
