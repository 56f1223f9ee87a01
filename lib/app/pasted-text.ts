import { formatKeyUri } from '../otp/key-uri.ts';
import { readSecret } from '../otp/key-uri-parameters.ts';
import { linkInLine } from '../setup-links.ts';

/** Longer than any page's text about a key. */
const MAX_PASTED_LENGTH = 65_536;
// 80 bits: the shortest key that sites give (RFC 4226 §4 wants 128 at least).
const LEAST_SECRET_BYTES = 10;

/** Words of some letters are base32 too; a key of sixteen and more letters has a digit, or no small letter. */
const looksDrawn = (text: string): boolean => /[2-7]/.test(text) || !/[a-z]/.test(text);

/** The setup link of a key that stands alone or after a colon; a site gives six digits every 30 seconds unless its link says more. */
function linkOfKey(line: string): string | null {
  const key = line.slice(line.lastIndexOf(':') + 1).trim();
  const secret = looksDrawn(key) ? readSecret(key) : null;
  if (secret?.ok !== true || secret.value.length < LEAST_SECRET_BYTES) return null;
  const parameters = { type: 'totp', secret: secret.value, algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;
  return formatKeyUri({ issuer: '', account: '', parameters });
}

/**
 * The setup links in a text that was pasted, dropped or typed, one a line: links as they are, and the links that keys stand for.
 * @returns no text where it holds neither, or is longer than 65 536 characters
 */
export function textsOfPasted(pasted: string): readonly string[] {
  if (pasted.length > MAX_PASTED_LENGTH) return [];
  const lines = pasted.split(/[\r\n]+/).map((line) => line.trim());
  const texts = lines.map((line) => linkInLine(line) ?? linkOfKey(line));
  return [...new Set(texts.filter((text) => text !== null))];
}
