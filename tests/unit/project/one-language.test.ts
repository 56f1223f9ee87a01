import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const folder = resolve(import.meta.dirname, '../../../components');
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));
const read = (name: string): string => readFileSync(resolve(folder, name), 'utf8');
const withoutComments = (css: string): string =>
  css.replaceAll(/\/\*.*?\*\//gsu, (comment) => comment.replaceAll(/[^\n]/g, ''));

// A colour, a size in pixels, a size of letters: what has a name in tokens.css.
const raw = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|color)a?\(|\b\d*\.?\d+px\b|font-size:(?! (?:var\(|inherit))/iu;

it('colours, pixels and sizes of letters are written in tokens.css alone', () => {
  expect(sheets.length).toBeGreaterThan(5);
  const found = sheets
    .filter((name) => name !== 'tokens.css')
    .flatMap((name) =>
      withoutComments(read(name))
        .split('\n')
        .flatMap((line, index) => (raw.test(line) ? [`${name}:${index + 1} ${line.trim()}`] : [])),
    );
  expect(found).toEqual([]);
});

it('every token that a style sheet asks for exists', () => {
  const known = new Set([...read('tokens.css').matchAll(/^\s*(--[\w-]+):/gmu)].map(([, name]) => name));
  const asked = sheets.flatMap((name) => {
    const css = read(name);
    const own = new Set([...css.matchAll(/^\s*(--[\w-]+):/gmu)].map(([, property]) => property));
    return [...css.matchAll(/var\((--[\w-]+)/gu)].flatMap(([, token]) =>
      known.has(token) || own.has(token) ? [] : [`${name} ${token}`],
    );
  });
  expect(asked).toEqual([]);
});

it('no token is left that nothing asks for', () => {
  const names = [...read('tokens.css').matchAll(/^\s*(--[\w-]+):/gmu)].map(([, name = '']) => name);
  const all = sheets.map(read).join('\n');
  expect([...new Set(names)].filter((name) => !all.includes(`var(${name}`))).toEqual([]);
});

// `inset`, `margin` and their like in four values name the right and the left side too.
const side =
  /(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-)?(?:left|right)\b[\w-]*:|border-(?:top|bottom)-(?:left|right)-radius|(?:text-align|float|clear):\s*(?:left|right)\b/iu;
const fourSides = /(?<![\w-])(?:inset|margin|padding|border-width):\s*\S+\s+(\S+)\s+\S+\s+(\S+?)\s*;/iu;
const namesSide = (line: string): boolean => {
  const [, right, left] = fourSides.exec(line) ?? [];
  return side.test(line) || right !== left;
};

it('no style sheet names the left or the right side, which change places where sentences run from right to left', () => {
  expect(['  margin-left: 0;', '  left: 0;', '  text-align: right;', '  inset: 0 1em auto 0;'].map(namesSide)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  const found = sheets.flatMap((name) =>
    withoutComments(read(name))
      .split('\n')
      .flatMap((line, index) => (namesSide(line) ? [`${name}:${index + 1} ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});
