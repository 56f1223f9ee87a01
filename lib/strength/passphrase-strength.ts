import { type MatchExtended, ZxcvbnFactory } from '@zxcvbn-ts/core';
import { commonPasswords } from './common-passwords.ts';
import { keyboards } from './keyboards.ts';
import { wordMatcher } from './word-matcher.ts';

/** What would help most: one thing at a time. */
export type StrengthAdvice = 'common' | 'repeated' | 'sequence' | 'keyboard' | 'date' | 'short' | 'words' | 'more';

/** How hard a passphrase is to guess: `score` 0 very easy to 4 very hard, `log10Guesses` the guesses it takes. */
export type PassphraseStrength = {
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly log10Guesses: number;
  readonly advice: StrengthAdvice | null;
};

// The work grows faster than the length, so only the beginning is looked at; what follows can but make it harder.
const examinedCharacters = 64;
const shortBelowCharacters = 12;
// At 10 000 guesses a second: up to two minutes, a day, three years, three thousand years.
const log10Bounds = [6, 9, 12, 15] as const;
// Nobody guesses a part that is one of fifty faster than by trying those.
const leastLog10OfPart = Math.log10(50);

// The estimator adds a list of this name where none is, without our word for what every object inherits.
const options = {
  dictionary: { userInputs: [...commonPasswords] },
  graphs: { ...keyboards },
  l33tMaxSubstitutions: 20,
};
const ofOnePart = new ZxcvbnFactory(options, { word: wordMatcher });
// Where blanks tell the words apart, no run of letters across them is to be counted as words.
const ofAllParts = new ZxcvbnFactory(options);

type Reading = { readonly log10Guesses: number; readonly advice: StrengthAdvice };

const adviceOf: Readonly<Record<string, StrengthAdvice>> = {
  dictionary: 'common',
  repeat: 'repeated',
  sequence: 'sequence',
  spatial: 'keyboard',
  date: 'date',
  regex: 'date',
};

function estimated(estimator: ZxcvbnFactory, text: string): Reading {
  const { guessesLog10, sequence } = estimator.check(text);
  const longest = sequence.reduce<MatchExtended | undefined>(
    (best, match) => (best === undefined || match.token.length > best.token.length ? match : best),
    undefined,
  );
  const advice = adviceOf[longest?.pattern ?? ''] ?? (text.length < shortBelowCharacters ? 'short' : 'words');
  return { log10Guesses: guessesLog10, advice };
}

/** As one who tries word after word reads it: the words' guesses multiply, what joins them is free. */
function readByParts(parts: readonly string[]): Reading {
  const seen = new Set<string>();
  let log10Guesses = 0;
  for (const part of parts) {
    const known = seen.has(part.toLowerCase());
    seen.add(part.toLowerCase());
    log10Guesses += known
      ? Math.log10(parts.length)
      : Math.max(estimated(ofOnePart, part).log10Guesses, leastLog10OfPart);
  }
  const advice = seen.size < parts.length ? 'repeated' : parts.length < 4 ? 'words' : 'more';
  return { log10Guesses, advice };
}

function readingsOf(text: string): Reading[] {
  const parts = text.split(/[\s._,;:|/\\-]+|(?<=\p{Ll})(?=\p{Lu})/u).filter((part) => part !== '');
  if (parts.length < 2) return [estimated(ofOnePart, text)];
  return [estimated(ofAllParts, text), readByParts(parts), estimated(ofAllParts, parts.join(''))];
}

/**
 * Estimates the guesses of an attacker who has the encrypted file and knows how people choose, by the easiest of several
 * readings. Only the first 64 characters count. Pure: nothing of the passphrase is kept or told.
 */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const text = passphrase.normalize('NFC').slice(0, examinedCharacters);
  if (text === '') return { score: 0, log10Guesses: 0, advice: null };
  const easiest = readingsOf(text).reduce((best, one) => (one.log10Guesses < best.log10Guesses ? one : best));
  const { log10Guesses } = easiest;
  const [veryEasy, easy, possible, hard] = log10Bounds;
  const score =
    log10Guesses < veryEasy ? 0 : log10Guesses < easy ? 1 : log10Guesses < possible ? 2 : log10Guesses < hard ? 3 : 4;
  return { score, log10Guesses, advice: score < 3 ? easiest.advice : null };
}
