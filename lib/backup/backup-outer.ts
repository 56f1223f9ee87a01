import { sha256 } from '@noble/hashes/sha2.js';
import { err, ok, type Result } from '../result.ts';
import { toHex } from '../vault/base64.ts';
import { utf8 } from '../vault/bytes.ts';
import { isRecord, isWhole, parseJsonText } from '../vault/shape.ts';

/** The name that a backup file carries. */
export const BACKUP_FORMAT = 'doorcode-backup';
/** Most characters of a backup file, checked before it is parsed. */
export const MAX_BACKUP_LENGTH = 16 * 2 ** 20;

/** Verdicts that need no key. */
export type HeaderVerdict = 'unrecognised' | 'newer-version' | 'damaged';

/** The outer object of a file; `intact` is false when its checksum does not fit, which opening may still survive. */
export type Outer =
  | {
      readonly version: 1;
      readonly header: string;
      readonly check: string;
      readonly data: string;
      readonly intact: boolean;
    }
  | {
      readonly version: 2;
      readonly header: string;
      readonly check: readonly string[];
      readonly data: string;
      readonly intact: boolean;
    };

/** The texts of a file that its checksum covers, in this order, after the format. */
export type Covered = readonly (string | number)[];

/** The keyless damage test: SHA-256 over the covered texts, in hexadecimal. */
export const backupChecksum = (...covered: Covered): string =>
  toHex(sha256(utf8([BACKUP_FORMAT, ...covered].join('\n'))));

const OUR_KEYS = ['header', 'check', 'data', 'sha256'];
const MAX_SLOTS = 16;
const isLater = (version: unknown): boolean => isWhole(version, 3, Number.MAX_SAFE_INTEGER);
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= MAX_SLOTS && value.every((one) => typeof one === 'string');

// A fault in the format's own name may be what made it no JSON.
const isOurs = (text: string): boolean =>
  text.includes(BACKUP_FORMAT) || OUR_KEYS.every((key) => text.includes(`"${key}"`));

/** Reads the outer object of a file. One with our fields and another name or version is a damaged one of ours. */
export function readOuter(text: string): Result<Outer, HeaderVerdict> {
  if (text.length > MAX_BACKUP_LENGTH) return err('unrecognised');
  const outer = parseJsonText(text);
  if (outer === undefined) return err(isOurs(text) ? 'damaged' : 'unrecognised');
  if (!isRecord(outer)) return err('unrecognised');
  const { format, version, help, header, check, data } = outer;
  const hasOurs = OUR_KEYS.every((key) => Object.hasOwn(outer, key));
  if (format !== BACKUP_FORMAT) return err(hasOurs ? 'damaged' : 'unrecognised');
  // What a later version looks like is not known; one that has our fields can be told from a flipped bit by its checksum.
  if (!hasOurs) return err(isLater(version) ? 'newer-version' : 'damaged');
  if (typeof header !== 'string' || typeof data !== 'string') return err('damaged');
  if (version === 1 && typeof check === 'string') {
    return ok({ version, header, check, data, intact: outer.sha256 === backupChecksum(1, header, check, data) });
  }
  if (typeof help !== 'string' || !isTexts(check)) return err('damaged');
  if (version === 2) {
    return ok({
      version,
      header,
      check,
      data,
      intact: outer.sha256 === backupChecksum(2, help, header, ...check, data),
    });
  }
  const sum = isLater(version) && backupChecksum(Number(version), help, header, ...check, data);
  return err(sum === outer.sha256 ? 'newer-version' : 'damaged');
}
