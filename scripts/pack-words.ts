import type { Plugin } from 'vite';

// Parts of tables that are asked for by their names; the rest of a table is one part.
const asked = new Set(
  'card price domain parcel invitation elsewhere address search amount developer password makers'.split(' '),
);
const table = /export const (\w+): PhraseTable = \{\n(.*?)\n\};/gs;
const row = /^ {2}(\w+): (?:`([^`]*)`|'([^']*)'|"([^"]*)"),$/gm;

const wordsOf = (text: string): string[] => text.split(/\s*[|\n]\s*/).filter((word) => word !== '');

/** Packs the rows of one table: their line breaks, languages and repetitions are for who reads the source, not for the page. */
function packed(name: string, body: string): string {
  const rows = [...body.matchAll(row)];
  // What is left over is a row that this did not read, and its words would be lost.
  const rest = body
    .replace(row, '')
    .replace(/\/\/.*/g, '')
    .trim();
  if (rest !== '') throw new Error(`${name} has a row that cannot be packed: ${rest.slice(0, 80)}`);
  const read = rows.map(
    ([, key = '', ...texts]) => [key, wordsOf(texts.find((text) => text !== undefined) ?? '')] as const,
  );
  const parts = Map.groupBy(read, ([key]) => (asked.has(key) ? key : 'all'));
  const lines = [...parts].map(([key, rows]) => {
    const words = [...new Set(rows.flatMap(([, words]) => words))].toSorted();
    return `  ${key}: ${JSON.stringify(words.join('|'))},`;
  });
  return `export const ${name}: PhraseTable = {\n${lines.join('\n')}\n};`;
}

/** Packs the word tables of the detector, which are most of what a page is given. */
export const packWords = (): Plugin => ({
  name: 'pack-words',
  enforce: 'pre',
  transform: {
    filter: { id: /\/lib\/page\/detect\/[\w-]+-words\.ts$/ },
    handler: (code) => code.replace(table, (_, name: string, body: string) => packed(name, body)),
  },
});
