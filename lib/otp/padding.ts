/** A text without the `=` at its end; not by `/=+$/`, which reads a row of them to its end from each one. */
export function withoutPadding(text: string): string {
  let end = text.length;
  while (text[end - 1] === '=') end -= 1;
  return text.slice(0, end);
}
