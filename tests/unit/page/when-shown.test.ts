import { afterEach, expect, it } from 'vitest';
import { whenShown } from '../../../lib/page/when-shown.ts';

let prerendering: boolean | undefined;
Object.defineProperty(Document.prototype, 'prerendering', { configurable: true, get: () => prerendering });

afterEach(() => {
  prerendering = undefined;
  document.body.innerHTML = '';
});

/** Whether the document counts as shown by now. */
async function isShown(shown: Promise<void>): Promise<boolean> {
  const later = Promise.resolve().then(() => false);
  return Promise.race([shown.then(() => true), later.then(() => later)]);
}

it.each([false, undefined])('is at once where the browser calls a document prerendered by %s', async (said) => {
  prerendering = said;
  expect(await isShown(whenShown(document))).toBe(true);
});

it('is with the document’s turn where it was prerendered, whatever its elements are called', async () => {
  prerendering = true;
  document.body.innerHTML = '<form name="prerendering"></form>';
  const shown = whenShown(document);
  expect(await isShown(shown)).toBe(false);
  document.dispatchEvent(new Event('prerenderingchange'));
  expect(await isShown(shown)).toBe(true);
});
