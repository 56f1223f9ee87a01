const FIRST_TEXT = 0x7e0002;

const counted = (value: string): Buffer => {
  const bytes = Buffer.from(value);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
};

function int(value: number): Buffer {
  const out = Buffer.alloc(4);
  out.writeInt32BE(value);
  return out;
}

function textOf(value: string): Buffer {
  const { length } = Buffer.from(value);
  if (length < 0x10000) return Buffer.concat([Buffer.from([0x74]), counted(value)]);
  return Buffer.concat([Buffer.from([0x7c]), int(0), int(length), Buffer.from(value)]);
}

/** A serialised `java.util.HashMap` of texts; a text that occurs again is written as a reference, as Java does. */
export function writeJavaMap(entries: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const handles = new Map<string, number>();
  const texts = Object.entries(entries).flat();
  const written = texts.map((one) => {
    const handle = handles.get(one);
    if (handle !== undefined) return Buffer.concat([Buffer.from([0x71]), int(handle)]);
    handles.set(one, FIRST_TEXT + handles.size);
    return textOf(one);
  });
  const head = [Buffer.from([0xac, 0xed, 0, 5, 0x73, 0x72]), counted('java.util.HashMap'), Buffer.alloc(8, 1)];
  const fields = [Buffer.from([2, 0, 2, 0x46]), counted('loadFactor'), Buffer.from([0x49]), counted('threshold')];
  const data = [Buffer.from([0x78, 0x70]), Buffer.alloc(8), Buffer.from([0x77, 8]), int(16), int(texts.length / 2)];
  return new Uint8Array(Buffer.concat([...head, ...fields, ...data, ...written]));
}
