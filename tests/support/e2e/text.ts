import { readFileSync } from 'node:fs';
import type { TextKey } from '../../../components/text-keys.ts';

const source = readFileSync(new URL('../../../locales/en.yml', import.meta.url), 'utf8');
const texts = new Map([...source.matchAll(/^(\w+): "(.*)"$/gm)].map(([, key = '', text = '']) => [key, text]));

/** The English words of a key; throws for a key that the locale lacks. */
export function textOf(key: TextKey): string {
  const text = texts.get(key);
  if (text === undefined) throw new Error(`locales/en.yml has no ${key}`);
  return text;
}
