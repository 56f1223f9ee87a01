import { allIn, firstIn, fits, textIn } from '../by-prototype.ts';
import { treeOf } from '../shadow-tree.ts';
import { splitName } from './names.ts';
import { foldText } from './words.ts';

const LONGEST_NEAR_TEXT = 80;
const LONGEST_LABEL = 300;

const textOf = (element: Element | null | undefined): string =>
  (element ? textIn(element) : '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_LABEL);

function referred(input: Element, attribute: string): string {
  const ids = (input.getAttribute(attribute) ?? '').split(/\s+/).filter((id) => id !== '');
  return ids.map((id) => textOf(treeOf(input).getElementById(id))).join(' ');
}

/** Text just before a box that has no label: the cell, the term, the line in front of it. */
function textBefore(input: HTMLInputElement): string {
  let element: Element | null = input;
  for (let steps = 0; element !== null && steps < 3; steps += 1) {
    const before: Node | null = element.previousSibling;
    if (before instanceof Text && before.data.trim() !== '') return before.data.trim().slice(0, LONGEST_NEAR_TEXT);
    const sibling = element.previousElementSibling;
    if (sibling !== null) {
      const text = textOf(sibling);
      const plain =
        fits(sibling, 'script, style, h1, h2') ||
        firstIn(sibling, 'input, select, textarea, button, script, style') !== null;
      if (fits(sibling, 'input, select, textarea, button') || plain || text.length > LONGEST_NEAR_TEXT) return '';
      if (text !== '') return text;
    }
    element = element.parentElement;
    if (element !== null && fits(element, 'form, fieldset, section, main, body')) return '';
  }
  return '';
}

const otherBoxes =
  'input:not([type=hidden], [type=checkbox], [type=radio], [type=submit], [type=button], [maxlength="1"])';

/** A name without the word that begins it on three or more boxes of the form: that is the form's name, or a company's. */
function ownName(input: HTMLInputElement, attribute: string): string {
  const name = splitName(input.getAttribute(attribute) ?? '');
  const [first = '', ...rest] = name.split(' ');
  if (rest.length === 0 || input.form === null) return name;
  const others = allIn(input.form, otherBoxes)
    .map((other) => splitName(other.getAttribute(attribute) ?? ''))
    .filter((other) => other.startsWith(`${first} `) && other !== name);
  // A row's boxes differ by their numbers.
  const different = new Set(others.map((other) => other.replace(/ ?\d+/g, '')));
  different.delete(name.replace(/ ?\d+/g, ''));
  return different.size > 1 ? rest.join(' ') : name;
}

/** What a box says about itself: `names` by machine (name, id), `words` to people (label, aria, placeholder, title), both folded. */
export type OwnWords = { readonly names: string; readonly words: string };

/** Reads a box's own words. */
export function ownWords(input: HTMLInputElement): OwnWords {
  const label = Array.from(input.labels ?? [], textOf).join(' ');
  const aria = `${input.getAttribute('aria-label') ?? ''} ${referred(input, 'aria-labelledby')}`;
  const said = `${label} ${aria}`.trim() === '' ? [textBefore(input)] : [label, aria];
  const names = ['name', 'id', 'data-testid'].map((attribute) => ownName(input, attribute));
  return {
    names: names.join(' ').trim(),
    // The bar keeps a label apart from a placeholder, so that each is read as a saying of its own.
    words: [...said, input.placeholder, input.title]
      .map((part) => foldText(part.slice(0, LONGEST_LABEL)))
      .filter((part) => part !== '')
      .join(' | '),
  };
}
