import type { Bytes } from '../../otp/parameters.ts';
import { err, ok, type Result } from '../../result.ts';
import { damaged, type ForeignError } from './foreign-error.ts';

/** A file in a zip archive (APPNOTE.TXT §4.3.12), as the central directory tells of it; nothing is unpacked yet. */
export type ZipMember = {
  readonly name: string;
  /** 0 stored, 8 deflated, 99 encrypted by WinZip's AES. */
  readonly method: number;
  /** Needs a passphrase. */
  readonly encrypted: boolean;
  /** Bit 3 of the flags: the checksum follows the data, so the check byte of ZipCrypto is of the time. */
  readonly trailing: boolean;
  readonly time: number;
  readonly crc32: number;
  /** Length as it is stored, and unpacked, in bytes. */
  readonly packed: number;
  readonly unpacked: number;
  /** The extra field, where AES keeps its strength and the true method. */
  readonly extra: Bytes;
  /** Where its local header begins. */
  readonly offset: number;
};

const MOST_MEMBERS = 1_000;
const MOST_UNPACKED = 64 * 2 ** 20;
const MOST_RATIO = 200;
const tooLarge = err({ kind: 'too-large' } as const);

const viewOf = (bytes: Bytes): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

function findEnd(bytes: Bytes): number {
  const view = viewOf(bytes);
  // The record is 22 bytes, and a comment of at most 65535 may follow.
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at -= 1)
    if (view.getUint32(at, true) === 0x06054b50 && at + 22 + view.getUint16(at + 20, true) === bytes.length) return at;
  return -1;
}

/** The members of an archive in its order: at most 1000, of 64 MiB and 200 times their packed size together. An empty one is damaged. */
export function listZip(bytes: Bytes): Result<readonly ZipMember[], ForeignError> {
  const end = findEnd(bytes);
  if (end < 0) return damaged;
  const view = viewOf(bytes);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_MEMBERS) return tooLarge;
  let at = view.getUint32(end + 16, true);
  const members: ZipMember[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return damaged;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const extraAt = at + 46 + (nameLength ?? 0);
    const next = extraAt + (extraLength ?? 0) + (commentLength ?? 0);
    if (next > end) return damaged;
    const flags = view.getUint16(at + 8, true);
    members.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, extraAt)),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) !== 0,
      trailing: (flags & 8) !== 0,
      time: view.getUint16(at + 12, true),
      crc32: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      extra: bytes.slice(extraAt, extraAt + (extraLength ?? 0)),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  if (members.length === 0) return damaged;
  const total = members.reduce((sum, { unpacked }) => sum + unpacked, 0);
  return total > MOST_UNPACKED || total > MOST_RATIO * bytes.length ? tooLarge : ok(members);
}

/** The bytes of a member as they are stored; null where the archive does not hold them. */
export function storedBytes(bytes: Bytes, { offset, packed }: ZipMember): Bytes | null {
  const view = viewOf(bytes);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) return null;
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return from + packed > bytes.length ? null : bytes.slice(from, from + packed);
}

/** Inflates (RFC 1951) to exactly `length` bytes; null for anything else, at the first byte too many. */
export async function inflate(packed: Bytes, length: number): Promise<Bytes | null> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const out = new Uint8Array(length);
  let at = 0;
  try {
    for (const reader = stream.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) return at === length ? out : null;
      if (at + value.length > length) {
        await reader.cancel();
        return null;
      }
      out.set(value, at);
      at += value.length;
    }
  } catch {
    return null;
  }
}
