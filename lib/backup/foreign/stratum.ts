import type { Bytes } from '../../otp/parameters.ts';
import { err, ok, type Result } from '../../result.ts';
import { decrypt } from '../../vault/aead.ts';
import { isRecord, parseJsonBytes } from '../../vault/shape.ts';
import { decryptCbc } from './aes-cbc.ts';
import { deriveForeignKey } from './file-key.ts';
import { foreignAccount, numberOf } from './foreign-account.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import { startsWith } from './foreign-file.ts';
import { contentOf, type ForeignContent, type ForeignFormat, type ForeignReading } from './foreign-format.ts';
import { itemsOf, recordsOf } from './foreign-json.ts';

const ascii = (text: string): readonly number[] => Array.from(text, (character) => character.charCodeAt(0));
const STRONG = ascii('AUTHENTICATORPRO');
const LEGACY = ascii('AuthenticatorPro');
const MAGIC = 16;
const LEAST_STRONG = MAGIC + 16 + 12 + 16;
const LEGACY_HEAD = MAGIC + 20 + 16;
const types: Readonly<Record<number, string>> = { 1: 'hotp', 2: 'totp', 3: 'motp', 4: 'steam', 5: 'yandex' };
const algorithms = ['SHA1', 'SHA256', 'SHA512'];

async function openStrong(bytes: Bytes, how: ForeignReading): Promise<Result<Bytes | null, ForeignError>> {
  const salt = bytes.slice(MAGIC, MAGIC + 16);
  const derivation = { name: 'argon2id', memoryKib: 65_536, passes: 3, lanes: 4, salt } as const;
  const key = await deriveForeignKey(how.passphrase ?? '', derivation, 32, how);
  if (!key.ok) return key;
  return ok(await decrypt(key.value, bytes.slice(MAGIC + 16, MAGIC + 28), new Uint8Array(), bytes.slice(MAGIC + 28)));
}

async function openLegacy(bytes: Bytes, how: ForeignReading): Promise<Result<Bytes | null, ForeignError>> {
  const salt = bytes.slice(MAGIC, MAGIC + 20);
  const derivation = { name: 'pbkdf2', hash: 'SHA-1', iterations: 64_000, salt } as const;
  const key = await deriveForeignKey(how.passphrase ?? '', derivation, 32, how);
  if (!key.ok) return key;
  return ok(await decryptCbc(key.value, bytes.slice(MAGIC + 20, MAGIC + 36), bytes.slice(MAGIC + 36)));
}

function readBackup(json: unknown): Result<ForeignContent, ForeignError> {
  if (!isRecord(json) || !Array.isArray(json.Authenticators)) return damaged;
  const names = new Map(recordsOf(json.Categories).map(({ Id, Name }) => [Id, Name]));
  // By the key, as the format has it: of two accounts of one key both are in its group.
  const groups = new Map(
    recordsOf(json.AuthenticatorCategories).map((one) => [one.AuthenticatorSecret, names.get(one.CategoryId)]),
  );
  const items = itemsOf(json.Authenticators, (one) =>
    foreignAccount({
      issuer: one.Issuer,
      account: one.Username,
      type: types[numberOf(one.Type)] ?? '',
      secret: one.Secret,
      algorithm: algorithms[numberOf(one.Algorithm ?? 0)] ?? 'unknown',
      digits: one.Digits,
      periodSeconds: one.Period,
      counter: one.Counter,
      group: groups.get(one.Secret),
    }),
  );
  return ok(contentOf(items));
}

/** Stratum's (Authenticator Pro's) backup. */
export const stratum: ForeignFormat = {
  id: 'stratum',
  app: 'Stratum (Authenticator Pro)',
  reads: 'JSON, plain, and encrypted (.authpro) in both ways',
  source: 'https://github.com/stratumauth/app/blob/master/doc/BACKUP_FORMAT.md',
  recognise: ({ bytes, json }) =>
    startsWith(bytes, STRONG) || startsWith(bytes, LEGACY) || (isRecord(json) && 'Authenticators' in json),
  async read({ bytes, json }, how) {
    if (isRecord(json)) return readBackup(json);
    const isStrong = startsWith(bytes, STRONG);
    // Told without the passphrase: what is missing shows by the length.
    if (isStrong ? bytes.length < LEAST_STRONG : bytes.length <= LEGACY_HEAD || (bytes.length - LEGACY_HEAD) % 16 !== 0)
      return damaged;
    if (how.passphrase === null) return err({ kind: 'passphrase-needed' });
    const opened = await (isStrong ? openStrong(bytes, how) : openLegacy(bytes, how));
    if (!opened.ok) return opened;
    const value = opened.value === null ? undefined : parseJsonBytes(opened.value);
    return value === undefined ? err({ kind: 'wrong-passphrase' }) : readBackup(value);
  },
};
