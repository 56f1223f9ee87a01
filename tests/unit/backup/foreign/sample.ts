import type { ForeignItem } from '../../../../lib/backup/foreign/foreign-format.ts';

/** A file of one format as these tests write it, and what is in it. */
export type Sample = {
  readonly name: string;
  /** The format that it is of. */
  readonly format: string;
  readonly bytes: Uint8Array;
  readonly items: readonly ForeignItem[];
  readonly others?: number;
  /** Where it is sealed. */
  readonly sealed?: {
    /** The key takes a second or more, so it is opened once. */
    readonly slow?: true;
    /** The copies with one bit altered in what the passphrase protects. */
    readonly altered: readonly Uint8Array[];
  };
};

/** A text or a value to be written as JSON, as bytes. */
export const file = (content: unknown): Uint8Array =>
  new Uint8Array(Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)));

/** The bytes with one bit turned. */
export function altered(bytes: Uint8Array, at: number, bit = 0): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}

/** Copies of bytes with one bit turned at the first, the middle and the last byte. */
export const alteredCopies = (bytes: Uint8Array): readonly Uint8Array[] =>
  [0, bytes.length >> 1, bytes.length - 1].map((at, index) => altered(bytes, at, index));
