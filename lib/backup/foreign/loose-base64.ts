import { withoutPadding } from '../../otp/padding.ts';
import type { Bytes } from '../../otp/parameters.ts';

/** The bytes of base64 in either alphabet (RFC 4648 §4, §5), padded or not, with line breaks; null for anything else. */
export function looseBase64(value: unknown): Bytes | null {
  if (typeof value !== 'string') return null;
  const text = withoutPadding(value.replace(/\s/g, '')).replaceAll('-', '+').replaceAll('_', '/');
  if (text === '' || text.length % 4 === 1 || !/^[A-Za-z0-9+/]+$/.test(text)) return null;
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
