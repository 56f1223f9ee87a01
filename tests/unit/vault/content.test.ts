import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeContent, encodeContent } from '../../../lib/vault/content.ts';
import { anyContent, sampleContent, sampleEntry } from './samples.ts';

const encoder = new TextEncoder();
const sampleJson = () => JSON.parse(new TextDecoder().decode(encodeContent(sampleContent('one'))));
const decodeJson = (value: unknown) => decodeContent(encoder.encode(JSON.stringify(value)));
const damaged = { ok: false, error: 'damaged' };

describe('content', () => {
  it('comes back as it was, in a multiple of 1 KiB', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const plain = encodeContent(content);
        expect(plain.length % 1_024).toBe(0);
        expect(decodeContent(plain)).toEqual({ ok: true, value: content });
      }),
    );
  });

  it('has the same bytes whatever the order of the fields', () => {
    const { id, ...rest } = sampleEntry('one');
    expect(encodeContent({ entries: [{ ...rest, id }], schema: 2 })).toEqual(encodeContent(sampleContent('one')));
  });

  it('of schema 1, which knew no backup codes, is read as schema 2', () => {
    const json = sampleJson();
    json.schema = 1;
    const [{ backupCodes, replaces, ...entry }] = json.entries;
    expect([backupCodes, replaces]).toEqual([[], null]);
    expect(decodeJson({ schema: 1, entries: [entry] })).toEqual({ ok: true, value: sampleContent('one') });
    expect(decodeJson(json)).toEqual(damaged);
    expect(decodeJson({ schema: 2, entries: [entry] })).toEqual(damaged);
  });

  it('of a newer schema is refused as such', () => {
    expect(decodeJson({ schema: 3, somethingNew: [] })).toEqual({ ok: false, error: 'newer-version' });
  });

  it.each([null, 1, [], {}, { schema: 1 }, { schema: '1', entries: [] }, { schema: 0, entries: [] }, { entries: [] }])(
    '%j is damaged',
    (value) => {
      expect(decodeJson(value)).toEqual(damaged);
    },
  );

  it('that is not UTF-8 or not JSON is damaged', () => {
    expect(decodeContent(new Uint8Array([0xff]))).toEqual(damaged);
    expect(decodeContent(encoder.encode('{"schema":1,'))).toEqual(damaged);
    expect(decodeContent(new Uint8Array())).toEqual(damaged);
  });

  it.each([
    ['id', ''],
    ['id', 5],
    ['issuer', 'x'.repeat(4_097)],
    ['account', null],
    ['origins', 'https://example.org'],
    ['origins', [1]],
    ['origins', new Array(65).fill('https://example.org')],
    ['state', 'new'],
    ['createdUnixMs', -1],
    ['updatedUnixMs', 1.5],
    ['more', 1],
    ['backupCodes', null],
    ['backupCodes', ['ABCD-EFGH']],
    ['backupCodes', [{ code: '', used: false }]],
    ['backupCodes', [{ code: 'x'.repeat(65), used: false }]],
    ['backupCodes', [{ code: 'ABCD-EFGH', used: 'no' }]],
    ['backupCodes', new Array(17).fill({ code: 'ABCD-EFGH', used: false })],
    ['replaces', 1],
    ['parameters', null],
  ])('with %s = %j is damaged', (key, value) => {
    const json = sampleJson();
    json.entries[0][key] = value;
    expect(decodeJson(json)).toEqual(damaged);
  });

  it.each([
    ['type', 'motp'],
    ['type', 'hotp'],
    ['type', 'steam'],
    ['secret', ''],
    ['secret', 'MTIzNDU2Nzg5MA'],
    ['secret', Buffer.alloc(1_025).toString('base64')],
    ['algorithm', 'MD5'],
    ['digits', 0],
    ['digits', 11],
    ['periodSeconds', 0],
    ['periodSeconds', 1e300],
    ['counter', 1],
  ])('with parameters whose %s is %j is damaged', (key, value) => {
    const json = sampleJson();
    json.entries[0].parameters[key] = value;
    expect(decodeJson(json)).toEqual(damaged);
  });

  it('with one identifier twice, or too many entries, is damaged', () => {
    const [entry] = sampleJson().entries;
    expect(decodeJson({ schema: 1, entries: [entry, entry] })).toEqual(damaged);
    const many = Array.from({ length: 10_001 }, (_, index) => ({ ...entry, id: String(index) }));
    expect(decodeJson({ schema: 1, entries: many })).toEqual(damaged);
  });
});
