const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** One byte into a CRC-32 register (ITU-T V.42). */
export const crc32Step = (register: number, byte: number): number =>
  ((register >>> 8) ^ (table[(register ^ byte) & 0xff] ?? 0)) >>> 0;

/** CRC-32 of bytes, 0..2^32-1. */
export const crc32 = (bytes: Uint8Array): number =>
  (bytes.reduce((register, byte) => crc32Step(register, byte), 0xffffffff) ^ 0xffffffff) >>> 0;
