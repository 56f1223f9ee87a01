import { attributeOf, firstIn } from './by-prototype.ts';
import { isEditable, visibleInputs } from './detect/boxes.ts';
import { contextOf } from './detect/context.ts';
import { ownWords } from './detect/own-words.ts';
import { reservePhrases } from './detect/veto-words.ts';
import { measureLayout } from './detect/visible.ts';
import { anyOf } from './detect/words.ts';
import { treeOf } from './shadow-tree.ts';

// A way to reach somebody who lost a password is asked for under the same word.
const reach = /mail|phone|tel|mobile|address|number|question|answer/i;
const isReserve = anyOf(reservePhrases);

const saysSo = (input: HTMLInputElement): boolean => {
  if (reach.test(`${input.name} ${input.id}`)) return false;
  const { names, words } = ownWords(input);
  return isReserve.test(`${names} ${words}`) || /backup|recovery/i.test(`${input.name} ${input.id}`);
};

// Some portals name the box `code` and tell by the form, or by a hidden field in it, what the code is.
const formSaysSo = (input: HTMLInputElement): boolean =>
  isReserve.test(contextOf(input).names) ||
  (input.form !== null &&
    firstIn(input.form, 'input[type=hidden][name*=backup], input[type=hidden][name*=recovery]') !== null);

/** Whether what is typed here stays with the page's own origin when its form is sent, by whichever of its buttons. */
function staysHere(input: HTMLInputElement): boolean {
  const { form, ownerDocument, baseURI } = input;
  if (form === null) return true;
  // A button belongs to the form that it names, wherever it stands; Enter presses the first of them.
  const buttons = Array.from(treeOf(input).querySelectorAll('[formaction]')).filter(
    (button) => 'form' in button && button.form === form,
  );
  const targets = [attributeOf(form, 'action'), ...buttons.map((button) => button.getAttribute('formaction'))];
  return targets.every((target) => {
    const url = target === null ? null : URL.parse(target, baseURI);
    return url === null || url.origin === ownerDocument.location.origin;
  });
}

/** The one visible box that a page has for a backup code; null where there is none, or more than one. */
export function findBackupField(page: Document): HTMLInputElement | null {
  const inputs = visibleInputs(page, measureLayout).filter((input) => isEditable(input) && staysHere(input));
  const named = inputs.filter(saysSo);
  const [only, ...more] = named.length > 0 ? named : inputs.filter(formSaysSo);
  return only === undefined || more.length > 0 ? null : only;
}
