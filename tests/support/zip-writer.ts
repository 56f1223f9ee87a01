import { crc32, deflateRawSync } from 'node:zlib';

/** A member to write; what is given beside its name and bytes stands in the directory instead of the truth. */
export type WrittenMember = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly unpacked?: number;
  readonly packed?: number;
  readonly offset?: number;
  readonly extra?: Uint8Array;
};

function header(magic: number, fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const out = Buffer.alloc(4 + fields.reduce((sum, [bytes]) => sum + bytes, 0));
  out.writeUInt32LE(magic);
  let at = 4;
  for (const [bytes, value] of fields) {
    if (bytes === 2) out.writeUInt16LE(value & 0xffff, at);
    else out.writeUInt32LE(value >>> 0, at);
    at += bytes;
  }
  return out;
}

/** A zip archive, which may lie: in its members, or in `count`, the number of them. */
export function writeZip(members: readonly WrittenMember[], count = members.length): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const member of members) {
    const { name, bytes, method = 8, flags = 0, extra = new Uint8Array() } = member;
    const data = method === 8 ? deflateRawSync(bytes) : Buffer.from(bytes);
    const sizes = [
      [4, crc32(bytes)],
      [4, member.packed ?? data.length],
      [4, member.unpacked ?? bytes.length],
      [2, Buffer.byteLength(name)],
      [2, extra.length],
    ] as const;
    const about = [[2, 20], [2, flags], [2, method], [2, 0], [2, 0], ...sizes] as const;
    const local = Buffer.concat([header(0x04034b50, about), Buffer.from(name), extra, data]);
    const further = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, member.offset ?? at],
    ] as const;
    directory.push(header(0x02014b50, [[2, 20], ...about, ...further]), Buffer.from(name), Buffer.from(extra));
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = header(0x06054b50, [
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, central.length],
    [4, at],
    [2, 0],
  ]);
  return new Uint8Array(Buffer.concat([...parts, central, end]));
}
