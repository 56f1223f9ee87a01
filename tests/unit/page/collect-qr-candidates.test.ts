import { beforeEach, describe, expect, test } from 'vitest';
import { parseColour } from '../../../lib/page/collect/backdrop.ts';
import { isCodeShaped } from '../../../lib/page/collect/candidate.ts';
import { type ScanLimits, scanDocument } from '../../../lib/page/collect-qr-candidates.ts';

const dot = 'data:image/png;base64,iVBORw0KGgo=';

const collect = async (limits: Partial<ScanLimits> = {}) => (await scanDocument(document, limits)).scan;

beforeEach(() => {
  document.body.replaceChildren();
});

function image(side: number, parent: ParentNode = document.body, height = side): HTMLImageElement {
  const element = document.createElement('img');
  element.src = dot;
  Object.defineProperty(element, 'naturalWidth', { value: side });
  Object.defineProperty(element, 'naturalHeight', { value: height });
  parent.append(element);
  return element;
}

test('takes a picture by its data URL and gives its element beside it', async () => {
  const element = image(200);
  const { scan, elements } = await scanDocument(document);
  expect(scan.candidates).toMatchObject([{ kind: 'picture', dataUrl: dot, backdrop: [255, 255, 255] }]);
  expect(elements).toEqual([element]);
  expect(JSON.parse(JSON.stringify(scan))).toEqual(scan);
});

describe('a picture that still loads', () => {
  const loading = (decode: () => Promise<void>): HTMLImageElement => {
    const element = image(200);
    element.getBoundingClientRect = () => new DOMRect(0, 0, 200, 200);
    Object.defineProperty(element, 'complete', { value: false });
    element.decode = decode;
    return element;
  };

  test('is waited for', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    loading(() => promise);
    const scanning = collect();
    expect(await Promise.race([scanning, new Promise((turn) => setTimeout(turn, 0, 'still waited for'))])).toBe(
      'still waited for',
    );
    resolve();
    expect(await scanning).toMatchObject({ candidates: [{ kind: 'picture' }], perhaps: 0 });
  });

  test('and does not come in time, or not at all, is perhaps a code', async () => {
    loading(() => new Promise(() => {}));
    loading(() => Promise.reject(new Error('broken')));
    expect(await collect({ waitMs: 1 })).toMatchObject({ candidates: [], perhaps: 2 });
  });

  test('only where somebody scrolls to is not waited for', async () => {
    loading(() => Promise.reject(new Error('asked'))).loading = 'lazy';
    expect((await collect()).perhaps).toBe(0);
  });
});

test('looks into open shadow roots', async () => {
  const host = document.createElement('div');
  document.body.append(host);
  image(200, host.attachShadow({ mode: 'open' }));
  const scan = await collect();
  expect(scan.candidates).toHaveLength(1);
  expect(scan.looked).toMatchObject({ images: 1, shadowRoots: 1 });
});

test('skips small pictures and stops at the limit', async () => {
  for (let count = 0; count < 5; count += 1) image(100);
  image(20);
  expect((await collect()).candidates).toHaveLength(5);
  expect((await collect({ candidates: 3 })).candidates).toHaveLength(3);
  expect((await collect({ characters: 60 })).candidates).toHaveLength(1);
});

test.each([
  ['a table', 'table', 'tr', 'td'],
  ['rows of blocks', 'div', 'div', 'i'],
  ['one flat row of cells, laid out by the page', 'div', null, 'i'],
])('reads coloured cells in %s', async (_, around, line, cell) => {
  const grid = document.body.appendChild(document.createElement(around));
  for (let y = 0; y < 21; y += 1) {
    const row = line === null ? grid : grid.appendChild(document.createElement(line));
    for (let x = 0; x < 21; x += 1)
      row.appendChild(document.createElement(cell)).style.backgroundColor = (x + y) % 2 === 0 ? '#000' : '#fff';
  }
  const scan = await collect();
  expect(scan.looked.grids).toBe(1);
  const [found] = scan.candidates;
  expect(found?.kind === 'grid' && found.rows[0]).toBe('101010101010101010101');
});

test('counts a square picture that is too large to carry, and says nothing of a banner', async () => {
  image(5000);
  image(300);
  image(5000, document.body, 100);
  expect(await collect()).toMatchObject({ tooLarge: 1, candidates: [{ kind: 'picture' }] });
  expect(await collect({ characters: 10 })).toMatchObject({ tooLarge: 2, candidates: [] });
});

describe('what nobody sees', () => {
  const uri = 'otpauth://totp/Example:ada?secret=GEZDGNBVGY3TQOJQ';

  test.each([
    ['not displayed', '<div style="display: none">IT</div>'],
    ['hidden by the attribute', '<div hidden>IT</div>'],
    ['invisible', '<div style="visibility: hidden">IT</div>'],
    ['see-through', '<div style="opacity: 0.02">IT</div>'],
    ['in a template', '<template>IT</template>'],
  ])('is not reported: %s', async (_, around) => {
    for (const carrier of [
      `<a href="${uri}">Open</a>`,
      `<p data-uri="${uri}">x</p>`,
      `<img alt="${uri}" src="${dot}">`,
    ]) {
      document.body.innerHTML = around.replace('IT', carrier);
      for (const element of document.querySelectorAll('img')) {
        Object.defineProperty(element, 'naturalWidth', { value: 200 });
        Object.defineProperty(element, 'naturalHeight', { value: 200 });
      }
      expect(await collect()).toMatchObject({ texts: [], candidates: [] });
      document.body.innerHTML = carrier;
      expect(await collect()).toMatchObject({ texts: [uri] });
    }
  });

  test.each([
    ['a pixel', { x: 10, y: 10, width: 1, height: 1 }, 0],
    ['left of the page', { x: -9999, y: 10, width: 200, height: 200 }, 0],
    ['above the page', { x: 0, y: -9999, width: 200, height: 200 }, 0],
    ['below the fold', { x: 0, y: 9999, width: 200, height: 200 }, 1],
  ])('%s', async (_, box, count) => {
    image(200).alt = uri;
    const { scan } = await scanDocument(document, {}, () => box);
    expect([scan.texts.length, scan.candidates.length]).toEqual([count, count]);
  });
});

test('finds key URIs in links, labels and data attributes, and a key shown as text', async () => {
  const uri = 'otpauth://totp/Example:ada?secret=GEZDGNBVGY3TQOJQ';
  document.body.innerHTML = `<a href="${uri}">Open</a><p aria-label="${uri}&amp;digits=6"></p><p data-uri="${uri}&amp;period=30"></p>
    <code>GEZD GNBV GY3T QOJQ</code><p>Your account settings are here</p>`;
  const scan = await collect();
  expect(scan.texts).toEqual([uri, `${uri}&digits=6`, `${uri}&period=30`]);
  expect(scan.manualKeys).toEqual(['GEZDGNBVGY3TQOJQ']);
});

test.each([
  ['in groups of four, in small letters', '<p>gezd gnbv gy3t qojq</p>'],
  ['with padding', '<code>GEZDGNBVGY3TQOJQ====</code>'],
  ['within a sentence', '<p>Key: GEZD-GNBV-GY3T-QOJQ, by time</p>'],
  ['in a read-only box', '<input readonly value="GEZD GNBV GY3T QOJQ">'],
  ['in a piece for each group', '<p><b>GEZD</b> <b>GNBV</b> <b>GY3T</b><b>QOJQ</b></p>'],
])('reads a key shown %s', async (_how, html) => {
  document.body.innerHTML = html;
  expect((await collect()).manualKeys).toEqual(['GEZDGNBVGY3TQOJQ']);
});

test('reads the shorter last group of a key', async () => {
  document.body.innerHTML = '<code>gezd gnbv gy3t qojq ge</code>';
  expect((await collect()).manualKeys).toEqual(['GEZDGNBVGY3TQOJQGE']);
});

test.each([
  ['behind a button that was not pressed', '<p hidden>GEZDGNBVGY3TQOJQ</p>'],
  ['in a see-through element', '<p style="opacity: 0">GEZDGNBVGY3TQOJQ</p>'],
  ['in a box that somebody typed into', '<input value="GEZDGNBVGY3TQOJQ">'],
  ['as dots', '<input type="password" readonly value="GEZDGNBVGY3TQOJQ">'],
])('takes no key %s for one that is shown', async (_where, html) => {
  document.body.innerHTML = html;
  expect((await collect()).manualKeys).toEqual([]);
});

test.each([
  [200, 200, true],
  [200, 399, true],
  [200, 401, false],
  [20, 20, false],
  [5000, 5000, false],
])('a picture of %i by %i: could be a code? %s', (width, height, expected) => {
  expect(isCodeShaped(width, height)).toBe(expected);
});

test.each([
  ['rgb(1, 2, 3)', [1, 2, 3, 1]],
  ['rgba(1, 2, 3, 0.5)', [1, 2, 3, 0.5]],
  ['#0f0', [0, 255, 0, 1]],
  ['transparent', [0, 0, 0, 0]],
  ['color(display-p3 1 0 0)', null],
])('reads the colour %s', (text, expected) => {
  expect(parseColour(text)).toEqual(expected);
});
