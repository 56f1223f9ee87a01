/** The lines of a text that are not empty, one at a time: a list of millions would take gigabytes. */
export function* textLines(text: string): Generator<string> {
  const end = /[\r\n]+/g;
  let from = 0;
  for (let found = end.exec(text); found !== null; found = end.exec(text)) {
    if (found.index > from) yield text.slice(from, found.index);
    from = end.lastIndex;
  }
  if (from < text.length) yield text.slice(from);
}
