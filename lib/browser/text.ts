import { browser } from 'wxt/browser';

// WXT narrows the keys to the ones it knows; ours are the keys of `locales/`, checked by a test of their own.
const messages: { getMessage(key: string, substitutions: string[]): string } = browser.i18n;

/** The sentence of a key of `locales/` in the browser's language, with `$1`… replaced. */
export const textOf = (key: string, substitutions: readonly string[] = []): string =>
  messages.getMessage(key, [...substitutions]);
