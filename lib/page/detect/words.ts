/** Phrases by language (ISO 639-1); `*` at an end leaves the word open there, inside a phrase it stands for letters. */
export type PhraseTable = Readonly<Record<string, readonly string[]>>;

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

// Scripts that put words together without spaces, or glue articles to them: a boundary would hide the word.
const glued =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}]/u;

function patternOf(phrase: string): string {
  const open = { start: phrase.startsWith('*'), end: phrase.endsWith('*') };
  const words = fold(phrase.replace(/^\*|\*$/g, ''));
  const body = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/(?<=\S)\\\*/g, '\\p{L}*');
  if (glued.test(words)) return body;
  return `${open.start ? '' : '(?<![\\p{L}\\p{N}])'}${body}${open.end ? '' : '(?![\\p{L}\\p{N}])'}`;
}

/** One pattern that matches any phrase of the tables in folded text. */
export const anyOf = (...tables: readonly PhraseTable[]): RegExp =>
  new RegExp(
    tables
      .flatMap((table) => Object.values(table).flat())
      .map(patternOf)
      .join('|'),
    'u',
  );
