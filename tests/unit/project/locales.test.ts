import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { localeNames, localeOf } from '../../../scripts/messages/all-locales.ts';
import { localeFaults } from '../../../scripts/messages/locale-faults.ts';
import { englishPage, translatedPage } from '../../../scripts/messages/page.ts';
import { readLocale } from '../../../scripts/messages/read-locale.ts';

const english = localeOf('en');
const others = localeNames.filter((name) => name !== 'en');

it.each(localeNames)('locales/%s.yml is whole, in its own language and plural forms, and free of jargon', (name) => {
  expect(localeFaults(name, localeOf(name), english)).toEqual([]);
});

it.each(localeNames)('the page of all messages in %s is what npm run messages writes', (name) => {
  const path = resolve(import.meta.dirname, '../../../docs', name === 'en' ? 'messages.md' : `messages/${name}.md`);
  const page = name === 'en' ? englishPage(english, others) : translatedPage(name, localeOf(name), english);
  expect(existsSync(path) && readFileSync(path, 'utf8') === page, `npm run messages writes ${path}`).toBe(true);
});

// What follows tests the check itself, on a small language of its own.
const sourceOf = (lines: Readonly<Record<string, string | null>>): string =>
  Object.entries(lines)
    .filter(([, text]) => text !== null)
    .map(([key, text]) => `${key}: "${text}"`)
    .join('\n');
const small = readLocale(
  sourceOf({
    languageTag: 'en',
    extensionName: 'Doorcode',
    extensionDescription: 'Two-factor codes',
    back: 'Back',
    hint: 'Press the button at $1',
    long: 'All of it is kept here',
  }),
);
const german = {
  languageTag: 'de',
  extensionName: 'Doorcode',
  extensionDescription: 'Zwei-Faktor-Codes',
  back: 'Zurück',
  hint: 'Drücken Sie den Knopf bei $1',
  long: 'Alles davon bleibt hier',
};
const faultsIn = (name: string, lines: Readonly<Record<string, string | null>>): readonly string[] =>
  localeFaults(name, readLocale(sourceOf(lines)), small).filter(
    (fault) => !/^importAdd|(?:One|Other) is missing$/u.test(fault),
  );

it.each([
  ['a missing key', { back: null }, 'back is missing'],
  ['a key too many', { more: 'Mehr' }, 'more is not wanted in de'],
  ['an empty text', { back: '' }, 'back is empty, or has blanks at its ends'],
  ['a blank at the end', { back: 'Zurück ' }, 'back is empty, or has blanks at its ends'],
  ['a lost parameter', { hint: 'Drücken Sie den Knopf' }, 'hint has no parameter where English has $1'],
  ['another parameter', { hint: 'Drücken Sie den Knopf bei $2' }, 'hint has $2 where English has $1'],
  ['a $ without a digit', { back: 'Zurück $' }, 'back has a $ without a digit'],
  ['a sentence left in English', { long: 'All of it is kept here' }, 'long is still in English'],
  ['an exclamation mark', { back: 'Zurück!' }, 'back has an exclamation mark'],
  ['a full-width exclamation mark', { back: 'Zurück！' }, 'back has an exclamation mark'],
  ['a Spanish exclamation mark', { back: '¡Zurück' }, 'back has an exclamation mark'],
  ['jargon of every language', { back: 'Zum TOTP' }, 'back says “TOTP”'],
  ['jargon of the language', { back: 'Zum Passworttresor' }, 'back says “tresor”'],
  [
    'a name that is too long for a store',
    { extensionName: 'Tür'.repeat(16) },
    'extensionName is longer than the stores take (45)',
  ],
  [
    'a description that is too long for a store',
    { extensionDescription: 'Tür'.repeat(45) },
    'extensionDescription is longer than the stores take (132)',
  ],
  ['the tag of another language', { languageTag: 'fr' }, 'languageTag is fr in de.yml'],
] as const)('the check finds %s', (_, planted, fault) => {
  const lines: Readonly<Record<string, string | null>> = { ...german, ...planted };
  expect(faultsIn('de', german)).toEqual([]);
  expect(faultsIn('de', lines)).toEqual([fault]);
});

const faultsOfForms = (name: string, forms: Readonly<Record<string, string>>): readonly string[] => {
  const original = readLocale(
    sourceOf({ languageTag: 'en', importAddOne: 'Add $1 account', importAddOther: 'Add $1 accounts' }),
  );
  const locale = readLocale(sourceOf({ languageTag: name, ...forms }));
  return localeFaults(name, locale, original).filter((fault) => fault.startsWith('importAdd'));
};

it('the check wants exactly the plural forms that whole numbers have in the language', () => {
  const polish = { importAddOne: '$1 konto', importAddFew: '$1 konta', importAddMany: '$1 kont' };
  expect(faultsOfForms('pl', polish)).toEqual([]);
  expect(faultsOfForms('pl', { ...polish, importAddOther: '$1 konta' })).toEqual([
    'importAddOther is not wanted in pl',
  ]);
  expect(faultsOfForms('pl', { importAddOne: '$1 konto', importAddMany: '$1 kont' })).toEqual([
    'importAddFew is missing',
  ]);
  expect(faultsOfForms('ja', { importAddOther: '$1件を追加' })).toEqual([]);
});

it('the check lets a form leave its number out only where it stands for that one number', () => {
  expect(faultsOfForms('de', { importAddOne: 'Ein Konto', importAddOther: '$1 Konten' })).toEqual([]);
  // 21 and 31 take this form too.
  const russian = { importAddOne: 'один аккаунт', importAddFew: '$1 аккаунта', importAddMany: '$1 аккаунтов' };
  expect(faultsOfForms('ru', russian)).toEqual(['importAddOne has no parameter where English has $1']);
});

it('a file with anything but flat quoted lines, or with a key twice, is refused', () => {
  expect(() => readLocale('back: Zurück')).toThrow('Not a flat line');
  expect(() => readLocale('back: "Zu\\"rück"')).toThrow('Not a flat line');
  expect(() => readLocale('back: "a"\nback: "b"')).toThrow('Twice: back');
});
