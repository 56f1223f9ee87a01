import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { utf8 } from './bytes.ts';

/** Random bytes of a recovery code: 160 bits, which nobody guesses, so that no slow derivation is needed. */
export const RECOVERY_LENGTH = 20;

// Crockford's base32: no I, L, O and U, so that a handwritten code is read back as it was meant.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const MEANT: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
const CODE_LETTERS = 32;
const CHECK_LETTERS = 4;

/** Why a text is no recovery code: its letters are too few or too many, one is none of ours, or the check letters do not fit. */
export type RecoveryCodeProblem =
  | { readonly kind: 'length'; readonly letters: number; readonly expected: number }
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'mistyped' };

function lettersOf(bytes: Uint8Array, count: number): string {
  let [text, bits, held] = ['', 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5 && text.length < count; bits -= 5) text += LETTERS[(held >>> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return text;
}

function bytesOfLetters(letters: string): Bytes {
  const bytes = new Uint8Array(RECOVERY_LENGTH);
  let [at, bits, held] = [0, 0, 0];
  for (const letter of letters) {
    held = (held << 5) | LETTERS.indexOf(letter);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = held >>> bits;
      at += 1;
      held &= (1 << bits) - 1;
    }
  }
  return bytes;
}

const checkLetters = (letters: string): string =>
  lettersOf(sha256(utf8(`doorcode recovery code ${letters}`)), CHECK_LETTERS);

/**
 * A recovery code as it is shown and printed: nine groups of four letters, the last of which checks the others (20 bits of SHA-256).
 * @param bytes 20 random bytes
 */
export function formatRecoveryCode(bytes: Bytes): string {
  const letters = lettersOf(bytes, CODE_LETTERS);
  return (letters + checkLetters(letters)).replace(/.{4}(?=.)/g, '$&-');
}

/** The 20 bytes of a typed recovery code; spaces, dashes, case and full-width letters do not matter, and O, I and L are read as 0 and 1. */
export function parseRecoveryCode(typed: string): Result<Bytes, RecoveryCodeProblem> {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}\p{Cf}.]/gu, '');
  let letters = '';
  for (const typedLetter of plain) {
    const letter = MEANT[typedLetter] ?? typedLetter;
    if (!LETTERS.includes(letter)) return err({ kind: 'letter', letter: typedLetter });
    letters += letter;
  }
  const expected = CODE_LETTERS + CHECK_LETTERS;
  if (letters.length !== expected) return err({ kind: 'length', letters: letters.length, expected });
  const code = letters.slice(0, CODE_LETTERS);
  if (checkLetters(code) !== letters.slice(CODE_LETTERS)) return err({ kind: 'mistyped' });
  return ok(bytesOfLetters(code));
}

/** The 32-byte key of a recovery code (20 bytes) for one slot's salt: HKDF-SHA256 (RFC 5869). */
export const deriveRecoveryKey = (code: Bytes, salt: Bytes): Bytes =>
  new Uint8Array(hkdf(sha256, code, salt, utf8('doorcode recovery code'), 32));
