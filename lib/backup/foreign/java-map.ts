import type { Bytes } from '../../otp/parameters.ts';

const [NULL, REFERENCE, CLASS, OBJECT, STRING, BLOCK, END, LONG_STRING] = [
  0x70, 0x71, 0x72, 0x73, 0x74, 0x77, 0x78, 0x7c,
];
const FIRST_HANDLE = 0x7e0000;
const MOST_ENTRIES = 20_000;

/** A cursor over bytes that ends by an exception of its own at the first byte too many. */
class Broken extends Error {}

// Java's UTF differs from UTF-8 in NUL and in what lies beyond the basic plane, which it writes as two surrogates of three bytes.
function modifiedUtf8(bytes: Bytes): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return binary.replace(/[\xc0-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}/g, (sequence) => {
    const [first = 0, second = 0, third = 0] = Array.from(sequence, (byte) => byte.charCodeAt(0));
    const unit =
      sequence.length === 2
        ? ((first & 31) << 6) | (second & 63)
        : ((first & 15) << 12) | ((second & 63) << 6) | (third & 63);
    return String.fromCharCode(unit);
  });
}

function cursorOf(bytes: Bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 4;
  const take = (count: number): number => {
    if (count < 0 || at + count > bytes.length) throw new Broken();
    at += count;
    return at - count;
  };
  return {
    byte: () => view.getUint8(take(1)),
    short: () => view.getUint16(take(2)),
    int: () => view.getInt32(take(4)),
    skip: (count: number) => void take(count),
    text(length: number): string {
      const from = take(length);
      return modifiedUtf8(bytes.subarray(from, from + length));
    },
  };
}

/**
 * Reads a serialised `java.util.HashMap` of texts (Java Object Serialization Specification, chapter 6); null for anything else.
 * Handles are counted, since a text that occurs twice is written once.
 */
export function readJavaMap(bytes: Bytes): ReadonlyMap<string, string> | null {
  const cursor = cursorOf(bytes);
  const handles: (string | null)[] = [];
  const expect = (tag: number | undefined): void => {
    if (cursor.byte() !== tag) throw new Broken();
  };
  const readText = (): string => {
    const tag = cursor.byte();
    if (tag === REFERENCE) {
      const text = handles[cursor.int() - FIRST_HANDLE];
      if (text === undefined || text === null) throw new Broken();
      return text;
    }
    if (tag === LONG_STRING) cursor.skip(4);
    else if (tag !== STRING) throw new Broken();
    const text = cursor.text(tag === STRING ? cursor.short() : cursor.int());
    handles.push(text);
    return text;
  };
  try {
    expect(OBJECT);
    expect(CLASS);
    if (cursor.text(cursor.short()) !== 'java.util.HashMap') return null;
    handles.push(null);
    cursor.skip(8 + 1);
    // The load factor, and from an older library the threshold too: four bytes each.
    const fields = cursor.short();
    for (let field = 0; field < fields; field += 1) {
      cursor.skip(1);
      cursor.text(cursor.short());
    }
    expect(END);
    expect(NULL);
    handles.push(null);
    cursor.skip(4 * fields);
    expect(BLOCK);
    cursor.skip(1 + 4);
    const count = cursor.int();
    if (count < 0 || count > MOST_ENTRIES) return null;
    const map = new Map<string, string>();
    for (let entry = 0; entry < count; entry += 1) map.set(readText(), readText());
    return map;
  } catch (error) {
    if (error instanceof Broken) return null;
    throw error;
  }
}
