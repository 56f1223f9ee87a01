import { nearBox } from './near-box.ts';
import { statementsOf } from './outcome/statements.ts';

// One more than may be offered: whoever gets nine knows that there are others.
const MOST_NAMES = 9;
const LONGEST_NAME = 254;

const address = /[^\s@<>()[\]{}"'`,;:]+@[^\s@<>()[\]{}"'`,;:]+/g;
const ownField = /user|e-?mail|login|account/i;
const fieldTypes = new Set(['text', 'email', 'hidden', 'tel']);
// What sites put a name into, in the middle of a sentence.
const emphasis = 'strong, b, em, i, code, bdi, mark, dfn, output, dd';

function fieldValues(near: Element): readonly string[] {
  return Array.from(near.querySelectorAll('input'))
    .filter(({ type, name, autocomplete }) => {
      if (!fieldTypes.has(type)) return false;
      return type === 'email' || /\busername\b/i.test(autocomplete) || ownField.test(name);
    })
    .map(({ value }) => value.trim());
}

/**
 * The texts around a challenge's box that may name the account which is logging in: its form's own field for it, addresses (also
 * masked ones), and single words set apart from their sentence. What stands elsewhere on the page may be anybody's.
 * @returns at most 9 texts, each once, none longer than 254 characters; 9 are too many to choose by
 */
export function readAccountNames(box: Element): readonly string[] {
  const near = nearBox(box);
  const statements = statementsOf(near);
  const addresses = statements
    .flatMap(({ text }) => text.match(address) ?? [])
    .map((one) => one.replace(/[.!?]+$/, ''));
  const words = statements
    .filter(({ element }) => element.matches(emphasis))
    .map(({ text }) => text)
    .filter((text) => /^\S*\p{L}\S*$/u.test(text));
  const found = [...fieldValues(near), ...addresses, ...words];
  return [...new Set(found)].filter((name) => name !== '' && name.length <= LONGEST_NAME).slice(0, MOST_NAMES);
}
