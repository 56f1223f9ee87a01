const SEPARATORS = /[\s\p{Pd}\u2212]/gu;

// The zeros of full-width, Arabic-Indic and extended Arabic-Indic digits; each row of ten follows its zero.
const ZEROS = [0xff10, 0x0660, 0x06f0];
const FULL_WIDTH_LETTER = /[\uFF21-\uFF3A\uFF41-\uFF5A]/gu;
const FULL_WIDTH_SHIFT = 0xfee0;

function asciiDigit(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => point >= first && point <= first + 9);
  return zero === undefined ? character : String(point - zero);
}

/**
 * A code as a person types it from a phone: spaces and dashes removed, full-width letters and digits and Arabic-Indic
 * digits as ASCII. Every other character stays as it was typed, to be named.
 */
export function typedCode(text: string): string {
  const letters = text
    .replace(SEPARATORS, '')
    .replace(FULL_WIDTH_LETTER, (letter) => String.fromCharCode(letter.charCodeAt(0) - FULL_WIDTH_SHIFT));
  return Array.from(letters, asciiDigit).join('');
}
