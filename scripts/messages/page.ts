import { englishKeyOf } from './plural-forms.ts';
import type { Locale } from './read-locale.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('*', '\\*');

const begin = `Written by \`npm run messages\`, for reading through; change \`locales/\`, not this page. \`$1\`… stand for what is put in.
A sentence with a count has one key for each plural form of its language.`;

/** The headings of the English file, each with its keys, in the order of that file. */
function sections(english: Locale): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  // The tag is no sentence.
  for (const [key, { heading }] of english)
    if (key !== 'languageTag') found.set(heading, [...(found.get(heading) ?? []), key]);
  return found;
}

/** The page with all English messages. */
export function englishPage(english: Locale, languages: readonly string[]): string {
  const others = languages.map((name) => `[${name}](messages/${name}.md)`).join(' · ');
  const tables = [...sections(english)].map(
    ([heading, keys]) =>
      `## ${heading}\n\n| key | English |\n| --- | --- |\n${keys.map((key) => `| \`${key}\` | ${cell(english.get(key)?.text ?? '')} |`).join('\n')}\n`,
  );
  return `# All messages\n\n${begin}\n${others === '' ? '' : `\nBeside the English: ${others}\n`}\n${tables.join('\n')}`;
}

/** The page of another language: every sentence beside the English one. */
export function translatedPage(name: string, locale: Locale, english: Locale): string {
  // A form that English lacks stands after those that both have.
  const forms = new Map<string, string[]>();
  for (const key of locale.keys()) {
    const same = englishKeyOf(key);
    forms.set(same, [...(forms.get(same) ?? []), key]);
  }
  const tables = [...sections(english)].map(([heading, keys]) => {
    const shown = [...new Set(keys.map(englishKeyOf))].flatMap((key) =>
      (forms.get(key) ?? []).map((form) => {
        const original = english.get(form)?.text ?? english.get(key)?.text ?? '';
        return `| \`${form}\` | ${cell(original)} | ${cell(locale.get(form)?.text ?? '')} |`;
      }),
    );
    return `## ${heading}\n\n| key | English | ${name} |\n| --- | --- | --- |\n${shown.join('\n')}\n`;
  });
  return `# All messages: ${name}\n\n${begin}\n\n${tables.join('\n')}`;
}
