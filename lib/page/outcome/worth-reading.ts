import { reservePhrases } from '../detect/veto-words.ts';
import { anywhere, fold } from '../detect/words.ts';
import type { Root } from '../document-roots.ts';
import { fits } from '../shadow-tree.ts';
import { switchedOffPhrases } from './outcome-words.ts';

// A page of prose is no answer to a form.
const LONGEST = 200_000;

// What holds no sentence of the page, and would be most of the text of some.
const silent = 'script, style, noscript, textarea, nav, footer';

// Anywhere: where elements meet, their texts have nothing between them here.
const tells = anywhere(reservePhrases, switchedOffPhrases);

/** The text of a part of a page: as a whole where nothing silent is in it, which takes a hundredth of a walk from text to text. */
function textOf(part: Root | Element): string {
  if (part instanceof Element) {
    if (fits(part, silent)) return '';
    if (Element.prototype.querySelector.call(part, silent) === null) return part.textContent ?? '';
  }
  const pieces = Array.from(part.childNodes, (node) =>
    node instanceof Element ? textOf(node) : node instanceof Text ? node.data : '',
  );
  return pieces.join(' ');
}

/**
 * Whether a page should be read for what concerns an account though no code was filled in it: its words speak of backup codes, or of
 * something switched off. Cheap, and true too often; `readOutcome` finds out.
 * @param roots the document and its shadow roots
 */
export const isWorthReading = (roots: readonly Root[]): boolean =>
  roots.some((root) => tells.test(fold(textOf(root).slice(0, LONGEST))));
