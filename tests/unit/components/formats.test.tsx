import { expect, it } from 'vitest';
import { Around, placeOf } from '../../../components/around.tsx';
import { counted, daysAgoText, formatTag, listText, numberText, timeText } from '../../../components/formats.ts';
import type { Translate } from '../../../components/text.ts';
import { localeNames } from '../../../scripts/messages/all-locales.ts';
import { clear, show, t } from './support.tsx';

/** A translator that tells the key and what was put into it. */
const inLanguage =
  (tag: string): Translate =>
  (key, substitutions = []) =>
    key === 'languageTag' ? tag : [key, ...substitutions].join(' ');

it('a count takes the form that its language has for it', () => {
  expect([0, 1, 2].map((count) => counted(t, 'importAdd', count))).toEqual([
    'Add 0 accounts',
    'Add 1 account',
    'Add 2 accounts',
  ]);
  const polish = [1, 2, 5, 22].map((count) => counted(inLanguage('pl'), 'importAdd', count));
  expect(polish).toEqual(['importAddOne 1', 'importAddFew 2', 'importAddMany 5', 'importAddFew 22']);
  const arabic = [0, 1, 2, 3, 11, 100].map((count) => counted(inLanguage('ar'), 'keyLong', count, ['36']));
  expect(arabic.map((said) => said.split(' ')[0]?.replace('keyLong', ''))).toEqual([
    'Zero',
    'One',
    'Two',
    'Few',
    'Many',
    'Other',
  ]);
  expect(arabic[4]).toBe('keyLongMany 11 36');
});

it('dates and numbers are in the language of the sentences, in the region of the reader, with the digits of the codes', () => {
  expect(formatTag('en', ['de-CH', 'en-GB', 'en-US'])).toBe('en-GB-u-nu-latn');
  expect(formatTag('pt-BR', ['fr'])).toBe('pt-BR-u-nu-latn');
  expect(formatTag('ar', ['ar-EG'])).toBe('ar-EG-u-nu-latn');
  // What Chromium has told on some Linux machines.
  expect(formatTag('en', ['en-US@posix'])).toBe('en-u-nu-latn');
  const german = inLanguage('de');
  expect(timeText(german, Date.UTC(2026, 4, 3, 12), { dateStyle: 'long' })).toBe('3. Mai 2026');
  expect(numberText(german, 12_345)).toBe('12.345');
  expect([0, 1, 3].map((days) => daysAgoText(german, days))).toEqual(['heute', 'gestern', 'vor 3 Tagen']);
  expect(numberText(inLanguage('ar'), 12)).toBe('12');
});

it.each(localeNames)(
  'a small number in %s is written as the browser would write it, and a larger one grouped',
  (name) => {
    const language = name.replace('_', '-');
    const byBrowser = new Intl.NumberFormat(formatTag(language, navigator.languages));
    const numbers = [...Array.from({ length: 1100 }, (_, number) => number), 12_345, -3, 0.5, 999.5];
    expect(numbers.map((number) => numberText(inLanguage(language), number))).toEqual(
      numbers.map((number) => byBrowser.format(number)),
    );
  },
);

it('a list is joined as its language joins one', () => {
  expect(listText(t, ['1', '2', '3'])).toBe('1, 2, 3');
  expect(listText(inLanguage('ja'), ['1', '2'])).not.toContain(',');
});

it('elements stand where the sentence has their places, in any order', () => {
  const root = show(
    <p>
      <Around sentence={`A ${placeOf(1)} b ${placeOf(0)}.`}>
        <b>one</b>
        <i>two</i>
      </Around>
    </p>,
  );
  expect(root.querySelector('p')?.innerHTML).toBe('A <i>two</i> b <b>one</b>.');
  clear();
});
