import type { Bytes } from '../otp/parameters.ts';

// String.fromCharCode takes its bytes as arguments, and engines bound how many there may be.
const CHUNK = 8_192;

/** Base64 with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    // As a list of arguments, not spread: that asks for each byte by itself, and takes ten times as long.
    binary += Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** Bytes of canonical base64 (RFC 4648 §4, §3.5); `null` for any other spelling, so that one value has one text. */
export function fromBase64(text: string): Bytes | null {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    return null;
  }
  // `atob` takes white space and missing padding, which leave fewer bytes than the text has room for.
  const padding = text.endsWith('==') ? 2 : Number(text.endsWith('='));
  if (binary.length !== (text.length / 4) * 3 - padding) return null;
  // Unused low bits of the last character would give a second spelling of the same bytes.
  if (padding > 0 && btoa(binary.slice(-(binary.length % 3))) !== text.slice(-4)) return null;
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Lower-case hexadecimal, two digits a byte. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}
