import { pluralSuffixes, pluralTextKeys } from '../../components/text-keys-plural.ts';

// Nobody has more accounts. Larger numbers, and fractions, fall into categories of their own in some languages.
const largest = 10_000;

/** The plural categories that whole numbers fall into in a language, each with how many of them do. */
function pluralForms(tag: string): ReadonlyMap<Intl.LDMLPluralRule, number> {
  const rules = new Intl.PluralRules(tag);
  const forms = new Map<Intl.LDMLPluralRule, number>();
  for (let count = 0; count < largest; count += 1) {
    const category = rules.select(count);
    forms.set(category, (forms.get(category) ?? 0) + 1);
  }
  return forms;
}

const formKey = new RegExp(`^(${pluralTextKeys.join('|')})(${Object.values(pluralSuffixes).join('|')})$`, 'u');

/** The English key that says the same as a key: for a form of a counted sentence the one of its `Other`. */
export const englishKeyOf = (key: string): string => key.replace(formKey, '$1Other');

/** The keys of the counted sentences in a language, and whether the form stands for one number only, which may go unsaid. */
export function pluralKeys(tag: string): ReadonlyMap<string, { readonly ofOneNumber: boolean }> {
  const forms = [...pluralForms(tag)];
  return new Map(
    pluralTextKeys.flatMap((key) =>
      forms.map(
        ([category, numbers]) => [`${key}${pluralSuffixes[category]}`, { ofOneNumber: numbers === 1 }] as const,
      ),
    ),
  );
}
