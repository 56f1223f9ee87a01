import { linkInPage } from '../../setup-links.ts';

const longest = 8192;

/** Key URIs that an element carries in its link, its alternative text, its label or its data attributes. */
export function keyUrisOf(element: Element): string[] {
  const found: string[] = [];
  // A form's box may be called so.
  for (const { name, value } of Reflect.get(Element.prototype, 'attributes', element)) {
    if (!(name === 'href' || name === 'alt' || name === 'aria-label' || name === 'title' || name.startsWith('data-')))
      continue;
    if (value.length > longest) continue;
    const link = linkInPage(value);
    if (link !== null) found.push(link);
  }
  return found;
}

const base32 = /^[A-Z2-7]{16,128}$/;

/** A read-only text input holds what the page shows; what others hold was typed, and a password is dots. */
const shownValue = (input: HTMLInputElement): string =>
  (input.readOnly || input.disabled) && input.type !== 'password' && input.type !== 'hidden' ? input.value : '';

const leastPieces = 4;
const mostPieces = 32;

/** What an element says by itself, or in pieces of one group of a key each; '' for one that holds more. */
function textIn(element: Element): string {
  if (element instanceof HTMLInputElement) return shownValue(element);
  const { childElementCount: count, children } = element;
  if (count === 0) return element.textContent ?? '';
  if (count < leastPieces || count > mostPieces) return '';
  const pieces = Array.from(children, (piece) =>
    piece.childElementCount === 0 ? (piece.textContent ?? '').trim() : '',
  );
  return pieces.every((piece) => /^[A-Za-z2-7]{1,8}$/.test(piece)) ? pieces.join(' ') : '';
}

/**
 * Keys shown as text (RFC 4648 §6 letters, 16 to 128, grouped or not) in elements that hold nothing but text; at most 5.
 * @param isShown asked only of an element that holds a key
 */
export function manualKeysOf(
  elements: readonly Element[],
  isShown: (element: Element) => boolean = () => true,
): string[] {
  const keys = new Set<string>();
  for (const element of elements) {
    if (keys.size >= 5) break;
    const hidden = ['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT'].includes(element.tagName);
    if (hidden) continue;
    const text = textIn(element);
    if (text.length < 16 || text.length > 400) continue;
    const groups = text.split(/[^A-Za-z2-7\s-]+/);
    for (const group of groups) {
      const key = keyIn(group);
      if (key !== null && isShown(element)) keys.add(key);
    }
  }
  return [...keys];
}

/** A key in one stretch of text: a single long word, or words of four at a row; ordinary words have no digits. */
function keyIn(stretch: string): string | null {
  const words = stretch.trim().split(/[\s-]+/);
  const long = words.find((word) => word.length >= 16 && base32.test(word.toUpperCase()) && /[2-7]/.test(word));
  if (long !== undefined) return long.toUpperCase();
  const isGroup = (word: string | undefined): boolean => /^(?:[A-Z2-7]{4}|[a-z2-7]{4})$/.test(word ?? '');
  // A length that four does not divide leaves a shorter last group.
  const isRest = (word: string, at: number): boolean =>
    at === words.length - 1 && isGroup(words[at - 1]) && /^(?:[A-Z2-7]{1,3}|[a-z2-7]{1,3})$/.test(word);
  const grouped = words
    .filter((word, at) => isGroup(word) || isRest(word, at))
    .join('')
    .toUpperCase();
  return base32.test(grouped) && /[2-7]/.test(grouped) ? grouped : null;
}
