import { allIn, attributeOf, inputsIn, textIn } from '../by-prototype.ts';
import { parentOf } from '../shadow-tree.ts';
import { splitName } from './names.ts';
import { foldText } from './words.ts';

// Enough for a heading, a sentence and the buttons; more would be the next topic of the page.
const ENOUGH_TEXT = 160;
const MOST_TEXT = 1_500;

/**
 * What stands around a box: `text` to people, `plain` the same without its links and side buttons, which offer other ways than
 * this box, `prose` without any button, whose word for *apply* is the word for an app in some languages, and `names` of its form (id, name, address); all folded.
 */
export type Context = { readonly text: string; readonly plain: string; readonly prose: string; readonly names: string };

const offers = 'a, button[type=button], [role=button], [role=link], [role=tab], summary';

/** The rendered text of an element; what is hidden, and scripts, are left out, as `textContent` would not. */
export const seenText = (element: Element): string => {
  if (!(element instanceof HTMLElement)) return textIn(element);
  const text: string | null = Reflect.get(HTMLElement.prototype, 'innerText', element);
  return text ?? '';
};

function without(what: string, text: string, around: Element): string {
  const texts = allIn(around, what).map((offer) => seenText(offer).trim());
  return texts.reduce((rest, offer) => (offer === '' ? rest : rest.replace(offer, ' ')), text);
}

/** Reads the surroundings: the form, then wider until there is a sentence's worth of text, and the page's title. */
export function contextOf(input: HTMLInputElement): Context {
  const page = input.ownerDocument;
  let around: Element = input.form ?? input.closest('dialog, [role=dialog], fieldset, section, article') ?? input;
  let text = seenText(around);
  for (let up = parentOf(around); text.length < ENOUGH_TEXT && up !== null; up = parentOf(up)) {
    const wider = seenText(up);
    if (wider.length > MOST_TEXT && text.trim() !== '') break;
    around = up;
    // The rendered text of a host leaves its shadow tree out.
    text = wider.includes(text.trim()) ? wider : `${text} ${wider}`;
    if (up === page.body) break;
  }
  const buttons = inputsIn(input.form ?? around, 'input[type=submit], input[type=button]');
  const values = buttons.map((button) => button.value).join(' ');
  const form = input.form;
  const names =
    form === null
      ? ''
      : ['id', 'name', 'action', 'class'].map((name) => splitName(attributeOf(form, name) ?? '')).join(' ');
  const seen = text.slice(0, MOST_TEXT);
  const said = (part: string): string => foldText(`${page.title} ${part} ${values}`);
  return {
    text: said(seen),
    plain: said(without(offers, seen, around)),
    prose: foldText(`${page.title} ${without(`${offers}, button`, seen, around)}`),
    names,
  };
}
