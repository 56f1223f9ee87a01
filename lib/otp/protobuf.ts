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
