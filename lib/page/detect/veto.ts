import { attributeOf } from '../by-prototype.ts';
import { isEditable } from './boxes.ts';
import { forbiddenName, mediumName, reserveForm, settingName, splitName, strongName } from './names.ts';
import { oneTimePhrases } from './one-time-words.ts';
import type { OwnWords } from './own-words.ts';
import { otherPurpose, peoplePurpose } from './purposes.ts';
import { bareCodePhrases, codePhrases, twoFactorPhrases } from './two-factor-words.ts';
import { enrolmentPhrases, identityPhrases, otherPhrases, reservePhrases } from './veto-words.ts';
import { anyOf } from './words.ts';

const reserve = anyOf(reservePhrases);
const other = anyOf(otherPhrases);
const enrolment = anyOf(enrolmentPhrases);
const anyCode = anyOf(codePhrases, bareCodePhrases);
const someCode = anyOf(codePhrases);
const identity = anyOf(identityPhrases);
const twoFactor = anyOf(twoFactorPhrases, oneTimePhrases);
const twoFactorOnly = anyOf(twoFactorPhrases);
const { password: passwords = '', ...names } = identityPhrases;
const who = anyOf(names);
const password = anyOf({ passwords });
const either = / (?:or|oder|ou|o|of|lub|nebo|eller|tai|или|або|veya|או|أو|یا|atau|hoặc) |或|または|또는|\//u;
// A short label names its box; in a sentence, "user" or "login" may be said of anything.
const SHORT_LABEL_WORDS = 4;

/** "Two-factor code or recovery code": every saying of a reserve code leaves a choice, and something asks for the app's code. */
const offersChoice = (words: string): boolean => {
  const sayings = words.split(' | ').map((saying) => (reserve.test(saying) ? saying.split(either) : [saying]));
  const others = sayings.map((parts) => parts.filter((part) => part.trim() !== '' && !reserve.test(part)));
  return others.every((parts) => parts.length > 0) && others.flat().some((part) => twoFactor.test(part));
};

/** "To disable two-factor login, type your password": a password is asked for beside what names the second factor, not by it. */
const asksPassword = (words: string): boolean => {
  const everyTwoFactor = new RegExp(twoFactor.source, 'gu');
  return password.test(words.replace(everyTwoFactor, '\0').replace(/\0\p{L}*(?: \p{L}+)?/gu, ' '));
};

const codeName = /\b(?:code|token|response)\d*\b/;
const notOurs = /\b(?:pin|key|schlüssel|pass\p{L}*)\b/u;

/** A masked box that name and label call a code or a token; a PIN, a key or a password would stand masked too. One character is no password. */
const isMaskedCode = (input: HTMLInputElement, { names, words }: OwnWords): boolean =>
  (input.maxLength === 1 || codeName.test(names)) &&
  anyCode.test(words) &&
  !notOurs.test(`${names} ${words}`) &&
  !identity.test(words);

/** `secret` or `otpkey` names the key, but forms with one box use it for the code; where the page asks for a key it stays forbidden. */
export const takesCode = (visible: readonly HTMLInputElement[], text: string): boolean =>
  !enrolment.test(text) && visible.filter((one) => isEditable(one)).length === 1;

const formNames = ({ form }: HTMLInputElement): string =>
  ['id', 'name', 'action'].map((name) => splitName((form && attributeOf(form, name)) ?? '')).join(' ');

/**
 * Why a box's own words forbid it, or null. These outrank every evidence, `autocomplete=one-time-code` too.
 * @param declared whether the box has `autocomplete=one-time-code`
 * @param takesCode whether a box named like the key is the only one, on a page that asks for no key
 */
export function vetoOf(input: HTMLInputElement, own: OwnWords, declared: boolean, takesCode = false): string | null {
  const { names, words } = own;
  if ((reserve.test(names) && !offersChoice(names)) || (reserve.test(words) && !offersChoice(words))) return 'reserve';
  if (!strongName.test(names) && reserveForm.test(formNames(input))) return 'reserve';
  // A label that names two-factor login outweighs a leftover that only a screen reader says.
  const [label = ''] = words.split(' | ');
  if (other.test(names) || other.test(twoFactorOnly.test(label) ? label : words)) return 'other';
  if (enrolment.test(words) || (!takesCode && enrolment.test(names) && !twoFactor.test(words))) return 'enrolment';
  const outright = declared || strongName.test(names) || twoFactor.test(words);
  // A list to choose from, such as countries.
  if (input.getAttribute('role') === 'combobox') return 'other';
  if (settingName.test(names) || (forbiddenName.test(names) && !strongName.test(names))) return 'other';
  const purpose = (input.getAttribute('autocomplete') ?? '').toLowerCase().split(/\s+/);
  if (purpose.some((token) => otherPurpose.test(token))) return 'autocomplete';
  if (input.type === 'password' && !declared && !strongName.test(names) && asksPassword(words)) return 'password';
  const short = words.split(' ').length <= SHORT_LABEL_WORDS;
  // "Customer number" under `otp-customer`: the name is the company's.
  if (!declared && short && who.test(words) && !anyCode.test(words) && !twoFactor.test(words)) return 'identity';
  if (outright) return null;
  if (input.type === 'password') return isMaskedCode(input, own) ? null : 'password';
  // `login_token` under "Token" is the code of a login, not its name.
  const namesWho = identity.test(names) && !(codeName.test(names) ? anyCode : someCode).test(words);
  const asksWho = input.inputMode === 'email' || purpose.some((token) => peoplePurpose.test(token));
  if (asksWho || namesWho) return 'identity';
  // A text box named after a code takes no password, whatever its label calls the code.
  const saysCode = anyCode.test(words) || mediumName.test(names);
  return identity.test(words) && !saysCode && short ? 'identity' : null;
}
