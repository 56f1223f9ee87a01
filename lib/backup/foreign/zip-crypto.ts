import type { Bytes } from '../../otp/parameters.ts';
import { err, ok, type Result } from '../../result.ts';
import { utf8 } from '../../vault/bytes.ts';
import { crc32Step } from './crc32.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import type { ZipMember } from './zip.ts';

const HEADER = 12;

/** Opens the traditional encryption of zip archives (APPNOTE.TXT §6.1); its one check byte tells most wrong passphrases. */
export function openZipCrypto(
  stored: Bytes,
  { method, trailing, time, crc32 }: ZipMember,
  passphrase: string,
): Result<{ readonly data: Bytes; readonly method: number }, ForeignError> {
  if (stored.length < HEADER) return damaged;
  let [key0, key1, key2] = [0x12345678, 0x23456789, 0x34567890];
  const update = (byte: number): void => {
    key0 = crc32Step(key0, byte);
    key1 = (Math.imul((key1 + (key0 & 0xff)) >>> 0, 134775813) + 1) >>> 0;
    key2 = crc32Step(key2, key1 >>> 24);
  };
  for (const byte of utf8(passphrase)) update(byte);
  const plain = stored.map((byte) => {
    const word = (key2 | 2) & 0xffff;
    const clear = byte ^ ((Math.imul(word, word ^ 1) >>> 8) & 0xff);
    update(clear);
    return clear;
  });
  const expected = trailing ? time >>> 8 : crc32 >>> 24;
  if (plain[HEADER - 1] !== expected) return err({ kind: 'wrong-passphrase' });
  return ok({ data: plain.slice(HEADER), method });
}
