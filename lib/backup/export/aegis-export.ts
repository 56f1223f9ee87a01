import { encodeBase32 } from '../../otp/base32.ts';
import { equalBytes } from '../../otp/bytes.ts';
import type { Bytes } from '../../otp/parameters.ts';
import { ok, type Result } from '../../result.ts';
import { encrypt, KEY_LENGTH, NONCE_LENGTH, TAG_LENGTH } from '../../vault/aead.ts';
import { toBase64, toHex } from '../../vault/base64.ts';
import { utf8 } from '../../vault/bytes.ts';
import type { Entry } from '../../vault/entry.ts';
import { damaged, type ForeignError } from '../foreign/foreign-error.ts';
import { type ExportedText, groupsOf, newUuid, type RandomBytes } from './export-format.ts';

/** The cost of scrypt that Aegis itself uses; the key is derived where the passphrase was typed. */
export const AEGIS_COST = { name: 'scrypt', N: 2 ** 15, r: 8, p: 1 } as const;

/** The 32-byte key that scrypt of `AEGIS_COST` gives for a passphrase, and its salt. */
export type SealingKey = { readonly kek: Bytes; readonly salt: Bytes };

const PASSPHRASE_SLOT = 1;
const NONE = new Uint8Array();

function infoOf({ parameters }: Entry) {
  const secret = encodeBase32(parameters.secret);
  if (parameters.type === 'steam') return { secret, algo: 'SHA1', digits: 5, period: 30 };
  const { algorithm: algo, digits } = parameters;
  return parameters.type === 'hotp'
    ? { secret, algo, digits, counter: parameters.counter }
    : { secret, algo, digits, period: parameters.periodSeconds };
}

function dbOf(entries: readonly Entry[], randomBytes: RandomBytes) {
  const groups = groupsOf(entries).map((name) => ({ uuid: newUuid(randomBytes), name }));
  return {
    version: 3,
    entries: entries.map((entry) => ({
      type: entry.parameters.type,
      uuid: newUuid(randomBytes),
      name: entry.account,
      issuer: entry.issuer,
      note: '',
      favorite: entry.pinned === true,
      icon: null,
      icon_mime: null,
      icon_hash: null,
      info: infoOf(entry),
      groups: groups.flatMap(({ uuid, name }) => (name === entry.group ? [uuid] : [])),
    })),
    groups,
    icons_optimized: true,
  };
}

/** Seals bytes as Aegis does: nonce and tag kept apart in hexadecimal. */
async function seal(key: Bytes, plain: Bytes, randomBytes: RandomBytes) {
  const nonce = randomBytes(NONCE_LENGTH);
  const sealed = await encrypt(key, nonce, NONE, plain);
  const params = { nonce: toHex(nonce), tag: toHex(sealed.slice(-TAG_LENGTH)) };
  return { data: sealed.slice(0, -TAG_LENGTH), params };
}

/** The key of a slot for whoever has just sealed with it: of the cost and the salt that the slot names, which a passphrase will be asked for. */
export const aegisKeyOf =
  ({ kek, salt }: SealingKey) =>
  async ({ n, r, p }: Record<string, unknown>, named: Bytes): Promise<Result<Bytes, ForeignError>> =>
    n === AEGIS_COST.N && r === AEGIS_COST.r && p === AEGIS_COST.p && equalBytes(named, salt) ? ok(kek) : damaged;

/** Accounts as Aegis's plain JSON (its vault format, version 1 with contents of version 3). */
export function exportAegis(entries: readonly Entry[], randomBytes: RandomBytes): ExportedText {
  const file = { version: 1, header: { slots: null, params: null }, db: dbOf(entries, randomBytes) };
  return { text: `${JSON.stringify(file, null, 4)}\n`, held: entries, leftOut: [] };
}

/** Accounts as Aegis's encrypted JSON: a key of scrypt of 2^15, AES-256-GCM. */
export async function exportSealedAegis(
  entries: readonly Entry[],
  sealing: SealingKey | null,
  randomBytes: RandomBytes,
): Promise<ExportedText> {
  if (sealing === null) throw new Error('an encrypted file without a key');
  const key = randomBytes(KEY_LENGTH);
  const wrapped = await seal(sealing.kek, key, randomBytes);
  const db = await seal(key, utf8(JSON.stringify(dbOf(entries, randomBytes))), randomBytes);
  const slot = {
    type: PASSPHRASE_SLOT,
    uuid: newUuid(randomBytes),
    key: toHex(wrapped.data),
    key_params: wrapped.params,
    n: AEGIS_COST.N,
    r: AEGIS_COST.r,
    p: AEGIS_COST.p,
    salt: toHex(sealing.salt),
    repaired: true,
    is_backup: false,
  };
  const file = { version: 1, header: { slots: [slot], params: db.params }, db: toBase64(db.data) };
  return { text: `${JSON.stringify(file, null, 4)}\n`, held: entries, leftOut: [] };
}
