import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import { counted } from './sealing.ts';

/** How a member is protected: ZipCrypto, or WinZip's AES-256. */
export type ZipSeal = { readonly by: 'ZipCrypto' | 'AES'; readonly passphrase: string };

type Packed = { readonly data: Buffer; readonly method: number; readonly flags: number; readonly extra: Buffer };

/** The traditional encryption (APPNOTE.TXT §6.1); zlib keeps its register inverted, so a step is undone on both sides. */
function zipCrypto(typed: string, plain: Buffer, check: number): Buffer {
  const step = (register: number, byte: number) => ~crc32(Uint8Array.of(byte), ~register >>> 0) >>> 0;
  let keys: readonly [number, number, number] = [0x12345678, 0x23456789, 0x34567890];
  const update = (byte: number) => {
    const key0 = step(keys[0], byte);
    const key1 = Number((BigInt((keys[1] + (key0 & 0xff)) >>> 0) * 134775813n + 1n) & 0xffffffffn);
    keys = [key0, key1, step(keys[2], key1 >>> 24)];
  };
  for (const byte of Buffer.from(typed)) update(byte);
  return Buffer.from(
    Array.from(Buffer.concat([counted(11, 33), Uint8Array.of(check), plain]), (byte) => {
      const word = (keys[2] & 0xffff) | 2;
      const sealed = byte ^ (((word * (word ^ 1)) >> 8) & 0xff);
      update(byte);
      return sealed;
    }),
  );
}

/** WinZip's AES-256 (AE-2): salt, check, CTR by a counter whose lowest byte comes first, ten bytes of HMAC-SHA1. */
function winZipAes(typed: string, plain: Buffer): Buffer {
  const salt = counted(16, 44);
  const keys = pbkdf2Sync(typed, salt, 1_000, 66, 'sha1');
  const blocks = Array.from({ length: Math.ceil(plain.length / 16) }, (_, at) => {
    const counter = Buffer.alloc(16);
    counter.writeUInt32LE(at + 1);
    return counter;
  });
  const cipher = createCipheriv('aes-256-ecb', keys.subarray(0, 32), null).setAutoPadding(false);
  const stream = cipher.update(Buffer.concat(blocks));
  const data = Buffer.from(plain.map((byte, at) => byte ^ (stream[at] ?? 0)));
  const tag = createHmac('sha1', keys.subarray(32, 64)).update(data).digest().subarray(0, 10);
  return Buffer.concat([salt, keys.subarray(64), data, tag]);
}

function packed(content: Buffer, seal: ZipSeal | null): Packed {
  const data = deflateRawSync(content);
  if (seal === null) return { data, method: 8, flags: 0, extra: Buffer.alloc(0) };
  if (seal.by === 'ZipCrypto')
    return {
      data: zipCrypto(seal.passphrase, data, crc32(content) >>> 24),
      method: 8,
      flags: 1,
      extra: Buffer.alloc(0),
    };
  // Field 0x9901 of 7 bytes: AE-2, `AE`, strength 3, and the true method.
  const extra = Buffer.from([0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3, 8, 0]);
  return { data: winZipAes(seal.passphrase, data), method: 99, flags: 1, extra };
}

/** A zip archive of texts, with the passphrase of all of them. */
export function zipOf(members: Readonly<Record<string, string>>, seal: ZipSeal | null = null): Buffer {
  let offset = 0;
  const parts = Object.entries(members).map(([name, text]) => {
    const content = Buffer.from(text);
    const { data, method, flags, extra } = packed(content, seal);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(51, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(method === 99 ? 0 : crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    common.writeUInt16LE(extra.length, 24);
    const tail = [Buffer.from(name), extra];
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, ...tail, data]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    offset += local.length;
    return { local, central: Buffer.concat([Buffer.from('PK\x01\x02\x33\0'), common, where, ...tail]) };
  });
  const directory = Buffer.concat(parts.map(({ central }) => central));
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts.map(({ local }) => local), directory, Buffer.from('PK\x05\x06'), end]);
}
