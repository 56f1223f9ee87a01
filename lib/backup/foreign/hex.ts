import type { Bytes } from '../../otp/parameters.ts';

/** The bytes of a hexadecimal text of either case, of `least` to `most` bytes; null for anything else. */
export function hexBytes(value: unknown, least: number, most: number): Bytes | null {
  if (typeof value !== 'string' || value.length % 2 !== 0 || value.length > 2 * most || value.length < 2 * least)
    return null;
  if (!/^[\da-f]*$/i.test(value)) return null;
  return Uint8Array.from({ length: value.length / 2 }, (_, at) => Number.parseInt(value.slice(2 * at, 2 * at + 2), 16));
}
