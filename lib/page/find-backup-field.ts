import { isEditable, visibleInputs } from './detect/boxes.ts';
import { contextOf } from './detect/context.ts';
import { ownWords } from './detect/own-words.ts';
import { reservePhrases } from './detect/veto-words.ts';
import { measureLayout } from './detect/visible.ts';
import { anyOf } from './detect/words.ts';

const isReserve = anyOf(reservePhrases);

const saysSo = (input: HTMLInputElement): boolean => {
  const { names, words } = ownWords(input);
  return isReserve.test(`${names} ${words}`) || /backup|recovery/i.test(`${input.name} ${input.id}`);
};

// Some portals name the box `code` and tell by the form, or by a hidden field in it, what the code is.
const formSaysSo = (input: HTMLInputElement): boolean =>
  isReserve.test(contextOf(input).names) ||
  input.form?.querySelector('input[type=hidden][name*=backup], input[type=hidden][name*=recovery]') != null;

/** The one visible box that a page has for a backup code; null where there is none, or more than one. */
export function findBackupField(page: Document): HTMLInputElement | null {
  const inputs = visibleInputs(page, measureLayout).filter(isEditable);
  const named = inputs.filter(saysSo);
  const [only, ...more] = named.length > 0 ? named : inputs.filter(formSaysSo);
  return only === undefined || more.length > 0 ? null : only;
}
