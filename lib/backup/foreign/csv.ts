/** Cells of a row and rows: the tables of password managers have some ten and some thousand. */
const MOST_CELLS = 1_000;
const MOST_ROWS = 100_000;

/** Where a quoted cell's last quote is, which a separator or the end follows; -1 where its first quote is a stray one. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at >= 0 && [',', '\r', '\n', undefined].includes(text[at + 1]) ? at : -1;
}

/**
 * The rows of a CSV (RFC 4180) that have something in them: quoted cells may hold separators, line breaks and doubled quotes; a stray quote
 * is a letter. None of a table that is larger than anybody's passwords.
 */
export function readCsv(text: string): readonly (readonly string[])[] {
  const separator = /[,\r\n]/g;
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length || row.length > 0; ) {
    const closing = text[at] === '"' ? closingQuote(text, at) : -1;
    separator.lastIndex = closing < 0 ? at : closing;
    const end = separator.exec(text)?.index ?? text.length;
    row.push(closing < 0 ? text.slice(at, end) : text.slice(at + 1, closing).replaceAll('""', '"'));
    at = end + 1;
    if (row.length > MOST_CELLS || rows.length > MOST_ROWS) return [];
    if (text[end] === ',') continue;
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
    while (text[at] === '\r' || text[at] === '\n') at += 1;
  }
  return rows;
}
