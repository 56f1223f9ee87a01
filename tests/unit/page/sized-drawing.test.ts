import { expect, it } from 'vitest';
import { sizedDrawing } from '../../../lib/page/sized-drawing.ts';

const svg = (attributes: string) => `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><path d="M0 0h9v9z"/></svg>`;
const sizeOf = (source: string) => {
  const sized = sizedDrawing(source) ?? '';
  return ['width', 'height', 'viewBox'].map((name) => new RegExp(`\\s${name}="([^"]*)"`).exec(sized)?.[1]);
};

it('a drawing is drawn 1024 pixels long, whatever size it says or leaves open', () => {
  expect(sizeOf(svg('viewBox="0 0 33 33"'))).toEqual(['1024', '1024', '0 0 33 33']);
  expect(sizeOf(svg('width="99999999" height="49999999.5"'))).toEqual(['1024', '512', '0 0 99999999 49999999.5']);
  expect(sizeOf(svg('width="100%" height="100%" viewBox="0,0,20,40"'))).toEqual(['512', '1024', '0,0,20,40']);
  expect(sizeOf(svg(''))).toEqual(['1024', '1024', undefined]);
  expect(sizeOf(svg('width="0" height="-4" viewBox="a"'))).toEqual(['1024', '1024', 'a']);
});

it('what is no drawing is none', () => {
  for (const source of ['', '<svg>', '<svg', '<p xmlns="http://www.w3.org/1999/xhtml">x</p>'])
    expect(sizedDrawing(source)).toBeNull();
});

// The length is the bound: of thousands of digits the pattern would try every way to part them.
it('a size of more than 64 digits is none', () => {
  const sizeOfDigits = (digits: number) => sizeOf(svg(`width="${'1'.repeat(digits)}" height="9"`))[1];
  expect([sizeOfDigits(64), sizeOfDigits(65)]).toEqual(['1', '1024']);
});

it('a drawing that repeats a shape is one, and one that repeats repeats is none', () => {
  const uses = (of: string) => `<use href="#${of}"/>`.repeat(10);
  const drawing = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" id="whole">${inside}</svg>`;
  const shape = '<defs><path id="module" d="M0 0h1v1z"/></defs>';
  expect(sizedDrawing(drawing(`${shape}${uses('module')}`))).not.toBeNull();
  expect(sizedDrawing(drawing(`${shape}<g id="ten">${uses('module')}</g>${uses('ten')}`))).toBeNull();
  expect(sizedDrawing(drawing(uses('whole')))).toBeNull();
  expect(sizedDrawing(drawing(`${shape}<g id="ten">${uses('module')}</g>${uses('%74en')}`))).toBeNull();
  const large = `<g id="large">${'<path/>'.repeat(30_000)}</g>`;
  expect(sizedDrawing(drawing(`${large}${uses('large')}`))).toBeNull();
});
