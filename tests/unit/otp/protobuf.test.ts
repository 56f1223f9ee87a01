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

it.each([
  ['a number that is cut off', [8]],
  ['bytes that are cut off', [0x12, 7, 1]],
  ['bytes that are cut off behind another field', [8, 1, 0x12, 3, 1]],
  ['bytes of a length below 0', [0x12, ...Array(9).fill(0xff), 1]],
  ['bytes of a length that leads back to the beginning', [0x12, 0xf5, ...Array(8).fill(0xff), 1]],
  ['a number of eleven bytes', [8, ...Array(10).fill(0xff), 1]],
  ['a field number of 0', [0, 1]],
  ['a field number of 30 bits', [0x80, 0x80, 0x80, 0x80, 0x10, 1]],
  ['a group', [0x0b]],
  ['a group before four bytes', [0x0b, 1, 2, 3, 4]],
  ['a group before eight bytes', [0x0b, 1, 2, 3, 4, 5, 6, 7, 8]],
  ['a fixed number that is cut off', [0x09, 0, 0, 0, 0, 0, 0, 0]],
])('refuses %s', (_name, bytes) => {
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

it('passes over fixed numbers of eight and four bytes', () => {
  const [eight, four] = [
    [0x09, 1, 2, 3, 4, 5, 6, 7, 8],
    [0x15, 1, 2, 3, 4],
  ];
  expect(readProtobuf(Uint8Array.of(...eight, 0x18, 7, ...four, 0x20, 9))).toEqual([
    { field: 3, value: 7, bytes: null },
    { field: 4, value: 9, bytes: null },
  ]);
});

it('keeps no number beyond 53 bits', () => {
  const [most, beyond] = [
    [...Array(7).fill(0xff), 0x0f],
    [...Array(7).fill(0x80), 0x10],
  ];
  expect(readProtobuf(Uint8Array.of(8, ...most, 8, ...beyond))).toEqual([
    { field: 1, value: 2 ** 53 - 1, bytes: null },
    { field: 1, value: null, bytes: null },
  ]);
});

it('writes a number in as few bytes as there may be', () => {
  expect(
    writeProtobuf([
      [1, 127],
      [2, 128],
      [3, 0],
    ]),
  ).toEqual(Uint8Array.of(8, 127, 16, 128, 1, 24, 0));
});
