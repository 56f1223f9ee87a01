/** More elements than the largest code has modules, by far. */
const MOST_REPEATED = 200_000;

/** Whether drawing takes as long as it looks: repeats of repeats would be drawn as often as all of them multiplied. */
export function isBounded(root: Element): boolean {
  const named = new Map<string, Element>();
  for (const element of root.querySelectorAll('[id]')) if (!named.has(element.id)) named.set(element.id, element);
  let repeated = 0;
  for (const use of root.querySelectorAll('use')) {
    const address = use.getAttribute('href') ?? use.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ?? '';
    const target = address === `#${root.id}` ? root : named.get(address.slice(1));
    // An address that is written in another way may still lead to a part of the drawing.
    if (target === undefined) return false;
    repeated += 1 + target.querySelectorAll('*').length;
    if (repeated > MOST_REPEATED || target.localName === 'use' || target.querySelector('use') !== null) return false;
  }
  return true;
}

/** The same of an SVG's text, as a page may write one that only in a document of its own repeats itself. */
export const isBoundedSource = (source: string): boolean =>
  isBounded(new DOMParser().parseFromString(source, 'image/svg+xml').documentElement);
