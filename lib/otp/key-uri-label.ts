/** Longest issuer or account that is kept, in UTF-16 units; a label is something to read, not storage. */
const MAX_NAME = 512;
/** Units of a text that a name is looked for in: a file may name thousands of accounts by one text of megabytes. */
const MAX_RAW_NAME = 16 * MAX_NAME;

/** A name fit to show: control characters and bidirectional overrides removed (they disguise names), trimmed, bounded. */
export function cleanName(text: string): string {
  return text
    .slice(0, MAX_RAW_NAME)
    .replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '')
    .slice(0, MAX_NAME)
    .toWellFormed()
    .trim();
}

/**
 * Splits a decoded label into its prefix and account at the first colon (Key URI Format: `issuer ":" *"%20" account`). A prefix equal to a known issuer may itself hold colons.
 */
export function splitLabel(label: string, issuer: string): { readonly prefix: string; readonly account: string } {
  const known = label.startsWith(`${issuer}:`);
  const colon = known ? issuer.length : label.indexOf(':');
  if (colon < 0) return { prefix: '', account: cleanName(label) };
  return { prefix: cleanName(label.slice(0, colon)), account: cleanName(label.slice(colon + 1)) };
}
