/** Keys of `locales/en.yml` for how codes are shown and copied. */
export const habitsTextKeys = [
  'habitsTitle',
  'habitsGrouping',
  'habitsHidden',
  'habitsHiddenHint',
  'habitsLarge',
  'habitsLargeLabel',
  'habitsClear',
  'habitsNever',
  'habitsClearHint',
  'habitsCopiedHere',
  'habitsCopiedPress',
  'habitsCleared',
  'habitsNotCleared',
] as const;
