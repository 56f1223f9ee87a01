/** One field: `number` for a varint (kept to 53 bits, else null), `bytes` for a length-delimited one. */
export type ProtobufField = {
  readonly field: number;
  readonly value: number | null;
  readonly bytes: Uint8Array | null;
};

/** Reads a message's fields (protobuf encoding guide); null when a length leaves the buffer or a varint exceeds ten bytes. */
export function readProtobuf(data: Uint8Array): readonly ProtobufField[] | null {
  const fields: ProtobufField[] = [];
  let offset = 0;
  const varint = (): bigint | null => {
    let value = 0n;
    for (let index = 0n; index < 10n; index += 1n) {
      const byte = data[offset];
      if (byte === undefined) return null;
      offset += 1;
      value |= BigInt(byte & 0x7f) << (7n * index);
      if (byte < 0x80) return BigInt.asIntN(64, value);
    }
    return null;
  };
  while (offset < data.length) {
    const tag = varint();
    if (tag === null || tag < 8n || tag > 0xffff_ffffn) return null;
    const field = Number(tag >> 3n);
    const wire = Number(tag & 7n);
    if (wire === 0) {
      const value = varint();
      if (value === null) return null;
      fields.push({ field, value: Number.isSafeInteger(Number(value)) ? Number(value) : null, bytes: null });
      continue;
    }
    const length = wire === 2 ? varint() : wire === 1 ? 8n : wire === 5 ? 4n : null;
    if (length === null || length < 0n || length > BigInt(data.length - offset)) return null;
    const end = offset + Number(length);
    if (wire === 2) fields.push({ field, value: null, bytes: data.slice(offset, end) });
    offset = end;
  }
  return fields;
}

/** A field to write: a whole number as a varint, or bytes as they are. */
export type ProtobufInput = readonly [field: number, value: number | Uint8Array];

function varint(value: bigint): readonly number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  return [...bytes, Number(rest)];
}

/**
 * Writes a message that `readProtobuf` reads back (protobuf encoding guide); a negative number takes ten bytes.
 * @param fields numbers are safe integers; anything else throws
 */
export function writeProtobuf(fields: readonly ProtobufInput[]): Uint8Array {
  const bytes = fields.flatMap(([field, value]) =>
    typeof value === 'number'
      ? [...varint(BigInt(field << 3)), ...varint(BigInt(value))]
      : [...varint(BigInt((field << 3) | 2)), ...varint(BigInt(value.length)), ...value],
  );
  return Uint8Array.from(bytes);
}
