import { beforeEach, expect, test } from 'vitest';
import { scanDocument } from '../../../lib/page/collect-qr-candidates.ts';
import { pointedPictures } from '../../../lib/page/pointed-picture.ts';

const dot = 'data:image/png;base64,iVBORw0KGgo=';
const other = 'data:image/png;base64,iVBORw0KGgoA';
const at = (address: string, untilMs = 10) => pointedPictures(document, { address, untilMs }, 10);

beforeEach(() => {
  document.body.replaceChildren();
});

function image(address: string): HTMLImageElement {
  const element = document.createElement('img');
  element.src = address;
  for (const side of ['naturalWidth', 'naturalHeight']) Object.defineProperty(element, side, { value: 200 });
  document.body.append(element);
  return element;
}

test('a picture is found by its address, each one that shows the same', () => {
  image(other);
  const same = [image(dot), image(dot)];
  expect(at(dot)).toEqual(same);
});

test('a picture is found by the address that the browser chose for it', () => {
  const chosen = image(other);
  Object.defineProperty(chosen, 'currentSrc', { value: dot });
  expect(at(dot)).toEqual([chosen]);
});

test('the whole page is meant where nobody pointed, too long ago, or at what is gone', () => {
  image(dot);
  expect(pointedPictures(document, undefined)).toBeNull();
  expect(at(dot, 9)).toBeNull();
  expect(at(other)).toBeNull();
});

test('the scan looks into nothing but the pictures that were pointed at, and says so', async () => {
  document.body.innerHTML = '<a href="otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ">Open</a><code>GEZDGNBVGY3TQOJQ</code>';
  image(other);
  const wanted = image(dot);
  const { scan, elements } = await scanDocument(document, {}, undefined, [wanted]);
  expect(elements).toEqual([wanted]);
  expect(scan).toMatchObject({ pointed: true, texts: [], manualKeys: ['GEZDGNBVGY3TQOJQ'] });
  expect((await scanDocument(document)).scan).toMatchObject({ pointed: false, candidates: [{}, {}] });
});
