import { equalTexts } from '../../otp/bytes.ts';
import { withoutPadding } from '../../otp/padding.ts';
import { err, ok, type Result } from '../../result.ts';
import { toBase64, toHex } from '../../vault/base64.ts';
import { utf8 } from '../../vault/bytes.ts';
import { isRecord } from '../../vault/shape.ts';
import { openSalted } from './evp-key.ts';
import { deriveForeignKey } from './file-key.ts';
import { textOf } from './foreign-account.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import type { ForeignReading } from './foreign-format.ts';
import { recordAt } from './foreign-json.ts';
import { looseBase64 } from './loose-base64.ts';

const VERSION_3 = { memoryKib: 19_456, passes: 2, lanes: 1 };

/** Whether a text is what a PHC string of Argon2id says (its parameters, its salt), compared in constant time. */
async function isHashOf(text: string, phc: string, how: ForeignReading): Promise<Result<boolean, ForeignError>> {
  const found = /^\$argon2id\$v=19\$m=(\d{1,9}),t=(\d{1,3}),p=(\d{1,2})\$([^$]+)\$([^$]+)$/.exec(phc);
  const [salt, hash] = [looseBase64(found?.[4]), looseBase64(found?.[5])];
  if (found === null || salt === null || hash === null) return damaged;
  const [, memoryKib, passes, lanes] = found.map(Number);
  const key = await deriveForeignKey(text, { name: 'argon2id', memoryKib, passes, lanes, salt }, hash.length, how);
  return key.ok ? ok(equalTexts(toBase64(key.value), toBase64(hash))) : key;
}

/** Version 3: Argon2id of the passphrase, whose base64 is the passphrase of every account. */
async function keyOfVersion3(
  key: Record<string, unknown>,
  how: ForeignReading,
): Promise<Result<ExtensionKey, ForeignError>> {
  const derivation = { name: 'argon2id', ...VERSION_3, salt: utf8(textOf(key.salt)) } as const;
  const derived = await deriveForeignKey(how.passphrase ?? '', derivation, 32, how);
  if (!derived.ok) return derived;
  const text = withoutPadding(toBase64(derived.value));
  const right = await isHashOf(text, textOf(key.hash), how);
  if (!right.ok) return right;
  return right.value ? ok({ text, proven: true }) : err({ kind: 'wrong-passphrase' });
}

/** Version 2: the passphrase opens a random key, written in lower-case hexadecimal, which has a hash to be told by. */
async function keyOfVersion2(
  enc: unknown,
  hash: unknown,
  how: ForeignReading,
): Promise<Result<ExtensionKey, ForeignError>> {
  const plain = await openSalted(enc, how.passphrase ?? '');
  if (plain === null) return err({ kind: 'wrong-passphrase' });
  const text = toHex(plain);
  if (typeof hash !== 'string' || !hash.startsWith('$argon2')) return ok({ text, proven: false });
  const right = await isHashOf(text, hash, how);
  if (!right.ok) return right;
  return right.value ? ok({ text, proven: true }) : err({ kind: 'wrong-passphrase' });
}

/** The passphrase of an export's accounts, and whether something proved it, so that what it does not open is damaged. */
export type ExtensionKey = { readonly text: string; readonly proven: boolean };

/** The passphrase of an export's accounts, from the one that was typed; version 1 has that one alone, and proves none. */
export async function openExtensionKey(
  json: Record<string, unknown>,
  how: ForeignReading,
): Promise<Result<ExtensionKey, ForeignError>> {
  if (how.passphrase === null) return err({ kind: 'passphrase-needed' });
  const third = Object.values(json).find((one) => isRecord(one) && one.dataType === 'Key');
  if (isRecord(third)) return keyOfVersion3(third, how);
  const { enc, hash } = isRecord(json.key) ? recordAt(json, 'key') : json;
  return enc === undefined ? ok({ text: how.passphrase, proven: false }) : keyOfVersion2(enc, hash, how);
}
