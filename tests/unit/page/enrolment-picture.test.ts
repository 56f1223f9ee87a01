import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enrolmentPictures } from '../../../lib/page/enrolment-picture.ts';
import type { PageFacts } from '../../score/fields/page-facts.ts';
import { renderPage } from '../../score/fields/render-page.ts';

const folder = join(import.meta.dirname, '../../fixtures/pages');
const unseen = JSON.parse(readFileSync(join(folder, 'unseen-pages.json'), 'utf8'));
const measure = (element: Element) => ({
  x: 10,
  y: 10,
  width: element.matches('input') ? 200 : 180,
  height: element.matches('input') ? 30 : 180,
});
const picture = '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">';

test('of 181 pages, no page but an enrolment is taken for one, even with a square picture over its form', () => {
  const alarms = unseen.flatMap((page: PageFacts & { id: string; kind: string }) => {
    document.documentElement.innerHTML = new DOMParser().parseFromString(
      renderPage(page),
      'text/html',
    ).documentElement.innerHTML;
    if (page.kind === 'enroll-verify') return [];
    document.body.insertAdjacentHTML('afterbegin', picture);
    return enrolmentPictures(document, measure).length > 0 ? [page.id] : [];
  });
  expect(unseen.length).toBeGreaterThan(150);
  expect(alarms).toEqual([]);
});

test('of a hosting customer area, the pages that enrol are known and no other', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.html'));
  const known = files.filter((file) => {
    document.title = '';
    document.body.innerHTML = readFileSync(join(folder, file), 'utf8');
    return enrolmentPictures(document, measure).length > 0;
  });
  expect(known).toEqual(files.filter((file) => file.endsWith('enrolment.html')));
});
