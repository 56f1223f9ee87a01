import { describe, expect, it } from 'vitest';
import { readForeign } from '../../../../lib/backup/foreign/read-foreign.ts';
import { encrypt } from '../../../../lib/vault/aead.ts';
import { utf8 } from '../../../../lib/vault/bytes.ts';
import { writeJavaMap } from '../../../support/java-map-writer.ts';
import { writeZip } from '../../../support/zip-writer.ts';

const SIZE = 2 ** 16;
const LIMIT_MS = 2_000;
const json = JSON.stringify;
const notANumber = { toString: 1, valueOf: 1 };

/** What came of a file: how many accounts, left out or not, or the error's kind; and the least time of three, as a busy machine is slow. */
async function read(file: string | Uint8Array<ArrayBuffer>, passphrase: string | null = null) {
  const bytes = typeof file === 'string' ? utf8(file) : file;
  let [answer, leastMs] = ['', Number.POSITIVE_INFINITY];
  for (let attempt = 0; attempt < 3 && leastMs > LIMIT_MS; attempt += 1) {
    const startMs = performance.now();
    const { outcome } = await readForeign(bytes, { passphrase, costly: false, onProgress: () => {} });
    leastMs = Math.min(leastMs, performance.now() - startMs);
    answer = outcome.ok ? `${outcome.value.items.length} accounts` : outcome.error.kind;
  }
  return { answer, quick: leastMs <= LIMIT_MS };
}

const many = (count: number, one: (at: number) => unknown): readonly unknown[] =>
  Array.from({ length: count }, (_, at) => one(at));

describe('a file that once made the reading last', () => {
  it.each<[string, string, string, (string | null)?]>([
    ['nothing but spaces', ' '.repeat(SIZE), 'unrecognised'],
    ['nothing but line breaks', '\n'.repeat(SIZE), 'unrecognised'],
    ['nothing but line separators', '\u2028'.repeat(SIZE), 'unrecognised'],
    ['equals signs and a letter', `${'='.repeat(SIZE)}A`, 'unrecognised'],
    ['base64 with its padding inside', `${'A'.repeat(64)}${'='.repeat(SIZE)}A`, 'unrecognised'],
    ['setup links whose keys are padding', `otpauth://totp/a?secret=${'='.repeat(4_000)}A\n`.repeat(64), '64 accounts'],
    [
      'a name of Authy with spaces in two lines',
      json({ authenticator_tokens: [{ name: `a:${' '.repeat(SIZE)}x\ny`, decrypted_seed: 'MFRGGZDF' }] }),
      '1 accounts',
    ],
    ['a table as wide as it is long', `totp${','.repeat(SIZE)}\n${'A\n'.repeat(SIZE)}`, 'unrecognised'],
    ['a table of 900 columns and short rows', `totp${','.repeat(900)}\n${'MFRGGZDF\n'.repeat(9_000)}`, '9000 accounts'],
    [
      'a table with a column of a long name',
      `one-time ${'x'.repeat(2 ** 22)},title\n${'MFRGGZDF,a\n'.repeat(2_000)}`,
      '2000 accounts',
    ],
    [
      'a group of a long name with many accounts',
      json({
        header: {},
        db: {
          groups: [{ uuid: 1, name: '\u0001'.repeat(2 ** 20) }],
          entries: many(2_000, () => ({ type: 'totp', info: { secret: 'MFRGGZDF' }, groups: [1] })),
        },
      }),
      '2000 accounts',
    ],
  ])('is read at once: %s', async (_name, text, answer) => {
    expect(await read(text)).toEqual({ answer, quick: true });
  });

  it.each<[string, string]>([
    ['a million lines', `otpauth://totp/a?secret=MFRGGZDF\n${'x\n'.repeat(1_000_000)}`],
    [
      'twenty thousand links in a page',
      `<html>${many(20_000, (at) => `otpauth://totp/${at}?secret=MFRGGZDF`).join(' ')}`,
    ],
    ['twenty thousand entries that are encrypted', json({ ...many(20_000, () => ({ secret: 'x', encrypted: true })) })],
    ['twenty thousand of Authy', json({ authenticator_tokens: many(20_000, () => ({ encrypted_seed: 'AAAA' })) })],
  ])('is given up early: %s', async (_name, text) => {
    expect(await read(text, 'a passphrase')).toEqual({ answer: 'too-many', quick: true });
  });

  it('asks before keys that take long together, however short each is', async () => {
    const key_params = { nonce: '00'.repeat(12), tag: '00'.repeat(16) };
    const slot = { type: 1, n: 2 ** 17, r: 8, p: 4, salt: '00', key: '00'.repeat(32), key_params };
    const aegis = json({ header: { slots: many(4, () => slot), params: {} }, db: 'AAAA' });
    const token = { encrypted_seed: 'A'.repeat(22), salt: 'x', key_derivation_iterations: 1_000_000 };
    expect(await read(aegis, 'x')).toEqual({ answer: 'costly', quick: true });
    expect(await read(json({ authenticator_tokens: many(20, () => token) }), 'x')).toEqual({
      answer: 'costly',
      quick: true,
    });
  });

  it('is read at once where thousands of names share one text of a Java map', async () => {
    const shared = json({ a: 'x'.repeat(2 ** 20) });
    const names = many(2_000, (at) => [String(at), `${at}-token`])
      .flat()
      .map(String);
    const entries = Object.fromEntries(names.map((name) => [name, shared]));
    expect(await read(await freeOtpFile(32, entries), 'x')).toEqual({ answer: '2000 accounts', quick: true });
  });
});

const signed = (bytes: Uint8Array): readonly number[] => [...new Int8Array(bytes)];

/** A backup of FreeOTP 2 whose master key has so many bytes. */
async function freeOtpFile(
  keyLength: number,
  entries: Readonly<Record<string, string>>,
  algorithm = 'PBKDF2withHmacSHA1',
) {
  const [salt, nonce] = [new Uint8Array(32).fill(5), new Uint8Array(12).fill(6)];
  const material = await crypto.subtle.importKey('raw', utf8('x'), 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-1', salt, iterations: 1 };
  const kek = new Uint8Array(await crypto.subtle.deriveBits(how, material, 256));
  const sealed = await encrypt(kek, nonce, utf8('AES'), new Uint8Array(keyLength).fill(1));
  const mEncryptedKey = { mCipherText: signed(sealed), mParameters: [4, 12, ...signed(nonce)], mToken: 'AES' };
  const masterKey = json({ mAlgorithm: algorithm, mIterations: 1, mSalt: signed(salt), mEncryptedKey });
  return writeJavaMap({ masterKey, ...entries });
}

describe('a file that once broke the reading', () => {
  it.each<[string, string, string, (string | null)?]>([
    ['an app that is no text', json({ app: notANumber }), 'unrecognised'],
    [
      'a kind of Stratum that is no number',
      json({ Authenticators: [{ Type: notANumber, Secret: 'A' }] }),
      '1 accounts',
    ],
    ['a salt of Proton of three bytes', json({ salt: 'AAAA', content: 'A'.repeat(64) }), 'damaged', 'x'],
    [
      'a salt of Ente of three bytes',
      json({
        kdfParams: { memLimit: 16_384, opsLimit: 1, salt: 'AAAA' },
        encryptionNonce: 'A'.repeat(32),
        encryptedData: 'AAAA',
      }),
      'damaged',
      'x',
    ],
    [
      'a memory of Ente that is no number',
      json({
        kdfParams: { memLimit: notANumber, salt: 'A'.repeat(16) },
        encryptionNonce: 'AAAA',
        encryptedData: 'AAAA',
      }),
      'damaged',
      'x',
    ],
    [
      'a hash of the extension of two bytes',
      json({
        key: { dataType: 'Key', salt: 'a salt of text', hash: '$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$AAA' },
        one: { dataType: 'EncOTPStorage', data: 'x' },
      }),
      'damaged',
      'x',
    ],
  ])('is read with a reason: %s', async (_name, text, answer, passphrase = null) => {
    expect((await read(text, passphrase)).answer).toBe(answer);
  });

  it('is damaged where a master key of FreeOTP has no length of a key, or its hash is a word of the language', async () => {
    expect((await read(await freeOtpFile(5, {}), 'x')).answer).toBe('damaged');
    expect((await read(await freeOtpFile(32, {}, 'toString'), 'x')).answer).toBe('damaged');
  });

  it('is damaged where a text of a Java map has a negative length', async () => {
    const whole = writeJavaMap({ masterKey: 'x'.repeat(2 ** 16) });
    const at = Buffer.from(whole).lastIndexOf(Buffer.from([0x7c, 0, 0, 0, 0]));
    new DataView(whole.buffer).setInt32(at + 5, -200);
    expect((await read(whole)).answer).toBe('damaged');
  });

  it('is too large where one member of a zip would be larger than any file that is looked at', async () => {
    const member = { name: 'accounts.txt', bytes: new Uint8Array(2 ** 20), unpacked: 17 * 2 ** 20 };
    const filler = { name: 'x.bin', bytes: new Uint8Array(2 ** 18), method: 0 };
    expect((await read(writeZip([member, filler]))).answer).toBe('too-large');
  });
});
