import type { Bytes } from '../otp/parameters.ts';
import { decrypt, encrypt, NONCE_LENGTH } from '../vault/aead.ts';
import { toBase64 } from '../vault/base64.ts';
import { utf8 } from '../vault/bytes.ts';
import { bytesOf, isRecord, parseJsonBytes, parseJsonText } from '../vault/shape.ts';

const FORMAT = 'doorcode-set-aside';
const MOST = 128 * 2 ** 20;

/** A value as JSON has it; null for one that it cannot hold, which none of ours ever was. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch {
    return 'null';
  }
}

/** A value as a JSON text can hold it. */
export const plainJson = (value: unknown): unknown => (typeof value === 'string' ? value : JSON.parse(jsonOf(value)));

/** Bytes that were set aside, under the vault's data key: an old key may have opened them. Nonce: 12 fresh bytes. */
export async function sealAside(value: unknown, dataKey: Bytes, nonce: Bytes): Promise<string> {
  const sealed = await encrypt(dataKey, nonce, utf8(FORMAT), utf8(jsonOf(value)));
  return JSON.stringify({ format: FORMAT, nonce: toBase64(nonce), data: toBase64(sealed) });
}

/** A value as it was before it was set aside and sealed; one that is not sealed under this key comes back as it is. */
export async function openAside(value: unknown, dataKey: Bytes): Promise<unknown> {
  const outer = typeof value === 'string' ? parseJsonText(value) : null;
  if (!isRecord(outer) || outer.format !== FORMAT) return value;
  const nonce = bytesOf(outer.nonce, NONCE_LENGTH, NONCE_LENGTH);
  const sealed = bytesOf(outer.data, 0, MOST);
  const plain = nonce === null || sealed === null ? null : await decrypt(dataKey, nonce, utf8(FORMAT), sealed);
  return plain === null ? value : parseJsonBytes(plain);
}
