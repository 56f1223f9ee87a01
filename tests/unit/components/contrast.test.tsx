import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { monogramColours } from '../../../components/monogram-of.ts';
import { luminance, ratioOf } from './colours.ts';

const css = readFileSync('components/tokens.css', 'utf8');

/** The colours that the rule in this media query gives, or the one outside all of them. */
function coloursIn(query: string | null): ReadonlyMap<string, string> {
  const start = query === null ? 0 : css.indexOf(`@media ${query} {`);
  if (start < 0) throw new Error(`No rule for ${query}`);
  const rule = css.slice(start, css.indexOf('}', start));
  return new Map([...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/gu)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

const dark = '(prefers-color-scheme: dark)';
const more = '(prefers-contrast: more)';
const queries = {
  light: [null],
  dark: [null, dark],
  'light with more contrast': [null, more],
  'dark with more contrast': [null, dark, more, `${more} and ${dark}`],
} as const;
type Scheme = keyof typeof queries;
const schemes = Object.keys(queries) as readonly Scheme[];
const colours = (scheme: Scheme): ReadonlyMap<string, string> =>
  new Map(queries[scheme].flatMap((query) => [...coloursIn(query)]));

const ratio = (scheme: Scheme, one: string, two: string): number => {
  const given = colours(scheme);
  const values = [one, two].map((name) => {
    const hex = given.get(name);
    if (hex === undefined) throw new Error(`No colour ${name}`);
    return luminance(hex);
  });
  return ratioOf(values[0] ?? 0, values[1] ?? 0);
};

const texts = ['ink', 'quiet', 'info', 'success', 'warning', 'error'];
const pairs = schemes.flatMap((scheme) => {
  // WCAG 2.2: 1.4.3 and 1.4.11; 1.4.6 for those who ask for more.
  const [text, mark] = scheme.endsWith('more contrast') ? [7, 4.5] : [4.5, 3];
  return [
    ...texts.flatMap((name) => [[scheme, name, 'paper', text] as const, [scheme, name, 'raised', text] as const]),
    [scheme, 'on-accent', 'accent', text] as const,
    ...Array.from({ length: monogramColours }, (_, index) => [scheme, 'on-monogram', `monogram-${index}`, 7] as const),
    ...(['line', 'focus', 'accent'] as const).flatMap((name) => [
      [scheme, name, 'paper', mark] as const,
      [scheme, name, 'raised', mark] as const,
    ]),
  ];
});

it.each(pairs)('keeps the contrast that WCAG asks for, %s: %s on %s is at least %d', (scheme, front, back, least) => {
  expect(ratio(scheme, front, back)).toBeGreaterThanOrEqual(least);
});
