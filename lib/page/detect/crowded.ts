import { isEditable } from './boxes.ts';
import { ownWords } from './own-words.ts';

const asksWho = (input: HTMLInputElement): boolean =>
  /^(?:tel|email|username)/.test(input.autocomplete) || /phone|mobile|e ?mail/.test(ownWords(input).names);

/**
 * A login form with name and password, one that asks for a phone number beside the code, or one with a captcha's picture:
 * a bare `code` in it is no challenge, because whoever stands at a challenge has said who they are.
 */
export function isCrowded(input: HTMLInputElement, visible: readonly HTMLInputElement[]): boolean {
  const form = input.form;
  if (form === null) return false;
  if (form.querySelector('[src*="captcha" i], [id*="captcha" i], [class*="captcha" i], [alt*="captcha" i]') !== null)
    return true;
  const others = visible.filter((other) => other.form === form && other !== input && isEditable(other));
  if (others.some((other) => other.type !== 'password' && asksWho(other))) return true;
  return others.some((other) => other.type === 'password') && others.some((other) => other.type !== 'password');
}
