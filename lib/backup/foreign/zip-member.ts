import type { Bytes } from '../../otp/parameters.ts';
import { err, ok, type Result } from '../../result.ts';
import { crc32 } from './crc32.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import { MOST_BYTES } from './foreign-file.ts';
import { inflate, storedBytes, type ZipMember } from './zip.ts';
import { openAesMember } from './zip-aes.ts';
import { openZipCrypto } from './zip-crypto.ts';

const AES = 99;

/** Unpacks one member, with the archive's passphrase where it is encrypted; what does not come out as the directory says is damaged. */
export async function readZipMember(
  archive: Bytes,
  member: ZipMember,
  passphrase: string | null,
): Promise<Result<Bytes, ForeignError>> {
  if (member.unpacked > MOST_BYTES) return err({ kind: 'too-large' });
  const stored = storedBytes(archive, member);
  if (stored === null) return damaged;
  if (member.encrypted && passphrase === null) return err({ kind: 'passphrase-needed' });
  const isAes = member.method === AES;
  const opened = !member.encrypted
    ? ok({ data: stored, method: member.method })
    : isAes
      ? await openAesMember(stored, member, passphrase ?? '')
      : openZipCrypto(stored, member, passphrase ?? '');
  if (!opened.ok) return opened;
  const { data, method } = opened.value;
  if (method !== 0 && method !== 8) return damaged;
  const plain = method === 0 ? data : await inflate(data, member.unpacked);
  // WinZip's AE-2 leaves the checksum out, as its own authentication stands for it.
  const isRight = plain !== null && plain.length === member.unpacked && (isAes || crc32(plain) === member.crc32);
  if (isRight) return ok(plain);
  // One in 256 wrong passphrases passes ZipCrypto's check byte.
  return err({ kind: member.encrypted && !isAes ? 'wrong-passphrase' : 'damaged' });
}
