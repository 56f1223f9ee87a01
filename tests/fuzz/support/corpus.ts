import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../../../lib/vault/shape.ts';
import { inputOf, textOfInput } from './written-input.ts';

/** An input that is kept: what it is, or what it once broke. */
export type Kept = { readonly name: string; readonly why: string; readonly input: unknown };

const kept = join(import.meta.dirname, '../corpus');
const found = join(import.meta.dirname, '../../../.output/fuzz');

/** The inputs that are kept for a target, one a file, in the order of their names. */
export function corpusOf(target: string): readonly Kept[] {
  const folder = join(kept, target);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .map((file) => {
      const value = inputOf(readFileSync(join(folder, file), 'utf8'));
      if (!isRecord(value) || typeof value.why !== 'string' || !Object.hasOwn(value, 'input'))
        throw new Error(`${target}/${file} is no kept input`);
      return { name: file, why: value.why, input: value.input };
    });
}

/** Writes what broke something into a file, which may be moved into the corpus as it is; gives its path. */
export function writeFinding(target: string, label: string, why: string, input: unknown): string {
  mkdirSync(join(found, target), { recursive: true });
  const path = join(found, target, `${label}.json`);
  writeFileSync(path, `${textOfInput({ why, input })}\n`);
  return path;
}
