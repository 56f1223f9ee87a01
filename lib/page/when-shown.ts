/**
 * Resolves once a document is the one that its tab shows: at once, save for one that Chromium prerenders behind another. What such a
 * one would say is lost, as nothing is written into it.
 */
export async function whenShown(page: Document): Promise<void> {
  // By the prototype: an element of the page may be called so. Firefox has no such property.
  if (Reflect.get(Document.prototype, 'prerendering', page) !== true) return;
  await new Promise<void>((resolve) => page.addEventListener('prerenderingchange', () => resolve(), { once: true }));
}
