import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Locale, readLocale } from './read-locale.ts';

const folder = resolve(import.meta.dirname, '../../locales');

/** The names of the files of `locales/`, English first. */
export const localeNames: readonly string[] = readdirSync(folder)
  .map((file) => file.replace(/\.yml$/u, ''))
  .toSorted((a, b) => Number(b === 'en') - Number(a === 'en') || a.localeCompare(b, 'en'));

/** One of them. */
export const localeOf = (name: string): Locale => readLocale(readFileSync(resolve(folder, `${name}.yml`), 'utf8'));
