import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const [light = '', dark = ''] = readFileSync('components/tokens.css', 'utf8').split(
  '@media (prefers-color-scheme: dark)',
);
const colours = (css: string) =>
  new Map([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/gu)].map((match) => [match[1] ?? '', match[2] ?? '']));
const schemes = { light: colours(light), dark: new Map([...colours(light), ...colours(dark)]) };

// Relative luminance and contrast ratio: WCAG 2.2, definitions of terms.
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const ratio = (scheme: 'light' | 'dark', one: string, two: string): number => {
  const values = [one, two].map((name) => {
    const hex = schemes[scheme].get(name);
    if (hex === undefined) throw new Error(`No colour ${name}`);
    return luminance(hex);
  });
  return (Math.max(...values) + 0.05) / (Math.min(...values) + 0.05);
};

const texts = ['ink', 'quiet', 'info', 'success', 'warning', 'error'];
const pairs = (['light', 'dark'] as const).flatMap((scheme) => [
  ...texts.flatMap((text) => [[scheme, text, 'paper', 4.5] as const, [scheme, text, 'raised', 4.5] as const]),
  [scheme, 'on-accent', 'accent', 4.5] as const,
  ...(['line', 'focus', 'accent'] as const).flatMap((mark) => [
    [scheme, mark, 'paper', 3] as const,
    [scheme, mark, 'raised', 3] as const,
  ]),
]);

it.each(pairs)('keeps WCAG AA contrast, %s: %s on %s is at least %d', (scheme, front, back, least) => {
  expect(ratio(scheme, front, back)).toBeGreaterThanOrEqual(least);
});
