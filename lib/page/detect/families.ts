import { appShowsCode } from './app-shows.ts';
import type { Context } from './context.ts';
import { mediumName, strongName, weakName } from './names.ts';
import { oneTimePhrases } from './one-time-words.ts';
import { otherCode } from './other-codes.ts';
import type { OwnWords } from './own-words.ts';
import { bareCodePhrases, codePhrases, digitPhrases, twoFactorPhrases } from './two-factor-words.ts';
import { anyOf } from './words.ts';

const twoFactor = anyOf(twoFactorPhrases, oneTimePhrases);
const someCode = anyOf(codePhrases);
const bareCode = anyOf(bareCodePhrases);
const digits = anyOf(digitPhrases);
const digitsShown = /^[\dx#•·–\-_\s]{6,9}$/i;
const digitsPattern = /\\d|\[0-9|\{0,9\}/;

/** What is known of a box, or of a row of boxes, before it is weighed. */
export type Facts = {
  readonly inputs: readonly HTMLInputElement[];
  readonly own: OwnWords;
  readonly context: Context;
  readonly declared: boolean;
  readonly enrolledHere: boolean;
  /** `nearest`: the first box after the QR code that says anything of a code; `after`: a later one. */
  readonly anchored: 'nearest' | 'after' | null;
  /** The form also logs in with name and password, or holds a captcha's picture. */
  readonly crowded: boolean;
  /** The form asks for a card too. */
  readonly besideCard: boolean;
  /** The form chooses a password. */
  readonly newcomer: boolean;
};

/** Whether folded text speaks of two-factor login. */
export const saysTwoFactor = (text: string): boolean => twoFactor.test(text);

/** Points for a box's kinds of evidence, each capped; `spoken`: two-factor login is spoken of around it. */
export const families = {
  /** 4 where the page declares the box; 3 where it declares it in words of its own. */
  autocomplete: ({ declared, inputs }: Facts): number =>
    declared ? 4 : /otp|2fa|mfa/.test(inputs[0]?.getAttribute('autocomplete') ?? '') ? 3 : 0,

  /** 4 for an authenticator's names, 2 or 3 for a code's, 2 for a bare `code` only where it may be one. */
  name({ own: { names }, enrolledHere }: Facts, spoken: boolean): number {
    if (strongName.test(names)) return 4;
    if (mediumName.test(names)) return spoken ? 3 : 2;
    return weakName.test(names) && (spoken || enrolledHere) ? 2 : 0;
  },

  /** What the label says; the bare word counts double where two-factor login is spoken of. */
  words({ own: { words } }: Facts, spoken: boolean): number {
    if (twoFactor.test(words)) return 4;
    if (someCode.test(words)) return 2;
    if (bareCode.test(words)) return spoken ? 2 : 1;
    return spoken && digits.test(words) ? 1 : 0;
  },

  /** Two-factor login by its name, or as the code that an app shows; an app may have coupons too. */
  context({ context: { text, prose, names } }: Facts): number {
    const spoken = twoFactor.test(text) || (appShowsCode(prose) && !otherCode.test(text));
    const said = spoken ? 2 : someCode.test(text) ? 1 : 0;
    return Math.min(3, said + (strongName.test(names) ? 2 : 0));
  },

  /** Looks, at most 2 for one box; a row of six is itself worth 3. */
  shape({ inputs }: Facts): number {
    const [first] = inputs;
    if (first === undefined) return 0;
    const numeric = inputs.some(
      (input) => input.inputMode === 'numeric' || input.type === 'tel' || digitsPattern.test(input.pattern),
    );
    if (inputs.length > 1) return (inputs.length === 6 ? 3 : inputs.length > 4 ? 2 : 1) + (numeric ? 1 : 0);
    const long = first.maxLength >= 6 && first.maxLength <= 8;
    return Math.min(2, (numeric ? 1 : 0) + (long ? 1 : 0) + (digitsShown.test(first.placeholder) ? 1 : 0));
  },

  /** The first box after an enrolment's picture that says anything of a code, or one after it. */
  anchor: ({ anchored }: Facts): number => (anchored === 'nearest' ? 3 : anchored === 'after' ? 2 : 0),
};
