import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { NONCE_LENGTH } from './aead.ts';
import { checkTotalCost } from './kdf.ts';
import { decodeSlot, isIdentifier, type KeySlot, type SlotDescription } from './key-slots.ts';
import { decodeSlot1, type KeySlot1 } from './key-slots-1.ts';
import { hasExactly, isBase64Of, isRecord, isUnixMs, isWhole, parseJsonBytes } from './shape.ts';

const MAX_SLOTS = 16;

type Common = {
  readonly id: string;
  /** Counts writes from 1. */
  readonly generation: number;
  /** 12 bytes in base64. */
  readonly nonce: string;
  readonly createdUnixMs: number;
};

/** The header of a vault whose keys were never changed since version 1; it tells no time of writing. */
export type Header1 = Common & { readonly version: 1; readonly slots: readonly KeySlot1[] };
/** The header of a vault as it is written now. */
export type Header2 = Common & {
  readonly version: 2;
  readonly slots: readonly KeySlot[];
  readonly writtenUnixMs: number;
};

/** What is readable without a key; authenticated with the content. */
export type Header = Header1 | Header2;

/** Why a sealed text cannot be read, known without any key. */
export type HeaderFault = { readonly kind: 'damaged' } | { readonly kind: 'newer-version'; readonly version: number };

const DAMAGED = err<HeaderFault>({ kind: 'damaged' });

function decodeSlots<T extends SlotDescription>(
  value: unknown,
  decode: (item: unknown) => T | null,
): readonly T[] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_SLOTS) return null;
  const slots: T[] = [];
  for (const item of value) {
    const slot = decode(item);
    if (slot === null) return null;
    slots.push(slot);
  }
  return checkTotalCost(slots) ? slots : null;
}

/** The header in its exact bytes; `newer-version` is decided before anything else is looked at. */
export function decodeHeader(bytes: Bytes): Result<Header, HeaderFault> {
  const value = parseJsonBytes(bytes);
  if (!isRecord(value)) return DAMAGED;
  if (isWhole(value.version, 3, Number.MAX_SAFE_INTEGER)) {
    return err({ kind: 'newer-version', version: value.version });
  }
  const { version, id, generation, nonce, createdUnixMs, writtenUnixMs } = value;
  const keys = ['version', 'id', 'generation', 'slots', 'nonce', 'createdUnixMs'];
  if (!hasExactly(value, version === 2 ? [...keys, 'writtenUnixMs'] : keys)) return DAMAGED;
  if (!isIdentifier(id) || !isWhole(generation, 1, Number.MAX_SAFE_INTEGER)) return DAMAGED;
  if (!isBase64Of(nonce, NONCE_LENGTH)) return DAMAGED;
  if (!isUnixMs(createdUnixMs)) return DAMAGED;
  const common = { id, generation, nonce, createdUnixMs };
  if (version === 1) {
    const slots = decodeSlots(value.slots, decodeSlot1);
    return slots === null ? DAMAGED : ok({ version, slots, ...common });
  }
  const slots = decodeSlots(value.slots, decodeSlot);
  return version !== 2 || slots === null || !isUnixMs(writtenUnixMs)
    ? DAMAGED
    : ok({ version, slots, writtenUnixMs, ...common });
}

/** When a vault was written, in Unix milliseconds; null where its version does not tell. */
export const writtenUnixMsOf = (header: Header): number | null => (header.version === 2 ? header.writtenUnixMs : null);
