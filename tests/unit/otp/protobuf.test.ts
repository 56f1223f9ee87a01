import { expect, it } from 'vitest';
import { readProtobuf } from '../../../lib/otp/protobuf.ts';

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
