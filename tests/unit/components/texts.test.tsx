import { readdirSync, readFileSync } from 'node:fs';
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { useText } from '../../../components/text.ts';
import { manifestTextKeys, viewTextKeys } from '../../../components/text-keys.ts';
import { pluralTextKeys } from '../../../components/text-keys-plural.ts';
import { readEnglish } from './support.tsx';

const english = readEnglish();
const sources = readdirSync('components')
  .filter((name) => /\.tsx?$/u.test(name) && !name.startsWith('text-keys'))
  .map((name) => ({ name, text: readFileSync(`components/${name}`, 'utf8') }));
// Entrypoints show sentences too, and may be the only user of a key.
const pages = readdirSync('entrypoints', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/u.test(name));
const all = [
  ...sources.map((source) => source.text),
  ...pages.map((name) => readFileSync(`entrypoints/${name}`, 'utf8')),
].join('\n');

describe('texts', () => {
  it('lists exactly the keys of the English file', () => {
    expect([...english.keys()].sort()).toEqual(
      [...manifestTextKeys, ...viewTextKeys, ...pluralTextKeys.flatMap((key) => [`${key}One`, `${key}Other`])].sort(),
    );
  });

  it('uses every view key in some component or page', () => {
    expect([...viewTextKeys, ...pluralTextKeys].filter((key) => !all.includes(`'${key}'`))).toEqual([]);
  });

  it('asks for no key that the English file lacks', () => {
    const asked = [...all.matchAll(/\bt\(\s*'(\w+)'/gu)].map((match) => match[1] ?? '');
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !english.has(key))).toEqual([]);
  });

  it('keeps the description within what the stores accept (132 characters)', () => {
    expect(english.get('extensionDescription')?.length).toBeLessThanOrEqual(132);
  });

  it('throws when a view has no translator around it', () => {
    const Bare = () => <p>{useText()('back')}</p>;
    expect(() => render(<Bare />, document.createElement('div'))).toThrow('Text.Provider');
  });
});

describe('views as sources', () => {
  it('hold no inline style and no raw markup', () => {
    expect(sources.length).toBeGreaterThan(20);
    const bad = sources.filter(({ text }) => /\bstyle=|dangerouslySetInnerHTML|innerHTML/u.test(text));
    expect(bad.map(({ name }) => name)).toEqual([]);
  });

  it('know no clock, timer, storage, network or messages', () => {
    const bad = sources.filter(({ text }) =>
      /Date\.now|new Date|setTimeout|setInterval|localStorage|fetch\(|browser\.|chrome\.|wxt\//u.test(text),
    );
    expect(bad.map(({ name }) => name)).toEqual([]);
  });

  it('hold no sentence of their own', () => {
    const bad = sources.filter(({ text }) => />\s*[A-Z][a-z]+ [a-z]+[^<>{}()=;]*<\//u.test(text));
    expect(bad.map(({ name }) => name)).toEqual([]);
  });
});
