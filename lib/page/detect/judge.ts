import type { Context } from './context.ts';
import { mediumName, strongName, weakName } from './names.ts';
import type { OwnWords } from './own-words.ts';
import { channelPhrases, receivedPhrases, sentPhrases } from './sent-words.ts';
import { appPhrases, bareCodePhrases, codePhrases, twoFactorPhrases } from './two-factor-words.ts';
import { otherPhrases, reservePhrases, spendPhrases } from './veto-words.ts';
import { anyOf } from './words.ts';

const twoFactor = anyOf(twoFactorPhrases);
const someCode = anyOf(codePhrases);
const bareCode = anyOf(bareCodePhrases);
const sent = anyOf(sentPhrases);
const channel = anyOf(channelPhrases);
const received = anyOf(receivedPhrases);
// A number or an address with its middle crossed out: pages show where they sent a code, in any language.
const masked = /(?:[*•·●]{2,}|x{3,})[\s()*•·●-]*\d{2,4}(?!\p{L})|[*•·●]{2,}\S*@\S|@[\p{L}\d]?[*•·●]{2,}/u;
const reserve = anyOf(reservePhrases);
const app = anyOf(appPhrases);
const spend = anyOf(spendPhrases);
const elsewhere = anyOf({ en: otherPhrases.elsewhere ?? '' });
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
};

/** How much speaks for a box (4 and more is enough), by which families, and whether its code was sent. */
export type Judgement = { readonly score: number; readonly evidence: readonly string[]; readonly sent: boolean };

/** Whether folded text speaks of two-factor login. */
export const saysTwoFactor = (text: string): boolean => twoFactor.test(text);

/** Points for names: 4 for an authenticator's, 2 or 3 for a code's, 2 for a bare `code` only where it may be one (`possible`). */
function weighNames(names: string, spoken: boolean, possible: boolean): number {
  if (strongName.test(names)) return 4;
  if (mediumName.test(names)) return spoken ? 3 : 2;
  return weakName.test(names) && possible ? 2 : 0;
}

/** Points for words; a label that is the bare word counts double where two-factor login is spoken of. */
function weighWords(words: string, spoken: boolean): number {
  if (twoFactor.test(words)) return 4;
  if (someCode.test(words)) return 2;
  return bareCode.test(words) ? (spoken ? 2 : 1) : 0;
}

function weighContext({ text, names }: Context): number {
  const said = twoFactor.test(text) ? 2 : someCode.test(text) ? 1 : 0;
  return Math.min(3, said + (strongName.test(names) ? 2 : 0));
}

/** Points for looks, at most 2 for one box; a row of six is itself worth 3. */
function weighShape(inputs: readonly HTMLInputElement[]): number {
  const [first] = inputs;
  if (first === undefined) return 0;
  const numeric = inputs.some(
    (input) => input.inputMode === 'numeric' || input.type === 'tel' || digitsPattern.test(input.pattern),
  );
  if (inputs.length > 1) return (inputs.length === 6 ? 3 : inputs.length > 4 ? 2 : 1) + (numeric ? 1 : 0);
  const long = first.maxLength >= 6 && first.maxLength <= 8;
  return Math.min(2, (numeric ? 1 : 0) + (long ? 1 : 0) + (digitsShown.test(first.placeholder) ? 1 : 0));
}

/** No authenticator makes codes of four digits; rows of five are Steam's. */
function isTooShort(inputs: readonly HTMLInputElement[]): boolean {
  const [first] = inputs;
  if (inputs.length > 1) return inputs.length < 5;
  return first !== undefined && first.maxLength > 0 && first.maxLength < 6;
}

/** Weighs a box that nothing forbids. Each family is capped, so that many weak signs of one kind never outweigh two kinds. */
export function judge({ inputs, own, context, declared, enrolledHere, anchored, crowded }: Facts): Judgement {
  const around = weighContext(context);
  const spoken = around >= 2 || anchored !== null;
  const families = {
    autocomplete: declared ? 4 : /otp|2fa|mfa/.test(inputs[0]?.getAttribute('autocomplete') ?? '') ? 3 : 0,
    name: weighNames(own.names, spoken, spoken || enrolledHere),
    words: weighWords(own.words, spoken),
    context: around,
    shape: weighShape(inputs),
    anchor: anchored === 'nearest' ? 3 : anchored === 'after' ? 2 : 0,
  };
  const outright = families.autocomplete === 4 || families.name === 4 || families.words === 4;
  // Only what a box itself says or looks like makes it a candidate; surroundings alone never do.
  const itself = families.autocomplete + families.name + families.words + (inputs.length > 1 ? families.shape : 0);
  const doubts = {
    crowded: crowded && !outright ? 3 : 0,
    // "Lost your device? Use a recovery code" stands beside many app boxes; such a page names the app as well.
    reserve: !outright && reserve.test(context.plain) && families.words < 2 && !app.test(context.text) ? 3 : 0,
    // With no word of two-factor login anywhere, a code may be of a colour or a country.
    vague: !outright && !spoken && inputs.length === 1 ? 1 : 0,
    spent: !outright && spend.test(context.text) ? 2 : 0,
    // A device's own code, typed in a row of boxes, looks like ours in everything but the sentence above it.
    elsewhere: !outright && around < 2 && elsewhere.test(context.text) ? 3 : 0,
    tooShort: isTooShort(inputs) ? 6 : 0,
  };
  const total = Object.values(families).reduce((sum, points) => sum + points, 0);
  const minus = Object.values(doubts).reduce((sum, points) => sum + points, 0);
  const byChannel = channel.test(`${own.names} ${own.words}`);
  const byApp = !byChannel && strongName.test(own.names) && /totp|authenticator/.test(`${own.names} ${own.words}`);
  const said = `${own.words} ${context.plain}`;
  const appless = !app.test(said);
  return {
    score: itself === 0 ? 0 : total - minus,
    evidence: Object.entries({ ...families, ...doubts }).flatMap(([name, points]) => (points > 0 ? [name] : [])),
    sent:
      !byApp &&
      (byChannel ||
        sent.test(`${own.words} ${context.text}`) ||
        (appless && (received.test(said) || masked.test(said)))),
  };
}
