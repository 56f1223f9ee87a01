const keyUri = /^\s*otpauth(?:-migration)?:\/\//i;
const shownUri = /otpauth(?:-migration)?:\/\/[^\s"'<>]+/i;
const longest = 8192;

/** Key URIs that an element carries in its link, its alternative text, its label or its data attributes. */
export function keyUrisOf(element: Element): string[] {
  const found: string[] = [];
  for (const { name, value } of element.attributes) {
    if (!(name === 'href' || name === 'alt' || name === 'aria-label' || name === 'title' || name.startsWith('data-')))
      continue;
    if (value.length > longest) continue;
    if (keyUri.test(value)) found.push(value.trim());
    else {
      const inside = shownUri.exec(value)?.[0];
      if (inside !== undefined) found.push(inside);
    }
  }
  return found;
}

const base32 = /^[A-Z2-7]{16,128}$/;

/** Keys shown as text (RFC 4648 §6 letters, 16 to 128, grouped or not) in elements that hold nothing but text; at most 5. */
export function manualKeysOf(elements: readonly Element[]): string[] {
  const keys = new Set<string>();
  for (const element of elements) {
    if (keys.size >= 5) break;
    const hidden = ['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT'].includes(element.tagName);
    const text =
      element instanceof HTMLInputElement ? (element.readOnly ? element.value : '') : (element.textContent ?? '');
    if (hidden || text.length < 16 || text.length > 400 || element.childElementCount > 0) continue;
    const groups = text.split(/[^A-Za-z2-7\s-]+/);
    for (const group of groups) {
      const key = keyIn(group);
      if (key !== null) keys.add(key);
    }
  }
  return [...keys];
}

/** A key in one stretch of text: a single long word, or words of four at a row; ordinary words have no digits. */
function keyIn(stretch: string): string | null {
  const words = stretch.trim().split(/[\s-]+/);
  const long = words.find((word) => word.length >= 16 && base32.test(word.toUpperCase()) && /[2-7]/.test(word));
  if (long !== undefined) return long.toUpperCase();
  const grouped = words
    .filter((word) => /^(?:[A-Z2-7]{4}|[a-z2-7]{4})$/.test(word))
    .join('')
    .toUpperCase();
  return base32.test(grouped) && /[2-7]/.test(grouped) ? grouped : null;
}
