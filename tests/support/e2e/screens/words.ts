import type { TextKey } from '../../../../components/text-keys.ts';
import { localeOf } from '../../../../scripts/messages/all-locales.ts';

/** What stands on screens, in the language that they are shown in. */
export type Words = {
  /** The sentences that may stand where English has this one: two keys with one English text can differ elsewhere. */
  readonly of: (english: string) => readonly string[];
  /** The sentence of a key. */
  readonly at: (key: TextKey) => string;
};

/** Reads the sentences of a language. */
export function wordsIn(language: string): Words {
  const [english, there] = [localeOf('en'), localeOf(language)];
  const at = (key: string): string => {
    const text = there.get(key)?.text;
    if (text === undefined) throw new Error(`no ${key} in ${language}`);
    return text;
  };
  return {
    of(text) {
      const keys = [...english].filter(([, sentence]) => sentence.text === text).map(([key]) => key);
      // A sign, such as a question mark, is the same everywhere.
      return keys.length === 0 ? [text] : [...new Set(keys.map(at))];
    },
    at,
  };
}
