import type { Bytes } from '../../otp/parameters.ts';
import { err, ok, type Result } from '../../result.ts';
import { decrypt } from '../../vault/aead.ts';
import { utf8 } from '../../vault/bytes.ts';
import { isRecord, parseJsonText } from '../../vault/shape.ts';
import { deriveForeignKey } from './file-key.ts';
import { keyOf, textOf } from './foreign-account.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import { startsWith } from './foreign-file.ts';
import { contentOf, type ForeignFormat, type ForeignItem, type ForeignReading } from './foreign-format.ts';
import { recordAt, strayMember } from './foreign-json.ts';
import { freeOtpToken, signedBytes } from './free-otp-token.ts';
import { readJavaMap } from './java-map.ts';

const MASTER = 'masterKey';
const TOKEN = '-token';
const NONCE = 12;
const [SEQUENCE, OCTETS] = [0x30, 0x04];
const MOST_TEXT = 2 ** 16;
const KEY_LENGTHS = [16, 24, 32];
const hashes: ReadonlyMap<string, 'SHA-1' | 'SHA-512'> = new Map([
  ['PBKDF2withHmacSHA1', 'SHA-1'],
  ['PBKDF2withHmacSHA512', 'SHA-512'],
]);

// A map may hold one text of megabytes under thousands of names.
const readText = (text: string | undefined): unknown =>
  text === undefined || text.length > MOST_TEXT ? undefined : parseJsonText(text);

/** What a sealed key holds; undefined for what is none, null where the key does not open it. The nonce is an octet string in DER. */
async function openSealed(key: Bytes, sealed: Record<string, unknown>): Promise<Bytes | null | undefined> {
  const [parameters, text] = [signedBytes(sealed.mParameters), signedBytes(sealed.mCipherText)];
  if (parameters === null || text === null) return undefined;
  // Newer Androids wrap it into a sequence with the tag's length.
  const at = parameters[0] === SEQUENCE ? 2 : 0;
  if (parameters[at] !== OCTETS || parameters[at + 1] !== NONCE || parameters.length < at + 2 + NONCE) return undefined;
  return decrypt(key, parameters.slice(at + 2, at + 2 + NONCE), utf8(textOf(sealed.mToken)), text);
}

async function masterKey(text: string | undefined, how: ForeignReading): Promise<Result<Bytes, ForeignError>> {
  const master = parseJsonText(text ?? '');
  if (!isRecord(master)) return damaged;
  const salt = signedBytes(master.mSalt);
  const hash = hashes.get(textOf(master.mAlgorithm));
  if (salt === null || hash === undefined) return damaged;
  const derivation = { name: 'pbkdf2', hash, iterations: master.mIterations, salt } as const;
  const kek = await deriveForeignKey(how.passphrase ?? '', derivation, 32, how);
  if (!kek.ok) return kek;
  const key = await openSealed(kek.value, recordAt(master, 'mEncryptedKey'));
  if (key === undefined) return damaged;
  if (key === null) return err({ kind: 'wrong-passphrase' });
  return KEY_LENGTHS.includes(key.length) ? ok(key) : damaged;
}

const idOf = (name: string): string => (name.endsWith(TOKEN) ? name.slice(0, -TOKEN.length) : name);

/** The account under an identifier, whose key and whose token have a text each; null for texts of another use. */
async function readOne(map: ReadonlyMap<string, string>, id: string, key: Bytes): Promise<ForeignItem | null> {
  const [text, tokenText] = [map.get(id), map.get(`${id}${TOKEN}`)];
  const [holder, token] = [readText(text), readText(tokenText)];
  if (tokenText === undefined && !(isRecord(holder) && 'key' in holder)) return null;
  if (!isRecord(token)) return strayMember;
  const sealed = parseJsonText(textOf(isRecord(holder) ? holder.key : ''));
  const secret = isRecord(sealed) ? await openSealed(key, sealed) : null;
  return freeOtpToken(token, keyOf(text, secret ?? null));
}

/** FreeOTP 2's backup: a Java HashMap with a sealed key of each account. */
export const freeOtp2: ForeignFormat = {
  id: 'freeotp2',
  app: 'FreeOTP 2',
  reads: 'encrypted backup (externalBackup.xml)',
  source: 'https://github.com/freeotp/freeotp-android',
  recognise: ({ bytes }) => startsWith(bytes, [0xac, 0xed, 0x00, 0x05]),
  async read({ bytes }, how) {
    const map = readJavaMap(bytes);
    if (map === null || !map.has(MASTER)) return damaged;
    if (how.passphrase === null) return err({ kind: 'passphrase-needed' });
    const key = await masterKey(map.get(MASTER), how);
    if (!key.ok) return key;
    const items: ForeignItem[] = [];
    // In the order of the keys, which is the order that the app shows; then tokens that have none.
    const names = [...map.keys()];
    for (const id of new Set([...names.filter((name) => !name.endsWith(TOKEN)), ...names.map(idOf)])) {
      const item = await readOne(map, id, key.value);
      if (item !== null) items.push(item);
    }
    return ok(contentOf(items));
  },
};
