import { beforeEach, expect, test, vi } from 'vitest';

const sentences: Readonly<Record<string, string>> = { addTo: 'Add $1 to $2', back: 'Back' };
let tag = 'en';

/** The browser's own messages: it puts in what it is handed, and knows one language at a time. */
const i18n = {
  getMessage: (key: string, substitutions: readonly string[]): string =>
    key === 'languageTag'
      ? tag
      : (sentences[key] ?? '').replace(/\$(\d)/g, (_, place) => substitutions[Number(place) - 1] ?? ''),
};
vi.stubGlobal('browser', { runtime: { id: 'doorcode' }, i18n });
const { textOf } = await import('../../../lib/browser/text.ts');
const { declareLanguage } = await import('../../../lib/browser/language.ts');

beforeEach(() => {
  tag = 'en';
});

test('a sentence that runs from left to right holds what is put into it as it is', () => {
  expect(textOf('addTo', ['ada', 'site.example:8443'])).toBe('Add ada to site.example:8443');
});

test('a sentence that runs from right to left keeps each thing that is put into it apart', () => {
  tag = 'ar';
  expect(textOf('addTo', ['ada', 'site.example:8443'])).toBe('Add \u2068ada\u2069 to \u2068site.example:8443\u2069');
  expect(textOf('back')).toBe('Back');
});

test.each([
  ['en', 'ltr'],
  ['pt-BR', 'ltr'],
  ['zh-CN', 'ltr'],
  ['ar', 'rtl'],
  ['ar-EG', 'rtl'],
])('a page in %s says so, and that it runs %s', (language, direction) => {
  tag = language;
  const page = document.implementation.createHTMLDocument();
  declareLanguage(page);
  expect([page.documentElement.lang, page.documentElement.dir]).toEqual([language, direction]);
});
