import { childrenOf, firstIn, fits } from '../by-prototype.ts';
import { reservePhrases } from '../detect/veto-words.ts';
import { anywhere, fold } from '../detect/words.ts';
import type { Root } from '../document-roots.ts';
import { switchedOffPhrases } from './outcome-words.ts';

// A page of prose is no answer to a form; white space is a part of what a page's source has.
const [LONGEST, LONGEST_SOURCE] = [200_000, 400_000];

// What holds no sentence of the page, and would be most of the text of some.
const silent = 'script, style, noscript, textarea, nav, footer';

// Anywhere: where elements meet, their texts have nothing between them here.
const tells = anywhere(reservePhrases, switchedOffPhrases);

const holdsSilent = (element: Element): boolean => firstIn(element, silent) !== null;

/** The text of a tree: of each part as a whole where nothing silent is in it, which takes a hundredth of a walk from text to text. */
function textOf(root: Root): string {
  let text = '';
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined && text.length < LONGEST_SOURCE; node = waiting.pop()) {
    if (node instanceof Text) text += node.data;
    else if (!(node instanceof Element)) waiting.push(...childrenOf(node).toReversed());
    else if (fits(node, silent)) continue;
    else if (holdsSilent(node)) waiting.push(...childrenOf(node).toReversed());
    else text += node.textContent ?? '';
  }
  // Boxes that are only read hold codes, and now and then the words before them.
  for (const box of root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'input[readonly], textarea[readonly]',
  ))
    text += box.value;
  return text;
}

/**
 * Whether a page should be read for what concerns an account though no code was filled in it: its words speak of backup codes, or of
 * something switched off. Cheap, and true too often; `readOutcome` finds out.
 * @param roots the document and its shadow roots
 */
export const isWorthReading = (roots: readonly Root[]): boolean =>
  roots.some((root) => tells.test(fold(textOf(root).slice(0, LONGEST_SOURCE)).slice(0, LONGEST)));
