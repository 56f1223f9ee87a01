/** Keys of `locales/en.yml` for what ended while a page was left open. */
export const restsTextKeys = ['firstKeyOver'] as const;
