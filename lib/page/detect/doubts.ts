import { type Facts, otherCode } from './families.ts';
import { appPhrases } from './two-factor-words.ts';
import { reservePhrases, spendPhrases } from './veto-words.ts';
import { anyOf } from './words.ts';

const reserve = anyOf(reservePhrases);
const app = anyOf(appPhrases);
const spend = anyOf(spendPhrases);

/** Facts of a box with what was weighed: points of what it says itself, and of what is said around it. */
export type Weighed = Facts & { readonly words: number; readonly around: number; readonly spoken: boolean };

/** Points against a box that nothing names outright. */
export const doubts = {
  crowded: ({ crowded }: Weighed): number => (crowded ? 3 : 0),
  besideCard: ({ besideCard }: Weighed): number => (besideCard ? 6 : 0),
  // "Lost your device? Use a recovery code" stands beside many app boxes; such a page names the app as well.
  reserve: ({ context, words }: Weighed): number =>
    reserve.test(context.plain) && words < 2 && !app.test(context.text) ? 3 : 0,
  // With no word of two-factor login anywhere, a code may be of a colour or a country.
  vague: ({ inputs, spoken }: Weighed): number => (!spoken && inputs.length === 1 ? 2 : 0),
  // A box that shows no digits takes a password, unless the page speaks of nothing but the second factor.
  masked: ({ inputs, around }: Weighed): number => (inputs[0]?.type === 'password' && around < 2 ? 6 : 0),
  spent: ({ context }: Weighed): number => (spend.test(context.text) ? 2 : 0),
};

/** Points against a box that only its `autocomplete`, or nothing, names outright. */
export const declaredDoubts = {
  // A device's own code, typed in a row of boxes, looks like ours in everything but the sentence above it; so does a gift card's.
  elsewhere: ({ context, around }: Weighed): number => (around < 2 && otherCode.test(context.text) ? 6 : 0),
  // Boxes are declared for the codes of messages foremost; an account of this site outweighs that.
  stranger: ({ declared, enrolledHere, spoken }: Weighed): number => (declared && !enrolledHere && !spoken ? 1 : 0),
};

/** No authenticator makes codes of four digits; rows of five are Steam's. */
export function isTooShort(inputs: readonly HTMLInputElement[]): boolean {
  const [first] = inputs;
  if (inputs.length > 1) return inputs.length < 5;
  return first !== undefined && first.maxLength > 0 && first.maxLength < 6;
}
