import type { Translate } from './text.ts';
import { type PluralTextKey, pluralSuffixes } from './text-keys-plural.ts';

const wellFormed = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/iu;

/**
 * The tag to format by: the language of the sentences, in the region of whoever reads them, since two regions of one language
 * write dates differently. The digits are those of the codes, which are typed as they are shown.
 */
export function formatTag(language: string, preferred: readonly string[]): string {
  const regional = preferred.find(
    (tag) => wellFormed.test(tag) && new Intl.Locale(tag).language === language.split('-')[0],
  );
  return new Intl.Locale(regional ?? language, { numberingSystem: 'latn' }).toString();
}

const tagFor = (t: Translate): string => formatTag(t('languageTag'), navigator.languages);

/** A time in the words of the sentences' language. */
export const timeText = (t: Translate, unixMs: number, style: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(tagFor(t), style).format(unixMs);

/** A day, in middling length. */
export const dayText = (t: Translate, unixMs: number): string => timeText(t, unixMs, { dateStyle: 'medium' });

// To here every language writes a whole number as JavaScript does; a list of codes has one a second in every row.
const FIRST_GROUPED = 1000;

/** A number in the words of the sentences' language. */
export const numberText = (t: Translate, number: number, style?: Intl.NumberFormatOptions): string =>
  style === undefined && Number.isInteger(number) && number >= 0 && number < FIRST_GROUPED
    ? String(number)
    : new Intl.NumberFormat(tagFor(t), style).format(number);

/** A span of time in whole seconds, or from two minutes on in minutes. */
export function spanText(t: Translate, seconds: number): string {
  const inMinutes = seconds >= 120;
  const style = { style: 'unit', unit: inMinutes ? 'minute' : 'second', unitDisplay: 'long' } as const;
  return numberText(t, inMinutes ? Math.ceil(seconds / 60) : Math.ceil(seconds), style);
}

/** How many days ago, today and yesterday by their own words. */
export const daysAgoText = (t: Translate, days: number): string =>
  new Intl.RelativeTimeFormat(tagFor(t), { numeric: 'auto' }).format(-days, 'day');

/** Several things in a row, joined as the language joins them. */
export const listText = (t: Translate, things: readonly string[]): string =>
  new Intl.ListFormat(tagFor(t), { type: 'unit', style: 'short' }).format(things);

// Making them takes the browser far longer than asking them.
const plurals = new Map<string, Intl.PluralRules>();

function pluralRules(language: string): Intl.PluralRules {
  const rules = plurals.get(language) ?? new Intl.PluralRules(language);
  plurals.set(language, rules);
  return rules;
}

/** A counted sentence in the form that its language has for the count, which is `$1`; `others` are `$2`… */
export function counted(t: Translate, key: PluralTextKey, count: number, others: readonly string[] = []): string {
  const category = pluralRules(t('languageTag')).select(count);
  return t(`${key}${pluralSuffixes[category]}`, [numberText(t, count), ...others]);
}
