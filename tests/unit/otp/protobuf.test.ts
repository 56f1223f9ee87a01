import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readProtobuf, writeProtobuf } from '../../../lib/otp/protobuf.ts';

// Examples of the protobuf encoding guide: 1 = 150, 2 = "testing"; a negative int32 takes ten bytes.
it('reads varints, texts and negative numbers', () => {
  expect(readProtobuf(Uint8Array.of(8, 0x96, 1))).toEqual([{ field: 1, value: 150, bytes: null }]);
  const text = new TextEncoder().encode('testing');
  expect(readProtobuf(Uint8Array.of(0x12, 7, ...text))).toEqual([{ field: 2, value: null, bytes: text }]);
  expect(readProtobuf(Uint8Array.of(8, ...Array(9).fill(0xff), 1))).toEqual([{ field: 1, value: -1, bytes: null }]);
});

it.each([[[8]], [[0x12, 7, 1]], [[8, ...Array(10).fill(0xff), 1]], [[0]], [[0x0b]]])('refuses damaged %j', (bytes) => {
  expect(readProtobuf(Uint8Array.from(bytes))).toBeNull();
});

it('writes what it reads back, for every whole number and text', () => {
  const value = fc.oneof(fc.maxSafeInteger(), fc.uint8Array({ maxLength: 300 }));
  const field = fc.tuple(fc.integer({ min: 1, max: 15_000 }), value);
  fc.assert(
    fc.property(fc.array(field, { maxLength: 8 }), (fields) => {
      expect(readProtobuf(writeProtobuf(fields))).toEqual(
        fields.map(([number, given]) =>
          typeof given === 'number'
            ? { field: number, value: given, bytes: null }
            : { field: number, value: null, bytes: new Uint8Array(given) },
        ),
      );
    }),
  );
});
