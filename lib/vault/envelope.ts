import { sha256 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { decrypt, encrypt, NONCE_LENGTH } from './aead.ts';
import { fromBase64, toBase64, toHex } from './base64.ts';
import { decodeContent, encodeContent } from './content.ts';
import type { VaultContent } from './entry.ts';
import { decodeHeader, type Header, type HeaderFault } from './header.ts';
import { bytesOf, hasExactly, isRecord, parseJsonText } from './shape.ts';

const FORMAT = 'doorcode-vault';
const encoder = new TextEncoder();
const MAX_SEALED_LENGTH = 64 * 2 ** 20;

const DAMAGED = err<HeaderFault>({ kind: 'damaged' });

// Without a key, this is what tells a flipped bit from a wrong passphrase; against an attacker stands GCM alone.
function checked({ header, data }: { readonly header: string; readonly data: string }): Bytes {
  const text = [FORMAT, header, data].join('\n');
  // What was sealed is ASCII, which Chromium writes into bytes that are there in a tenth of the time that it makes them in.
  const bytes = new Uint8Array(text.length);
  const { read } = encoder.encodeInto(text, bytes);
  // Any other text has more bytes than letters, so that not all of it fits in.
  return read === text.length ? bytes : encoder.encode(text);
}
// The browser's own takes a tenth of the time, and a large vault is checked several times at each save.
const checksum = async (of: Parameters<typeof checked>[0]): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', checked(of))));

type Outer = { readonly header: string; readonly data: string; readonly sum: string };
type Parts = { readonly header: Header; readonly headerBytes: Bytes; readonly data: string };

function outerOf(sealed: unknown): Result<Outer, HeaderFault> {
  if (typeof sealed !== 'string' || sealed.length > MAX_SEALED_LENGTH) return DAMAGED;
  const outer = parseJsonText(sealed);
  if (!isRecord(outer) || !hasExactly(outer, ['format', 'header', 'data', 'sha256'])) return DAMAGED;
  const { format, header, data } = outer;
  if (format !== FORMAT || typeof header !== 'string' || typeof data !== 'string') return DAMAGED;
  return typeof outer.sha256 === 'string' ? ok({ header, data, sum: outer.sha256 }) : DAMAGED;
}

/** @param sum of the outer's texts, as they are */
function takeApart({ header, data, sum: told }: Outer, sum: string): Result<Parts, HeaderFault> {
  if (told !== sum) return DAMAGED;
  const headerBytes = fromBase64(header);
  if (headerBytes === null) return DAMAGED;
  const decoded = decodeHeader(headerBytes);
  return decoded.ok ? ok({ header: decoded.value, headerBytes, data }) : decoded;
}

/** Seals the content under the 32-byte data key; `header.nonce` must be fresh, 12 random bytes. The header's bytes are authenticated. */
export async function sealVault(header: Header, content: VaultContent, dataKey: Bytes): Promise<string> {
  const nonce = bytesOf(header.nonce, NONCE_LENGTH, NONCE_LENGTH);
  if (nonce === null) throw new TypeError('a vault nonce is 12 bytes of base64');
  const headerBytes = new TextEncoder().encode(JSON.stringify(header));
  const headerText = toBase64(headerBytes);
  const data = toBase64(await encrypt(dataKey, nonce, headerBytes, encodeContent(content)));
  return JSON.stringify({
    format: FORMAT,
    header: headerText,
    data,
    sha256: await checksum({ header: headerText, data }),
  });
}

/** The header of a sealed text; nothing but its checksum vouches for it until the vault is opened. */
export function readHeader(sealed: unknown): Result<Header, HeaderFault> {
  const outer = outerOf(sealed);
  const parts = outer.ok ? takeApart(outer.value, toHex(sha256(checked(outer.value)))) : outer;
  return parts.ok ? ok(parts.value.header) : parts;
}

/** The same with the browser's own SHA-256, which takes a tenth of the time on a large vault. */
export async function readHeaderSoon(sealed: unknown): Promise<Result<Header, HeaderFault>> {
  const outer = outerOf(sealed);
  const parts = outer.ok ? takeApart(outer.value, await checksum(outer.value)) : outer;
  return parts.ok ? ok(parts.value.header) : parts;
}

/** Opens a sealed text with the 32-byte data key; nothing is released unless header and content authenticate. */
export async function openVault(
  sealed: unknown,
  dataKey: Bytes,
): Promise<Result<{ readonly header: Header; readonly content: VaultContent }, 'damaged' | 'newer-version'>> {
  const outer = outerOf(sealed);
  const parts = outer.ok ? takeApart(outer.value, await checksum(outer.value)) : outer;
  if (!parts.ok) return err(parts.error.kind);
  const { header, headerBytes, data } = parts.value;
  const nonce = fromBase64(header.nonce);
  const cipher = fromBase64(data);
  if (nonce === null || cipher === null) return err('damaged');
  const plain = await decrypt(dataKey, nonce, headerBytes, cipher);
  if (plain === null) return err('damaged');
  const content = decodeContent(plain);
  return content.ok ? ok({ header, content: content.value }) : content;
}
