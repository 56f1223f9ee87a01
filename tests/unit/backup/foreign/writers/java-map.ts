/** A text in Java's modified UTF-8: each half of a surrogate pair by itself, and NUL in two bytes. */
function modifiedUtf8(text: string): Buffer {
  const bytes = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((unit) => {
    if (unit > 0 && unit < 0x80) return [unit];
    if (unit < 0x800) return [0xc0 | (unit >> 6), 0x80 | (unit & 63)];
    return [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 63), 0x80 | (unit & 63)];
  });
  return Buffer.from(bytes);
}

function lengthened(text: string): Buffer {
  const bytes = modifiedUtf8(text);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** A text that is too long for two bytes of length has a tag of its own, and eight. */
function written(text: string): Buffer {
  const bytes = modifiedUtf8(text);
  if (bytes.length < 2 ** 16) return Buffer.concat([Uint8Array.of(0x74), lengthened(text)]);
  const length = Buffer.alloc(8);
  length.writeUInt32BE(bytes.length, 4);
  return Buffer.concat([Uint8Array.of(0x7c), length, bytes]);
}

const FIRST_TEXT = 0x7e0002;

/**
 * A `java.util.HashMap` of texts as Java's ObjectOutputStream writes it (Java Object Serialization Specification, chapter 6): a text that
 * occurs again is a reference to its first place.
 */
export function javaMap(entries: readonly (readonly [string, string])[]): Buffer {
  const seen: string[] = [];
  const text = (value: string): Buffer => {
    const known = seen.indexOf(value);
    if (known >= 0) {
      const reference = Buffer.alloc(5, 0x71);
      reference.writeUInt32BE(FIRST_TEXT + known, 1);
      return reference;
    }
    seen.push(value);
    return written(value);
  };
  const counts = Buffer.alloc(8);
  counts.writeUInt32BE(16);
  counts.writeUInt32BE(entries.length, 4);
  return Buffer.concat([
    Buffer.from([0xac, 0xed, 0, 5, 0x73, 0x72]),
    lengthened('java.util.HashMap'),
    // Its version, what it writes itself, and two fields: a float, and a whole number.
    Buffer.from('0507dac1c31660d1', 'hex'),
    Buffer.from([3, 0, 2, 0x46]),
    lengthened('loadFactor'),
    Buffer.from([0x49]),
    lengthened('threshold'),
    Buffer.from([0x78, 0x70, 0x3f, 0x40, 0, 0, 0, 0, 0, 12, 0x77, 8]),
    counts,
    ...entries.flatMap(([name, value]) => [text(name), text(value)]),
    Buffer.from([0x78]),
  ]);
}
