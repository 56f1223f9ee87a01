import { jargonOf } from './jargon.ts';
import { englishKeyOf, pluralKeys } from './plural-forms.ts';
import type { Locale } from './read-locale.ts';

/** The most characters that the stores take. */
const longest: Readonly<Record<string, number>> = { extensionName: 45, extensionDescription: 132 };

const parametersOf = (text: string): readonly string[] => [...new Set(text.match(/\$\d/gu) ?? [])].sort();
const wordsOf = (text: string): readonly string[] => text.match(/\p{L}+/gu) ?? [];

type PluralKeys = ReturnType<typeof pluralKeys>;

const ofEnglish = pluralKeys('en');

function keyFaults(tag: string, counted: PluralKeys, locale: Locale, english: Locale): readonly string[] {
  const wanted = new Set([...[...english.keys()].filter((key) => !ofEnglish.has(key)), ...counted.keys()]);
  return [
    ...[...wanted].filter((key) => !locale.has(key)).map((key) => `${key} is missing`),
    ...[...locale.keys()].filter((key) => !wanted.has(key)).map((key) => `${key} is not wanted in ${tag}`),
  ];
}

/** @param ofOneNumber whether the text may leave its count out */
function parameterFaults(text: string, english: string, ofOneNumber: boolean): readonly string[] {
  const wanted = parametersOf(english);
  const got = parametersOf(text);
  const withoutCount = wanted.filter((one) => one !== '$1');
  if (got.join() === wanted.join() || (ofOneNumber && got.join() === withoutCount.join())) return [];
  return [`has ${got.join(', ') || 'no parameter'} where English has ${wanted.join(', ') || 'none'}`];
}

function textFaults(key: string, text: string): readonly string[] {
  const most = longest[key] ?? Number.POSITIVE_INFINITY;
  return [
    ...(text.trim() === '' || text !== text.trim() ? ['is empty, or has blanks at its ends'] : []),
    ...(/[!！¡]/u.test(text) ? ['has an exclamation mark'] : []),
    ...(/\$(?!\d)/u.test(text) ? ['has a $ without a digit'] : []),
    ...(text.length > most ? [`is longer than the stores take (${most})`] : []),
  ];
}

/**
 * What is wrong with a locale file, in sentences.
 * @param name its name without the ending, as browsers want it: `pt_BR`
 */
export function localeFaults(name: string, locale: Locale, english: Locale): readonly string[] {
  const tag = name.replace('_', '-');
  const told = locale.get('languageTag')?.text;
  if (told !== tag) return [`languageTag is ${told ?? 'missing'} in ${name}.yml`];
  const counted = pluralKeys(tag);
  const jargonIn = jargonOf(tag);
  const faultsOf = (key: string, text: string, original: string): readonly string[] => {
    const word = jargonIn(text);
    return [
      ...textFaults(key, text),
      ...parameterFaults(text, original, counted.get(key)?.ofOneNumber === true),
      ...(word === null ? [] : [`says “${word}”`]),
      ...(tag !== 'en' && text === original && wordsOf(text).length > 3 ? ['is still in English'] : []),
    ];
  };
  return [
    ...keyFaults(tag, counted, locale, english),
    ...[...locale].flatMap(([key, { text }]) => {
      const original = english.get(englishKeyOf(key))?.text;
      if (original === undefined || key === 'languageTag') return [];
      return faultsOf(key, text, original).map((fault) => `${key} ${fault}`);
    }),
  ];
}
