/** What comes after the key of a counted sentence: the plural category (CLDR) that the count falls into. */
export const pluralSuffixes = {
  zero: 'Zero',
  one: 'One',
  two: 'Two',
  few: 'Few',
  many: 'Many',
  other: 'Other',
} as const satisfies Record<Intl.LDMLPluralRule, string>;

/**
 * Sentences with a count, `$1`. A locale file has one key for each category that whole numbers fall into in its language:
 * in English `importAddOne` and `importAddOther`.
 */
export const pluralTextKeys = [
  'foundDetails',
  'foundDetailsCounter',
  'foundWhich',
  'movedLead',
  'codeSecondsLeftLong',
  'checkLength',
  'keyLong',
  'moveChooseButton',
  'importCountNew',
  'importCountSame',
  'importCountDiffers',
  'importCountUnreadable',
  'importAdd',
  'importUndone',
  'phonePartsAll',
  'healthNeed',
] as const;

export type PluralTextKey = (typeof pluralTextKeys)[number];

type Suffix = (typeof pluralSuffixes)[Intl.LDMLPluralRule];

/** A key of one form of a counted sentence; which of them a file has depends on its language. */
export type PluralFormKey = `${PluralTextKey}${Suffix}`;
