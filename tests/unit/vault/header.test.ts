import { describe, expect, it } from 'vitest';
import { encrypt } from '../../../lib/vault/aead.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import { utf8 } from '../../../lib/vault/bytes.ts';
import { decodeHeader, type Header, writtenUnixMsOf } from '../../../lib/vault/header.ts';
import { decodeSlot } from '../../../lib/vault/key-slots.ts';
import { openSlot1 } from '../../../lib/vault/key-slots-1.ts';
import { type Path, pathsOf, valueAt, withValue } from '../../support/paths.ts';
import { filled, leastScrypt, sampleHeader } from './samples.ts';

const [bytes32, bytes48, bytes12] = [32, 48, 12].map((count) => toBase64(filled(count, 1)));
const locked = { publicKey: bytes32, encapsulated: bytes32, key: bytes48 };
const wrapped = { nonce: bytes12, key: bytes48 };
const { writtenUnixMs: _later, ...common } = sampleHeader();

// Any JSON, so that a test can spoil it; both decode to themselves.
const headers: Readonly<Record<string, unknown>> = {
  'of version 2': {
    ...sampleHeader(),
    slots: [
      { kind: 'passphrase', id: '1'.repeat(32), kdf: leastScrypt, ...locked },
      { kind: 'recovery', id: '2'.repeat(32), salt: toBase64(filled(16, 1)), ...locked },
      { kind: 'computer', id: '3'.repeat(32), ...locked },
    ],
  },
  'of version 1': {
    ...common,
    version: 1,
    slots: [
      { kind: 'passphrase', id: '1'.repeat(32), kdf: leastScrypt, ...wrapped },
      { kind: 'computer', id: '3'.repeat(32), ...wrapped },
    ],
  },
};
const decode = (value: unknown) => decodeHeader(new TextEncoder().encode(JSON.stringify(value)));
const damaged = { ok: false, error: { kind: 'damaged' } };

const foreign: readonly unknown[] = [
  ...[undefined, null, true, 0.5, -1, 1e17, {}, [null], 'x', 'x'.repeat(5_000), { length: 1, 0: 'A' }],
];

describe.each(Object.entries(headers))('the header %s', (_name, header) => {
  it('is read as it was written', () => {
    expect(decode(header)).toEqual({ ok: true, value: header });
  });

  it.each(pathsOf(header).map((path) => [path.join('.'), path] as const))(
    'is damaged with anything else in %s',
    (_path, path) => {
      const all = [...foreign, [valueAt(header, path)]];
      const others = all.map((value) => decode(withValue(header, path, value)));
      expect(others).toEqual(all.map(() => damaged));
    },
  );

  it('is damaged with a field more anywhere', () => {
    const objects = [[], ...pathsOf(header)].filter((path) => !Array.isArray(valueAt(header, path)));
    const ofObjects = objects.filter((path) => typeof valueAt(header, path) === 'object');
    expect(ofObjects.length).toBeGreaterThan(3);
    for (const path of ofObjects) expect(decode(withValue(header, [...path, 'more'], 1))).toEqual(damaged);
  });

  it.each<[Path, number]>([
    [['nonce'], 12],
    [['slots', 0, 'key'], 48],
  ])('has in %j base64 of %d bytes', (path, count) => {
    const taken = [count - 1, count, count + 1].map(
      (length) => decode(withValue(header, path, toBase64(filled(length, 1)))).ok,
    );
    expect(taken).toEqual([false, true, false]);
  });

  it('has a generation from 1, one slot to sixteen, and identifiers of 32 hexadecimal digits', () => {
    const taken = (path: Path, value: unknown) => decode(withValue(header, path, value)).ok;
    expect([0, 1, 2 ** 53 - 1, 2 ** 53].map((value) => taken(['generation'], value))).toEqual([
      ...[false, true, true, false],
    ]);
    const slot = valueAt(header, ['slots', 1]);
    expect([0, 1, 16, 17].map((count) => taken(['slots'], Array(count).fill(slot)))).toEqual([
      ...[false, true, true, false],
    ]);
    expect(['1'.repeat(33), `x${'1'.repeat(31)}`, 'A'.repeat(32)].map((id) => taken(['id'], id))).toEqual([
      ...[false, false, false],
    ]);
  });
});

describe('a header', () => {
  it('of version 1 has no recovery slot, and neither version takes the other’s slots', () => {
    const [second, first] = Object.values(headers);
    for (const at of [0, 1, 2]) {
      const slot = valueAt(second, ['slots', at]);
      expect(decode(withValue(first, ['slots', 0], slot))).toEqual(damaged);
    }
    expect(decode(withValue(second, ['slots', 0], valueAt(first, ['slots', 0])))).toEqual(damaged);
    const old = { kind: 'recovery', id: '2'.repeat(32), salt: toBase64(filled(16, 1)), ...wrapped };
    expect(decode(withValue(first, ['slots', 0], old))).toEqual(damaged);
  });

  it('of a version from 3 is newer, whatever else it holds', () => {
    for (const version of [3, 4, Number.MAX_SAFE_INTEGER])
      expect(decode({ version })).toEqual({ ok: false, error: { kind: 'newer-version', version } });
    for (const version of [0, 2, 2.5, 3.5, '3', null]) expect(decode({ version })).toEqual(damaged);
  });

  it('is no list, no text and nothing that is not JSON', () => {
    for (const value of [[], 'x', 1, null]) expect(decode(value)).toEqual(damaged);
    expect(decodeHeader(new TextEncoder().encode('{'))).toEqual(damaged);
  });

  it('tells when it was written from version 2 on', () => {
    const header: Header = { ...sampleHeader(), writtenUnixMs: 5 };
    expect(writtenUnixMsOf(header)).toBe(5);
    expect(writtenUnixMsOf({ ...common, version: 1, slots: [] })).toBeNull();
  });
});

describe('a slot', () => {
  it('has parts of exactly their sizes', () => {
    const slot = { kind: 'computer', id: '3'.repeat(32), ...locked };
    for (const [part, count] of [
      ['publicKey', 32],
      ['encapsulated', 32],
      ['key', 48],
    ] as const) {
      const sizes = [count - 1, count, count + 1].map((size) =>
        decodeSlot({ ...slot, [part]: toBase64(filled(size, 1)) }),
      );
      expect(sizes.map((one) => one !== null)).toEqual([false, true, false]);
    }
    expect(decodeSlot(null)).toBeNull();
  });

  it('of version 1 opens with nothing but a whole key', async () => {
    const slot = { kind: 'computer', id: '3'.repeat(32), nonce: String(bytes12), key: String(bytes48) } as const;
    const wrong = { ok: false, error: 'wrong-key' };
    for (const count of [16, 31, 32, 33])
      expect(await openSlot1(slot, filled(count, 1), '1'.repeat(32))).toEqual(wrong);
    for (const other of [{ nonce: 'AAAA' }, { key: 'AAAA' }])
      expect(await openSlot1({ ...slot, ...other }, filled(32, 1), '1'.repeat(32))).toEqual(wrong);
  });

  it('of version 1 opens to no data key of another size than 32 bytes', async () => {
    const [kek, vault, id] = [filled(32, 1), '1'.repeat(32), '3'.repeat(32)];
    const about = utf8(JSON.stringify(['doorcode-vault/1 slot', vault, id, 'computer']));
    const opened = [16, 31, 32, 33].map(async (size) => {
      const key = toBase64(await encrypt(kek, filled(12, 1), about, filled(size, 4)));
      return (await openSlot1({ kind: 'computer', id, nonce: String(bytes12), key }, kek, vault)).ok;
    });
    expect(await Promise.all(opened)).toEqual([false, false, true, false]);
  });
});
