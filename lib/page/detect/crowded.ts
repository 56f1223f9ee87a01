import { firstIn, inputsIn } from '../by-prototype.ts';
import { shownCaptcha } from '../captcha.ts';
import { isEditable } from './boxes.ts';
import { ownWords } from './own-words.ts';
import { bareCodePhrases, codePhrases } from './two-factor-words.ts';
import { identityPhrases, otherPhrases } from './veto-words.ts';
import { isVisible, type Measure } from './visible.ts';
import { anyOf } from './words.ts';

const identity = anyOf(identityPhrases);
const someCode = anyOf(codePhrases, bareCodePhrases);
const card = anyOf({ card: otherPhrases.card ?? '' });

const asksWho = (input: HTMLInputElement): boolean =>
  /^(?:tel|email|username)/.test(input.autocomplete) || /phone|mobile|e ?mail/.test(ownWords(input).names);

/** Whether a box asks for a name, a title, an address: "App name" stands beside "App code" where an application is registered. */
const asksName = (input: HTMLInputElement): boolean => {
  const { names, words } = ownWords(input);
  return identity.test(`${names} | ${words}`) && !someCode.test(words);
};

const asksCard = (input: HTMLInputElement): boolean => {
  const { names, words } = ownWords(input);
  return input.autocomplete.startsWith('cc-') || card.test(`${names} | ${words}`);
};

/** Whether a card is asked for beside a box: what such a form calls a security code stands on the card. */
export const isBesideCard = (input: HTMLInputElement, visible: readonly HTMLInputElement[]): boolean =>
  visible.some((other) => other.form === input.form && other !== input && asksCard(other));

/**
 * A login form with name and password, one that asks for a phone number beside the code, or one with a captcha's picture:
 * a bare `code` in it is no challenge, because whoever stands at a challenge has said who they are.
 * @param enrolment whether the box stands after a QR code: there the new device may be given a name
 */
export function isCrowded(
  input: HTMLInputElement,
  visible: readonly HTMLInputElement[],
  enrolment: boolean,
  measure: Measure,
): boolean {
  const form = input.form;
  if (form === null) return false;
  if (firstIn(form, shownCaptcha) !== null) return true;
  const emails = inputsIn(form, 'input[type=email]').filter((other) => isVisible(other, measure));
  const others = [...visible.filter((other) => other.form === form && other !== input), ...emails].filter(isEditable);
  if (others.some((other) => other.type === 'email' || (other.type !== 'password' && asksWho(other)))) return true;
  if (!enrolment && others.some((other) => other.type !== 'password' && asksName(other))) return true;
  return others.some((other) => other.type === 'password') && others.some((other) => other.type !== 'password');
}

/** Whether the form chooses a password: who signs up, or has forgotten it, is not at a second factor that has no name. */
export function choosesPassword(input: HTMLInputElement, visible: readonly HTMLInputElement[]): boolean {
  if (input.form === null) return false;
  // One character is no password: masked rows of digits have such boxes.
  const others = visible.filter(
    (other) => other.form === input.form && other !== input && other.type === 'password' && other.maxLength !== 1,
  );
  return others.length > 1 || others.some((other) => other.autocomplete === 'new-password');
}
