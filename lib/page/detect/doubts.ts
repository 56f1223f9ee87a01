import type { Facts } from './families.ts';
import { ofTwoFactor } from './names.ts';
import { anyOtherCode, apartCode, otherCode } from './other-codes.ts';
import { appPhrases, twoFactorPhrases } from './two-factor-words.ts';
import { reservePhrases, spendPhrases } from './veto-words.ts';
import { anyOf } from './words.ts';

const reserve = anyOf(reservePhrases);
const app = anyOf(appPhrases);
// Backup codes are generated too.
const { makers: _, ...apps } = appPhrases;
const someApp = anyOf(apps);
const twoFactor = anyOf(twoFactorPhrases);
const spend = anyOf(spendPhrases);

/** Facts of a box with what was weighed: points of what it says itself, and of what is said around it. */
export type Weighed = Facts & { readonly words: number; readonly around: number; readonly spoken: boolean };

/** Points against a box that nothing names outright. */
export const doubts = {
  crowded: ({ crowded }: Weighed): number => (crowded ? 3 : 0),
  besideCard: ({ besideCard }: Weighed): number => (besideCard ? 6 : 0),
  // Settings may change the password beside the code that is being scanned.
  newcomer: ({ newcomer, anchored }: Weighed): number => (newcomer && anchored === null ? 6 : 0),
  // "Lost your device? Use a recovery code" stands beside many app boxes; such a page names the app as well.
  reserve: ({ context, words }: Weighed): number =>
    reserve.test(context.plain) && !someApp.test(context.text) ? (words < 2 ? 3 : 6) : 0,
  // With no word of two-factor login anywhere, a code may be of a colour or a country.
  vague: ({ inputs, spoken }: Weighed): number => (!spoken && inputs.length === 1 ? 2 : 0),
  // A box that shows no digits takes a password, unless the page speaks of nothing but the second factor.
  masked: ({ inputs, around }: Weighed): number => (inputs[0]?.type === 'password' && around < 2 ? 6 : 0),
  // "Two-step login is free for you" stands beside coupons; an app beside a device's code makes the page one of ours.
  beside: ({ context, around, anchored }: Weighed): number =>
    around >= 2 &&
    anchored === null &&
    (apartCode.test(context.plain) || (anyOtherCode.test(context.plain) && !app.test(context.plain)))
      ? 6
      : 0,
  spent: ({ context }: Weighed): number => (spend.test(context.text) ? 2 : 0),
};

/** Points against a box that only its `autocomplete`, or nothing, names outright. */
export const declaredDoubts = {
  // A device's own code, typed in a row of boxes, looks like ours in everything but the sentence above it; so does a gift card's.
  elsewhere: ({ context, around, anchored }: Weighed): number =>
    around < 2 && (anchored === null ? anyOtherCode.test(context.plain) : otherCode.test(context.text)) ? 6 : 0,
  // Boxes are declared for the codes of messages foremost; an account of this site outweighs that.
  stranger: ({ declared, enrolledHere, spoken }: Weighed): number => (declared && !enrolledHere && !spoken ? 1 : 0),
};

/**
 * Whether a box called a one-time code belongs to a parcel, a coupon, a device: those are spoken of, and neither an app nor two-factor
 * login is.
 */
export const isForeign = ({ own, context, anchored }: Facts): boolean =>
  anchored === null &&
  anyOtherCode.test(context.plain) &&
  !app.test(context.plain) &&
  !twoFactor.test(`${own.words} ${context.text}`) &&
  !ofTwoFactor.test(`${own.names} ${context.names}`);

/** No authenticator makes codes of four digits; rows of five are Steam's. */
export function isTooShort(inputs: readonly HTMLInputElement[]): boolean {
  const [first] = inputs;
  if (inputs.length > 1) return inputs.length < 5;
  return first !== undefined && first.maxLength > 0 && first.maxLength < 6;
}
