import { type Match, MatcherBaseClass, type MatchOptions } from '@zxcvbn-ts/core';

// A person who picks a word picks one of some thousands: the size of a diceware list.
const guessesOfWord = 7776;
const lettersOfWord = 6;
const longestWord = 11;

const looksLike: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const disguise = /[013457@$!]/gu;

// Scripts without blanks between words are left to the count of their characters.
const letters =
  /[[\p{L}\p{M}013457@$!]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]]{4,}/gv;
const bareEnds = /^[^\p{L}]+|[^\p{L}\p{M}]+$/gu;

const twoLettersOfOneSound = /sch|ch|ck|gh|ng|ph|sh|st|th|tz/gu;

/** Whether letters could be a word that somebody says; what no mouth can say is taken for random. */
function isReadable(word: string): boolean {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (!/^[a-zßæøœłđ]+$/u.test(plain)) return !/\P{L}/u.test(plain);
  const sounds = plain.replace(twoLettersOfOneSound, 'k');
  return /[aeiouyæøœ]/u.test(sounds) && !/[^aeiouyæøœ]{4}|[aeiouyæøœ]{4}/u.test(sounds);
}

function wordMatch(text: string, index: number): Match[] {
  const lead = /^[^\p{L}]*/u.exec(text)?.[0].length ?? 0;
  const token = text.replace(bareEnds, '');
  const disguised = token.match(disguise) ?? [];
  const oneCase = /^.?\P{Lu}+$/su.test(token) || !/\p{Ll}/u.test(token);
  if (token.length < 4 || disguised.length * 3 > token.length || !oneCase) return [];
  if (!isReadable(token.replace(disguise, (sign) => looksLike[sign] ?? sign))) return [];
  const variants = 2 ** new Set(disguised).size * (/\p{Lu}/u.test(token) ? 2 : 1);
  return [{ pattern: 'word', token, i: index + lead, j: index + lead + token.length - 1, variants }];
}

class ReadableWords extends MatcherBaseClass {
  match({ password }: MatchOptions): Match[] {
    return [...password.matchAll(letters)].flatMap(({ 0: text, index }) => wordMatch(text, index));
  }
}

/**
 * A matcher for words that no short list can hold: letters that can be read aloud count as a word out of some thousands,
 * a long run as a word for every six letters.
 */
export const wordMatcher = {
  Matching: ReadableWords,
  feedback: () => null,
  scoring: ({ token, variants }: Match): number => {
    const words = token.length <= longestWord ? 1 : Math.floor(token.length / lettersOfWord);
    return guessesOfWord ** words * Number(variants);
  },
};
