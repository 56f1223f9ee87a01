function isOpener(value: unknown): value is (host: Element) => ShadowRoot | null {
  return typeof value === 'function';
}

/** Reads a member of something foreign without trusting its type. */
function member(holder: unknown, name: string): unknown {
  return (typeof holder === 'object' || typeof holder === 'function') && holder !== null
    ? Reflect.get(holder, name)
    : undefined;
}

/** An element's shadow root, a closed one too where the browser lends injected scripts a way (Chromium `chrome.dom`, Firefox). */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const given = element.shadowRoot;
  // A form's box may be called so, and hold the form itself.
  if (given !== null) return given instanceof ShadowRoot ? given : null;
  const lent = member(element, 'openOrClosedShadowRoot');
  if (lent !== undefined) return lent instanceof ShadowRoot ? lent : null;
  const dom = member(member(globalThis, 'chrome'), 'dom');
  const open = member(dom, 'openOrClosedShadowRoot');
  // Chromium throws for an element that is no HTML element.
  if (!isOpener(open) || !(element instanceof HTMLElement)) return null;
  try {
    return open.call(dom, element);
  } catch {
    // The extension was updated meanwhile, and lends its scripts of before nothing more.
    return null;
  }
}

// More than any page has that somebody sets up an account on.
export const MOST_ELEMENTS = 20_000;

/** All elements of a document in document order, shadow trees after their hosts, at most `most` of them. */
export function walk(page: Document, most = MOST_ELEMENTS): { elements: Element[]; shadowRoots: number } {
  const elements: Element[] = [];
  let shadowRoots = 0;
  const visit = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (elements.length >= most) return;
      elements.push(element);
      const shadow = shadowRootOf(element);
      if (shadow === null) continue;
      shadowRoots += 1;
      visit(shadow);
    }
  };
  visit(page);
  return { elements, shadowRoots };
}
