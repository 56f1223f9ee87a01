import { browser } from 'wxt/browser';
import { directionOf } from './direction.ts';
import { filledIn, unpacked } from './packed-texts.ts';

// WXT narrows the keys to the ones it knows; ours are the keys of `locales/`, checked by a test of their own.
const messages: { getMessage(key: string, substitutions?: string[]): string } = browser.i18n;

// First strong isolate and its end: a name or an address inside a sentence that runs the other way keeps its own order.
const isolated = (text: string): string => `\u2068${text}\u2069`;

let known: ReadonlyMap<string, string> | null = null;

function messageOf(key: string, substitutions: readonly string[]): string {
  known ??= unpacked((name) => messages.getMessage(name));
  const sentence = known?.get(key);
  return sentence === undefined ? messages.getMessage(key, [...substitutions]) : filledIn(sentence, substitutions);
}

/** The sentence of a key of `locales/` in the browser's language, with `$1`… replaced. */
export function textOf(key: string, substitutions: readonly string[] = []): string {
  const isMixed = substitutions.length > 0 && directionOf(messageOf('languageTag', [])) === 'rtl';
  return messageOf(key, isMixed ? substitutions.map(isolated) : substitutions);
}
