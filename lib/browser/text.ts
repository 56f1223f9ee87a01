import { browser } from 'wxt/browser';

/** The sentence of a key of `locales/` in the browser's language, with `$1`… replaced. */
export const textOf = (key: string, substitutions: readonly string[] = []): string =>
  browser.i18n.getMessage(key, [...substitutions]);
