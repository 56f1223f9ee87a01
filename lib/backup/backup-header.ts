import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { NONCE_LENGTH } from '../vault/aead.ts';
import { fromBase64 } from '../vault/base64.ts';
import { checkFileKdf, checkTotalCost, type FileKdf } from '../vault/kdf.ts';
import { decodeSlotOf, isIdentifier, type KeySlot } from '../vault/key-slots.ts';
import { bytesOf, isRecord, isUnixMs, parseJsonBytes } from '../vault/shape.ts';
import type { HeaderVerdict, Outer } from './backup-outer.ts';

const MAX_NAMES = 64;
const LENGTH = 32;

/** A slot of a file: its key comes from a passphrase or from the recovery code. */
export type FileSlot = Exclude<KeySlot<FileKdf>, { readonly kind: 'computer' }>;

/** A file of version 2, taken apart; the header's exact bytes are authenticated by each check value and by the data. */
export type Backup2 = {
  readonly version: 2;
  readonly intact: boolean;
  readonly headerBytes: Bytes;
  readonly id: string;
  readonly createdUnixMs: number;
  readonly slots: readonly FileSlot[];
  /** One of 32 bytes for each slot; null for what is not that, whose neighbours may still open. */
  readonly checks: readonly (Bytes | null)[];
  readonly nonce: Bytes;
  /** Keys of header, payload and entries that may not be ignored. */
  readonly crit: readonly string[];
  /** Base64 of what is sealed. */
  readonly data: string;
};

/** Every key that this version gives a header. */
const HEADER_KEYS = ['version', 'id', 'createdUnixMs', 'app', 'slots', 'nonce', 'pad', 'crit'];

/** Whether an object has a key that may not be ignored and that we do not know. */
export const unknownCritical = (
  record: Readonly<Record<string, unknown>>,
  known: readonly string[],
  crit: readonly string[],
): boolean => crit.some((name) => Object.hasOwn(record, name) && !known.includes(name));

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= MAX_NAMES && value.every((one) => typeof one === 'string');

function decodeSlots(value: unknown, count: number): readonly FileSlot[] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length !== count) return null;
  const slots: FileSlot[] = [];
  for (const item of value) {
    const slot = decodeSlotOf(item, checkFileKdf);
    if (slot === null || slot.kind === 'computer') return null;
    slots.push(slot);
  }
  return checkTotalCost(slots) ? slots : null;
}

/** Takes a file of version 2 apart and bounds its KDFs, each and together, without any derivation. */
export function decodeBackup2(outer: Extract<Outer, { version: 2 }>): Result<Backup2, HeaderVerdict> {
  const { intact, data } = outer;
  const headerBytes = fromBase64(outer.header);
  const value = headerBytes === null ? undefined : parseJsonBytes(headerBytes);
  if (headerBytes === null || !isRecord(value)) return err('damaged');
  const { id, createdUnixMs, crit } = value;
  if (value.version !== 2 || !isNames(crit)) return err('damaged');
  if (unknownCritical(value, HEADER_KEYS, crit)) return err(intact ? 'newer-version' : 'damaged');
  const slots = decodeSlots(value.slots, outer.check.length);
  const nonce = bytesOf(value.nonce, NONCE_LENGTH, NONCE_LENGTH);
  if (slots === null || nonce === null || !isIdentifier(id) || !isUnixMs(createdUnixMs)) return err('damaged');
  const checks = outer.check.map((check) => bytesOf(check, LENGTH, LENGTH));
  return ok({ version: 2, intact, headerBytes, id, createdUnixMs, slots, checks, nonce, crit, data });
}
