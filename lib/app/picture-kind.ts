/** What a file is, by its first bytes: a picture that browsers open, a drawing, a picture that not all open, or none. */
export type PictureKind = 'picture' | 'drawing' | 'other-picture' | 'none';

/** How many of a file's first bytes tell. */
export const KIND_BYTES = 512;

// Names of files and what a browser says of their kind come from the name alone; the bytes are what will be opened.
const pictures: readonly RegExp[] = [
  /^\x89PNG\r\n/,
  /^\xFF\xD8\xFF/,
  /^GIF8[79]a/,
  /^RIFF.{4}WEBP/s,
  /^BM/,
  /^.{4}ftypavi[fs]/s,
];
const otherPictures: readonly RegExp[] = [/^.{4}ftyp(?:hei|hev|mif1|msf1)/s, /^(?:II\*\0|MM\0\*)/, /^8BPS/, /^%PDF-/];
// A byte order mark, an XML declaration, comments and a document type may stand before the drawing itself. A comment ends at its first
// end: to try the later ones too would take years for a file of nothing else.
const drawing =
  /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*|<!DOCTYPE\s+svg[^>]*>\s*)*<(?:\w+:)?svg[\s>]/is;

/** Tells the kind of a file by its first `KIND_BYTES` bytes. */
export function pictureKind(head: Uint8Array): PictureKind {
  const text = String.fromCharCode(...head.subarray(0, KIND_BYTES));
  const fits = (pattern: RegExp) => pattern.test(text);
  if (pictures.some(fits)) return 'picture';
  if (drawing.test(text)) return 'drawing';
  return otherPictures.some(fits) ? 'other-picture' : 'none';
}
