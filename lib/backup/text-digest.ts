import { sha256 } from '@noble/hashes/sha2.js';
import { toHex } from '../vault/base64.ts';

/** SHA-256 of a text in hexadecimal; at once, where no promise may be waited for. */
export const digestOfText = (text: string): string => toHex(new Uint8Array(sha256(new TextEncoder().encode(text))));
