import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { Monogram } from '../../../components/monogram.tsx';
import { monogramColour, monogramColours, monogramOf } from '../../../components/monogram-of.ts';
import { clear, hostile, show } from './support.tsx';

afterEach(clear);

describe('the letters of a name', () => {
  it.each([
    ['Harbour Hosting', 'HH'],
    ['github', 'G'],
    ['  my-site.example (shop)', 'MS'],
    ['1&1', '1'],
    ['1\uFE0F\u20E3 Bank', '1\uFE0F\u20E3B'],
    ['C++ x', 'CX'],
    ['Österreichische Post AG', 'ÖP'],
    ['e\u0301cole', 'E\u0301'],
    ['株式会社 例', '株例'],
    ['שלום', 'ש'],
    ['👩‍👩‍👧 Family', 'F'],
    ['🏦', '🏦'],
    ['\u202Egnp', 'G'],
    ['"quoted"', 'Q'],
    ['...', '.'],
    ['', ''],
  ])('of %j are %j', (name, letters) => {
    expect(monogramOf(name)).toBe(letters);
  });
});

describe('the colour of a name', () => {
  it('is the same however the name is written', () => {
    expect(monogramColour(' GitHub')).toBe(monogramColour('github'));
  });

  it('is one that the style sheets know, and every one of them is somebody’s', () => {
    const css = readFileSync('components/monogram.css', 'utf8');
    const tokens = readFileSync('components/tokens.css', 'utf8');
    const seen = new Set(Array.from({ length: 200 }, (_, index) => monogramColour(`Site ${index}`)));
    expect([...seen].toSorted()).toEqual(Array.from({ length: monogramColours }, (_, index) => index));
    for (const index of seen) {
      expect(css).toContain(`.monogram[data-colour="${index}"] {\n  background: var(--monogram-${index});`);
      // In the light and in the dark scheme.
      expect(tokens.split(`--monogram-${index}:`)).toHaveLength(3);
    }
  });
});

describe('a monogram', () => {
  it('is for the eye only: the name stands beside it', () => {
    const root = show(<Monogram name="Harbour Hosting" sites={[]} />);
    expect(root.querySelector('.monogram')?.getAttribute('aria-hidden')).toBe('true');
    expect(root.textContent).toBe('HH');
  });

  it('shows a name that a page chose as text, and a dash where there is none', () => {
    expect(show(<Monogram name={hostile.html} sites={[]} />).querySelector('.monogram')?.children).toHaveLength(0);
    expect(show(<Monogram name="" sites={[]} />).textContent).toBe('–');
  });
});
