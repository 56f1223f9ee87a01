/** The rows of a CSV (RFC 4180): quoted cells may hold separators, line breaks and doubled quotes; a stray quote is a letter. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\r|\n|$)/gy;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    // Letters after a closing quote: no CSV that can be trusted.
    if (found === null) return [];
    const [, quoted, bare = '', separator = ''] = found;
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (separator === ',' && cell.lastIndex === text.length) row.push('');
    if (separator === ',' && cell.lastIndex < text.length) continue;
    rows.push(row);
    row = [];
  }
  return rows.filter((cells) => cells.some((one) => one !== ''));
}
