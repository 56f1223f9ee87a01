import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findCodeField } from '../../../lib/page/find-code-field.ts';
import { figuresOf, judgeVerdicts } from '../../score/fields/figures.ts';
import type { PageFacts } from '../../score/fields/page-facts.ts';
import { renderPage } from '../../score/fields/render-page.ts';

const pagesOf = (name: string): PageFacts[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/pages', `${name}.json`), 'utf8'));

/** What the detector says of a page without layout, where rows and drawn slots are told by their attributes. */
function verdictOn(page: PageFacts) {
  const parsed = new DOMParser().parseFromString(renderPage(page), 'text/html');
  document.title = parsed.title;
  document.body.innerHTML = parsed.body.innerHTML;
  const anchor = document.querySelector('img, canvas, svg');
  const all: Element[] = Array.from(document.querySelectorAll('input, textarea, select'));
  const found = findCodeField(document, { mode: 'automatic', enrolledHere: true, anchor });
  const field = 'field' in found ? found.field : null;
  const chosen = field === null ? [] : field.kind === 'single' ? [field.input] : field.inputs;
  return { kind: found.kind, indices: chosen.map((input) => all.indexOf(input)) };
}

// The floors only rise. Chromium judges the pages in shadow trees, which are not opened here.
test.each([
  ['unseen-pages', 100, 0, 0],
  ['blind-pages', 100, 0, 0],
  ['second-blind-pages', 97, 0, 0],
  // Some pages of these have slots or rows that only layout tells.
  ['third-blind-pages', 96, 0, 0],
  ['third-blind-traps', 0, 0, 0],
  ['fourth-blind-pages', 96, 0, 0],
  ['fourth-blind-traps', 0, 1, 0],
  ['fifth-blind-pages', 96, 0, 0],
])('on %s the right boxes are found and the others left alone', (name, right, filledTraps, filledSent) => {
  const pages = pagesOf(name).filter(({ shadowDom }) => shadowDom !== true);
  const figures = figuresOf(judgeVerdicts(pages, pages.map(verdictOn)));
  expect(figures.rightByApp).toBeGreaterThanOrEqual(right);
  expect(figures.falseFill).toBeLessThanOrEqual(filledTraps);
  expect(figures.smsFilled).toBeLessThanOrEqual(filledSent);
});
