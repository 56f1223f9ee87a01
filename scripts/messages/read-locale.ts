/** A locale file: its sentences by key, in the order of the file, each with the heading that it stands under. */
export type Locale = ReadonlyMap<string, { readonly text: string; readonly heading: string }>;

/** Reads a file of `locales/`: flat keys, one double-quoted text a line, comments as headings. Throws at any other line. */
export function readLocale(source: string): Locale {
  const sentences = new Map<string, { text: string; heading: string }>();
  let heading = '';
  for (const line of source.split('\n')) {
    if (line.trim() === '') continue;
    if (line.startsWith('#')) {
      heading = line.replace(/^#\s*/u, '');
      continue;
    }
    const [, key, text] = /^(\w+): "([^"\\]*)"$/u.exec(line) ?? [];
    if (key === undefined || text === undefined) throw new Error(`Not a flat line with one quoted text: ${line}`);
    if (sentences.has(key)) throw new Error(`Twice: ${key}`);
    sentences.set(key, { text, heading });
  }
  return sentences;
}
