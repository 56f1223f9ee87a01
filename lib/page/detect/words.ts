/**
 * Phrases by language (ISO 639-1) or by family, parted by `|` or by lines; `*` at an end leaves the word open there,
 * inside a phrase it stands for letters. Written as `fold` gives them. One string a row, because quotes around each word cost a kilobyte in every page.
 */
export type PhraseTable = Readonly<Record<string, string | readonly string[]>>;

/** All phrases of a table. */
export const phrasesOf = (table: PhraseTable): string[] =>
  Object.values(table)
    .flat()
    .flatMap((row) => row.split(/\s*[|\n]\s*/))
    .filter((phrase) => phrase !== '');

/**
 * Text as the tables are written: NFKC, lower case, one kind of apostrophe, dashes and invisible joiners as spaces.
 * Nothing outside Latin is dropped.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    // A Turkish capital İ becomes two characters.
    .replace(/i\u0307/g, 'i')
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(/[-_\u2010-\u2015\u200b-\u200f\u00ad\s]+/g, ' ')
    .trim();

// A bank's name, and not the one-time password that its letters mean elsewhere.
const companies = /\botp ?(?:bank|direkt|mobil|simple|group|csoport|leasing)\p{L}*/gu;

/** Folded text that people read, without names of companies that are spelt like our words. */
export const foldText = (text: string): string => fold(text).replace(companies, ' ').trim();

// Scripts that put words together without spaces, or glue articles to them: a boundary would hide the word.
const glued = /[\u0590-\u077f\u08a0-\u08ff\u0e00-\u0e7f\u1100-\u11ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

// The letters of the scripts that the tables are written in, as folded text has them. `\p{L}` has 400 ranges more, at each boundary of
// each pattern: Chromium took 20 ms longer for the first look at a page.
const letter =
  'a-z\\u00df-\\u00f6\\u00f8-\\u02af\\u0371-\\u0373\\u0377-\\u03f5\\u03f8-\\u0481\\u048a-\\u052f\\u05d0-\\u05f2\\u0620-\\u064a\\u066e\\u066f\\u0671-\\u06d3\\u06d5\\u06e5\\u06e6\\u06ee-\\u06fc\\u06ff\\u0750-\\u077f\\u0904-\\u0939\\u093d\\u0950\\u0958-\\u0961\\u0971-\\u097f\\u0e01-\\u0e30\\u0e32\\u0e40-\\u0e46\\u1100-\\u11ff\\u1e00-\\u1fff\\u3005-\\u3007\\u3041-\\u3096\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af';
const digit = '0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\u0e50-\\u0e59';

const before = `(?<![${letter}${digit}])`;
const after = `(?![${letter}${digit}])`;

/** Phrases as alternatives of a pattern; all at once, as one by one took 5 ms of the first look. */
const bodyOf = (phrases: readonly string[]): string =>
  phrases
    .join('|')
    .replace(/[.+?^${}()[\]\\]/g, '\\$&')
    .replace(/(^|\|)\*|\*(?=\||$)/g, '$1')
    // Bounded: a text of one such word without end would be walked through again at each of its letters.
    .replaceAll('*', `[${letter}]{0,20}`)
    // Machine names and compounds are written together.
    .replaceAll(' ', ' ?');

/** One pattern that matches any phrase of the tables in folded text, wherever it stands: within other words too. */
export const anywhere = (...tables: readonly PhraseTable[]): RegExp => new RegExp(bodyOf(tables.flatMap(phrasesOf)));

/**
 * One pattern that matches any phrase of the tables in folded text.
 * Phrases share their boundaries: one boundary a phrase took Chromium 200 ms to compile.
 */
export function anyOf(...tables: readonly PhraseTable[]): RegExp {
  const phrases = tables.flatMap(phrasesOf);
  // A pattern of none matches everywhere.
  if (phrases.length === 0) throw new Error('A table without a phrase');
  const kinds = Map.groupBy(phrases, (phrase) => {
    if (glued.test(phrase)) return '|';
    return `${phrase.startsWith('*') ? '' : before}|${phrase.endsWith('*') ? '' : after}`;
  });
  const patterns = [...kinds].map(([boundaries, of]) => boundaries.replace('|', () => `(?:${bodyOf(of)})`));
  return new RegExp(patterns.join('|'));
}
