/** Where a code is written: one box, or a row of boxes that take one digit each, in reading order. */
export type CodeField =
  | { readonly kind: 'single'; readonly input: HTMLInputElement }
  | { readonly kind: 'split'; readonly inputs: readonly HTMLInputElement[] };
