import { attributeOf, documentOf } from './by-prototype.ts';
import { isShown } from './outcome/statements.ts';

const LONGEST_NAME = 254;
// A form of more boxes is none to log in with.
const MOST_INPUTS = 24;
// A user name, and a box against robots at most.
const MOST_TEXTS = 2;

const textTypes = new Set(['text', 'email', 'tel']);
const ownWords = /user|e-?mail|login|account/i;
const secretWords = /pass|pwd|secret|answer|memorable/i;
const codeWords = /code|captcha|otp|token|\bpin\b|verif/i;
const personal =
  /^(?:(?:full|first|last|given|family|additional|company)?[-_ ]?name|honorific.*|organization|street.*|address.*|city|postal.*|country.*|tel|phone.*|bday)$/i;
const noLogin = /regist|sign-?up|subscri|newsletter|search|contact|forgot|reset|recover/i;

const attribute = (element: Element, name: string): string => attributeOf(element, name) ?? '';

const tokensOf = (input: HTMLInputElement): readonly string[] =>
  attribute(input, 'autocomplete').toLowerCase().split(/\s+/);

const wordsOf = (input: HTMLInputElement): string => `${attribute(input, 'name')} ${attribute(input, 'id')}`;

/** How surely a box is the one for the user name; 0 for one that is only not known to be another. */
function rankOf(input: HTMLInputElement): number {
  if (tokensOf(input).includes('username')) return 3;
  if (input.type === 'email' || tokensOf(input).includes('email')) return 2;
  return ownWords.test(wordsOf(input)) ? 1 : 0;
}

const isPersonal = (input: HTMLInputElement): boolean =>
  [...tokensOf(input), attribute(input, 'name'), attribute(input, 'id')].some((word) => personal.test(word));

const isSecret = (input: HTMLInputElement): boolean =>
  tokensOf(input).some((token) => token.endsWith('-password')) || secretWords.test(wordsOf(input));

const isForCode = (input: HTMLInputElement): boolean =>
  tokensOf(input).includes('one-time-code') || codeWords.test(wordsOf(input));

/** The boxes that may hold the user name of a login form; none for any other form. */
function candidatesIn(form: HTMLFormElement): readonly HTMLInputElement[] {
  if (['id', 'name', 'action', 'role'].some((name) => noLogin.test(attribute(form, name)))) return [];
  const inputs = Array.from(documentOf(form).querySelectorAll('input')).filter((input) => input.form === form);
  if (inputs.length > MOST_INPUTS || inputs.some((input) => tokensOf(input).includes('new-password'))) return [];
  const shown = inputs.filter((input) => !input.disabled && isShown(input));
  const passwords = shown.filter(({ type }) => type === 'password');
  // A password that is shown is a text like any other.
  const texts = shown.filter((input) => textTypes.has(input.type) && !isSecret(input));
  if (
    passwords.length > 1 ||
    texts.length > MOST_TEXTS ||
    texts.some((input) => isPersonal(input) && rankOf(input) < 3)
  )
    return [];
  if (passwords.length === 1) return texts.filter((input) => rankOf(input) > 0 || !isForCode(input));
  // Without a password only a form that asks for a user name and nothing else is the first half of a login.
  return texts.length === 1 ? texts.filter((input) => rankOf(input) === 3) : [];
}

/**
 * The user name that a login form holds. Reads no password, no hidden box, and nothing in forms to register, search, subscribe or
 * change a password.
 * @returns at most 254 characters without outer spaces; null where the form is none to log in with, or does not say which box it is
 */
export function userNameIn(form: HTMLFormElement): string | null {
  const candidates = candidatesIn(form);
  const best = Math.max(...candidates.map(rankOf));
  const values = candidates.filter((input) => rankOf(input) === best).map(({ value }) => value.trim());
  const [only, ...more] = new Set(values);
  return only && more.length === 0 && only.length <= LONGEST_NAME ? only : null;
}
