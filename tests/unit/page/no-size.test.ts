import { afterEach, expect, it, vi } from 'vitest';
import { visibleInputs } from '../../../lib/page/detect/boxes.ts';
import { measureLayout } from '../../../lib/page/detect/visible.ts';

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(Document.prototype, 'elementsFromPoint');
});

/** As in a browser, with a root element that the page's styles gave no size: what it holds is drawn beyond it all the same. */
function layOut(places: Readonly<Record<string, DOMRect>>): void {
  Object.defineProperty(Document.prototype, 'elementsFromPoint', { configurable: true, value: () => [] });
  document.body.innerHTML = Object.keys(places)
    .map((name) => `<input name="${name}">`)
    .join('');
  for (const input of document.querySelectorAll('input'))
    vi.spyOn(input, 'getBoundingClientRect').mockReturnValue(places[input.name] ?? new DOMRect());
}

it('a root element without a size shows no box that stands off the page, or is nothing', () => {
  layOut({
    shown: new DOMRect(10, 10, 200, 30),
    off: new DOMRect(-900, 10, 200, 30),
    nothing: new DOMRect(10, 50, 0, 0),
  });
  expect(visibleInputs(document, measureLayout).map(({ name }) => name)).toEqual(['shown']);
});
