/**
 * Phrases by language (ISO 639-1) or by family, parted by `|` or by lines; `*` at an end leaves the word open there,
 * inside a phrase it stands for letters. One string a row, because quotes around each word cost a kilobyte in every page.
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
const glued =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}]/u;

const before = '(?<![\\p{L}\\p{N}])';
const after = '(?![\\p{L}\\p{N}])';

const bodyOf = (phrase: string): string =>
  fold(phrase.replace(/^\*|\*$/g, ''))
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/(?<=\S)\\\*/g, '\\p{L}*')
    // Machine names and compounds are written together.
    .replaceAll(' ', ' ?');

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
  const patterns = [...kinds].map(([boundaries, of]) =>
    boundaries.replace('|', () => `(?:${of.map(bodyOf).join('|')})`),
  );
  return new RegExp(patterns.join('|'), 'u');
}
