import { describe, expect, it } from 'vitest';
import { openForeignFile } from '../../../../lib/backup/foreign/foreign-file.ts';
import { foreignFormats } from '../../../../lib/backup/foreign/formats.ts';
import { passphrase, refusalOf } from './accounts.ts';
import { samples } from './samples.ts';

// What takes any JSON with links, and any bytes, comes after all that know theirs.
const takeAnything = ['any-json', 'andotp-encrypted'];

/** Every format that would take a file because it knows it. */
function takers(bytes: Uint8Array): readonly string[] {
  const opened = openForeignFile(new Uint8Array(bytes));
  if (!opened.ok) return [opened.error.kind];
  const all = foreignFormats.filter(({ recognise }) => recognise(opened.value)).map(({ id }) => id);
  return all.length > 1 ? all.filter((id) => !takeAnything.includes(id)) : all;
}

describe('what a file is of', () => {
  it.each(samples)('$name is of its format alone', ({ format, bytes }) => {
    expect(takers(bytes)).toEqual([format]);
  });
});

const isJson = ({ bytes }: { readonly bytes: Uint8Array }): boolean => bytes[0] === 0x7b || bytes[0] === 0x5b;
const cuts = (length: number): readonly number[] => [1, 2, 3, 5, 7, 11].map((part) => Math.floor((length * part) / 12));

describe('a file that breaks off', () => {
  it.each(samples.filter(isJson))('is damaged: $name', async ({ bytes }) => {
    for (const cut of [...cuts(bytes.length), bytes.length - 1])
      expect(await refusalOf(bytes.slice(0, cut), passphrase)).toBe('damaged');
  });
});
