import { reservePhrases } from '../detect/veto-words.ts';
import { anyOf, fold } from '../detect/words.ts';
import { setupKeyPhrases } from './outcome-words.ts';
import { isShown, plainText, type Statement } from './statements.ts';

/** Backup codes that a page shows, as they stand there, and the words before them that say so. */
export type ShownCodes = { readonly codes: readonly string[]; readonly quote: string };

const MOST_CODES = 16;
const LEAST_IN_LIST = 4;
// As far back as a heading and two sentences lie.
const WORDS_BEFORE = 6;

const isReserve = anyOf(reservePhrases);
const isSetupKey = anyOf(setupKeyPhrases);

// Groups of letters and digits, as portals print them: 16 in one, 4-4-4-4, 5-5, 8 digits.
const shape = /^[A-Za-z0-9]{3,40}(?:[ -][A-Za-z0-9]{2,12}){0,9}$/;

/** Whether a text is made like a backup code: 8 to 40 letters and digits that form no words. */
export function isCodeLike(text: string): boolean {
  if (!shape.test(text)) return false;
  const bare = text.replace(/[ -]/g, '');
  if (bare.length < 8 || bare.length > 40) return false;
  // "January 2026" has groups too, of two lengths.
  if (new Set(text.split(/[ -]/).map(({ length }) => length)).size > 1) return false;
  if (/\d/.test(bare)) return true;
  // Letters alone: one case throughout and long, or they are a name.
  return bare.length >= 12 && (/^[A-Z]+$/.test(bare) || /^(?:[a-z]{4,5}-){2,}[a-z]{4,5}$/.test(text));
}

// "Keep your backup code secret" and "you need it in order to log in" are of no key and no order.
const otherSense = /\b(?:it|them|codes?) secret\b|\bin order to\b/g;

/** A text alone in its place, as a code: none or one. */
function codesIn(text: string): readonly string[] {
  const bare = text.replace(/^\s*(?:\d{1,2}[.)]|[•*-])\s*/, '').trim();
  return isCodeLike(bare) ? [bare] : [];
}

function linesOf(element: Element): readonly string[] {
  const lines = (element.textContent ?? '').split(/\n/).flatMap((line) => codesIn(line.trim()));
  // Two or three are no list, and not one code of several groups either.
  return lines.length > 1 ? lines : codesIn(plainText(element));
}

/** The pieces of an element's own text, which line breaks or other elements part. */
const piecesOf = (element: Element): readonly string[] =>
  Array.from(element.childNodes).flatMap((node) => {
    const piece = node instanceof Text ? node.data.replace(/\s+/g, ' ').trim() : '';
    return piece === '' ? [] : [piece];
  });

/** Codes that fill an element: one, or one in each line. */
function codesFilling({ element, text }: Statement): readonly string[] {
  const pieces = piecesOf(element);
  const codes = pieces.length < 2 ? [] : pieces.flatMap(codesIn);
  return codes.length > 0 && codes.length === pieces.length ? codes : codesIn(text);
}

/**
 * Finds backup codes shown to be kept: one code, or a list of 4 to 16, after words that call them so.
 * @param statements what the document says, in the order of the page
 * @param counts whether a statement is the site's own; asked of none where nothing speaks of backup codes
 * @returns null where no such words stand before anything code-like, and where the page asks for a code to be typed instead
 */
export function findBackupCodes(
  page: Document,
  statements: readonly Statement[],
  counts: (statement: Statement) => boolean = () => true,
): ShownCodes | null {
  if (!statements.some(({ text }) => isReserve.test(fold(text).replace(otherSense, '')))) return null;
  const codes: string[] = [];
  let quote = '';
  let wordsSince = 0;
  const preformatted = new Set<Element>(Array.from(page.querySelectorAll('pre')));
  for (const statement of statements.filter(counts)) {
    const { element, text } = statement;
    const found = preformatted.has(element) ? linesOf(element) : codesFilling(statement);
    const folded = fold(text).replace(otherSense, '');
    if (found.length > 0 && quote !== '' && wordsSince <= WORDS_BEFORE) {
      for (const code of found) if (!codes.includes(code)) codes.push(code);
      continue;
    }
    // What stands in the same place as the code: "Backup code: ABCD-EFGH", or the code on a line of its own.
    const inline = /[:：]\s*(\S.{5,60})$/.exec(text)?.[1] ?? piecesOf(element).slice(1).find(isCodeLike) ?? '';
    if (isReserve.test(folded) && !isSetupKey.test(folded)) {
      if (codes.length === 0) quote = text;
      wordsSince = 0;
      if (isCodeLike(inline)) codes.push(inline);
    } else {
      wordsSince += 1;
      if (isSetupKey.test(folded) && codes.length === 0) quote = '';
    }
  }
  if (codes.length === 0 || codes.length > MOST_CODES) return null;
  if (codes.length > 1 && codes.length < LEAST_IN_LIST) return null;
  return { codes, quote: quote.slice(0, 200) };
}

/** Read-only boxes hold codes too; an editable one waits for a code. */
export function readOnlyStatements(page: Document): readonly Statement[] {
  return Array.from(
    page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[readonly], textarea[readonly]'),
  )
    .filter((box) => isShown(box) && box.value.trim() !== '')
    .map((box) => ({ element: box, text: box.value.trim() }));
}
