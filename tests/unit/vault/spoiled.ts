import { createHash } from 'node:crypto';

/** A sealed vault with other content and a checksum that fits: its header reads, and only a key tells. */
export function spoiled(sealed: unknown): string {
  const { format, header, data } = JSON.parse(String(sealed));
  const other = `${data[0] === 'A' ? 'B' : 'A'}${data.slice(1)}`;
  const sha256 = createHash('sha256').update([format, header, other].join('\n')).digest('hex');
  return JSON.stringify({ format, header, data: other, sha256 });
}
