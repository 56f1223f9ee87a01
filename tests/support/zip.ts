import { inflateRawSync } from 'node:zlib';

/** A file in a zip: its path, its time as zip keeps it (date and time of MS-DOS, 0 for none), and its bytes. */
export type ZippedFile = { readonly path: string; readonly time: number; readonly bytes: Buffer };

const END = 0x06054b50;
const DEFLATED = 8;

/** The files of a zip, in its order. Reads what WXT writes: no comment, stored or deflated. */
export function filesInZip(zip: Buffer): readonly ZippedFile[] {
  const end = zip.length - 22;
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new Error('this is no zip without a comment');
  const files: ZippedFile[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    files.push({
      path: zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0)),
      time: zip.readUInt32LE(at + 12),
      bytes: zip.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(packed) : packed,
    });
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return files;
}
