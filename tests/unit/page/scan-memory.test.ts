import { beforeEach, expect, test } from 'vitest';
import { scanDocument } from '../../../lib/page/collect-qr-candidates.ts';
import type { Measure } from '../../../lib/page/detect/visible.ts';
import { likelyCode } from '../../../lib/page/likely-code.ts';
import { createScanMemory } from '../../../lib/page/scan-memory.ts';

const dot = 'data:image/png;base64,iVBORw0KGgo=';
const picture = (id: string): string => `<img id="${id}" alt="" src="${dot}" width="200" height="200">`;
const by = (selector: string): Element | null => document.querySelector(selector);

/** Boxes by id, 200 by 200 unless told. */
const places =
  (boxes: Record<string, { x?: number; y?: number; width?: number; height?: number }> = {}): Measure =>
  (element) => ({ x: 0, y: 0, width: 200, height: 200, ...boxes[element.id] });

async function remembered(markup: string, measure = places(), earlier?: ReturnType<typeof createScanMemory>) {
  document.body.innerHTML = markup;
  const { elements } = await scanDocument(document, {}, measure);
  return createScanMemory(document, elements, earlier, measure);
}

beforeEach(() => {
  document.body.innerHTML = '';
});

test('the marked candidate is the anchor, whatever stands above it', async () => {
  const memory = await remembered(picture('logo') + picture('code'));
  expect(memory.anchor()).toBeNull();
  expect(memory.mark(1)).toBe(true);
  expect(memory.anchor()).toBe(by('#code'));
});

test('a candidate that is not there cannot be marked, and the mark before it stays', async () => {
  const memory = await remembered(picture('one') + picture('two'));
  memory.mark(0);
  by('#two')?.remove();
  expect([memory.mark(1), memory.mark(7)]).toEqual([false, false]);
  expect(memory.anchor()).toBe(by('#one'));
});

test('a picture of the same size that is drawn in its stead takes its place; the logo does not', async () => {
  const measure = places({ fresh: { y: 40 }, far: { y: 900 }, small: { width: 90, height: 90 } });
  const memory = await remembered(`${picture('logo')}<div id="dialog">${picture('code')}</div>`, measure);
  memory.mark(1);
  const dialog = by('#dialog');
  if (dialog) dialog.innerHTML = picture('small') + picture('far') + picture('fresh');
  expect(memory.anchor()).toBe(by('#fresh'));
  if (dialog) dialog.innerHTML = picture('small');
  expect(memory.anchor()).toBeNull();
});

test('a marked picture that is hidden anchors nothing', async () => {
  const memory = await remembered(picture('code'));
  memory.mark(0);
  by('#code')?.setAttribute('style', 'display: none');
  expect(memory.anchor()).toBeNull();
});

test('a later scan keeps the mark of the one before, until it marks again', async () => {
  const first = await remembered(picture('logo') + picture('code'));
  first.mark(1);
  const { elements } = await scanDocument(document, {}, places());
  const second = createScanMemory(document, elements, first, places());
  expect(second.anchor()).toBe(by('#code'));
  second.mark(0);
  expect(second.anchor()).toBe(by('#logo'));
});

test.each([
  ['a link home', `<a href="/">${picture('x')}</a>`],
  ['a header', `<header>${picture('x')}</header>`],
  ['a button', `<button>${picture('x')}</button>`],
  ['a class', picture('x').replace('<img', '<img class="site-logo"')],
  ['an alternative text', picture('x').replace('alt=""', 'alt="Our brand"')],
  ['an address', picture('x').replace(dot, '/img/avatar-7.png')],
])('without a mark, a picture that is an ornament by %s is passed over', (_, ornament) => {
  document.body.innerHTML = ornament + picture('code');
  expect(likelyCode(document, places())).toBe(by('#code'));
});

test('without a mark, a code inside a link to its own key counts, and a page of ornaments has none', () => {
  document.body.innerHTML = `<a href="otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ">${picture('code')}</a>`;
  expect(likelyCode(document, places())).toBe(by('#code'));
  document.body.innerHTML = `<header>${picture('x')}</header>${picture('wide')}${picture('tiny')}`;
  expect(likelyCode(document, places({ wide: { width: 400 }, tiny: { width: 40, height: 40 } }))).toBeNull();
});
