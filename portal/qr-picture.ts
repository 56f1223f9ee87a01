import { crc32, deflateSync } from 'node:zlib';
import encodeQR from 'qr';

/** The modules of a QR code with its quiet zone of four, true for dark, row by row. */
export const qrModules = (text: string): boolean[][] => encodeQR(text, 'raw', { ecc: 'medium', border: 4 });

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  const check = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** A greyscale PNG (ISO/IEC 15948, 8 bits, no interlace) with `scale` pixels a module. */
export const qrPng = (text: string, scale = 5): Buffer => {
  const modules = qrModules(text);
  const size = modules.length * scale;
  const rows = modules.flatMap((row) => {
    const line = Buffer.alloc(1 + size);
    row.forEach((dark, x) => {
      line.fill(dark ? 0 : 255, 1 + x * scale, 1 + (x + 1) * scale);
    });
    return Array.from({ length: scale }, () => line);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** One SVG path that covers the dark modules, in units of one module. */
export const qrPath = (modules: readonly (readonly boolean[])[]): string =>
  modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
