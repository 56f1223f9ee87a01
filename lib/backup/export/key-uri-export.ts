import { formatKeyUri } from '../../otp/key-uri.ts';
import { MAX_KEY_URI_LENGTH } from '../../otp/key-uri-text.ts';
import type { Entry } from '../../vault/entry.ts';
import { type ExportedText, sortOut } from './export-format.ts';

// `otpauth://steam/` is what apps that read lists know, `encoder=steam` what single QR codes need.
const lineOf = (entry: Entry): string => {
  const uri = formatKeyUri(entry);
  return entry.parameters.type === 'steam' ? uri.replace('otpauth://totp/', 'otpauth://steam/') : uri;
};

/** Accounts as setup links, one in a line (Key URI Format). */
export function exportKeyUris(entries: readonly Entry[]): ExportedText {
  const { fit, leftOut } = sortOut(entries, (entry) => (lineOf(entry).length > MAX_KEY_URI_LENGTH ? 'too-long' : null));
  return { text: fit.map((entry) => `${lineOf(entry)}\n`).join(''), held: fit, leftOut };
}
