import { err, ok, type Result } from '../result.ts';
import { withoutPadding } from './padding.ts';
import type { Bytes } from './parameters.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Why a text is no base32; `digit-for-letter`: it holds 0, 1, 8 or 9, which people type for O, I or L, B and g. */
export type Base32Error = 'empty' | 'bad-character' | 'digit-for-letter';

/**
 * Decodes base32 (RFC 4648 §6) as people and sites write it: any case, spaces, dashes, with or without padding.
 * Spare bits of the last character are dropped; nothing is guessed.
 */
export function decodeBase32(text: string): Result<Bytes, Base32Error> {
  const clean = withoutPadding(text.toUpperCase().replace(/[\s-]/g, ''));
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const character of clean) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return err(/[0189]/.test(character) ? 'digit-for-letter' : 'bad-character');
    buffer = ((buffer << 5) | value) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((buffer >> bits) & 0xff);
  }
  return bytes.length === 0 ? err('empty') : ok(new Uint8Array(bytes));
}

/** Encodes bytes as unpadded upper-case base32 (RFC 4648 §6; the Key URI Format omits padding). */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((buffer >> bits) & 31);
    }
  }
  return bits === 0 ? text : text + ALPHABET.charAt((buffer << (5 - bits)) & 31);
}
