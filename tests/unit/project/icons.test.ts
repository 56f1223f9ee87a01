import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const read = (name: string): Buffer => readFileSync(resolve(import.meta.dirname, '../../../public', name));
const withoutColours = (svg: Buffer): string => svg.toString('utf8').replaceAll(/#[0-9a-f]{6}/g, 'a colour');

it.each([16, 32, 48, 96, 128])('the icon of %d pixels is a picture of that size whose corners are clear', (size) => {
  const png = read(`icon/${size}.png`);
  // The header of a PNG: width, height, depth, and 6 for colours with transparency.
  expect([png.readUInt32BE(16), png.readUInt32BE(20), png[25]]).toEqual([size, size, 6]);
});

it('the icon for dark toolbars is the same drawing in other colours', () => {
  expect(withoutColours(read('icon-on-dark.svg'))).toBe(withoutColours(read('icon.svg')));
  expect(read('icon-on-dark.svg').equals(read('icon.svg'))).toBe(false);
});
