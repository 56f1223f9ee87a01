import type { Bytes } from '../../otp/parameters.ts';
import { err, ok, type Result } from '../../result.ts';
import { parseJsonText } from '../../vault/shape.ts';
import { androidStrings, isBrokenMap } from './android-map.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import { listZip, type ZipMember } from './zip.ts';

/** Bytes of the largest file that is looked at. */
export const MOST_BYTES = 16 * 2 ** 20;
const MOST_DEPTH = 64;

/** A file as every format sees it: read once, of bounded size and depth. */
export type ForeignFile = {
  readonly bytes: Bytes;
  /** Its text without a byte order mark; null for bytes that are none. */
  readonly text: string | null;
  /** Its value where the text is JSON; undefined where it is not. */
  readonly json: unknown;
  /** The texts of an Android settings file by name, in its order; null where it is none. */
  readonly strings: ReadonlyMap<string, string> | null;
  /** The members of a zip archive; null where it is none. */
  readonly members: readonly ZipMember[] | null;
};

/** Whether the bytes begin with these. */
export const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);

function decodeText(bytes: Bytes): string | null {
  const label = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

// Without a recursion of its own, which a deep file could break.
function isShallow(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_DEPTH) return false;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return true;
}

/** Takes a file apart as far as no format is needed for it. A JSON text or an Android settings file that breaks off is damaged, never something else. */
export function openForeignFile(bytes: Bytes): Result<ForeignFile, ForeignError> {
  if (bytes.length > MOST_BYTES) return err({ kind: 'too-large' });
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) {
    const members = listZip(bytes);
    return members.ok ? ok({ bytes, text: null, json: undefined, strings: null, members: members.value }) : members;
  }
  const text = decodeText(bytes);
  if (text !== null && isBrokenMap(text)) return damaged;
  const isJson = text !== null && /^\s*[[{]/.test(text);
  const json = isJson ? parseJsonText(text) : undefined;
  if (isJson && (json === undefined || !isShallow(json))) return damaged;
  return ok({ bytes, text, json, strings: androidStrings(text), members: null });
}
