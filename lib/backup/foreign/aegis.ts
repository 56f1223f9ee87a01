import type { Bytes } from '../../otp/parameters.ts';
import { err, ok, type Result } from '../../result.ts';
import { decrypt } from '../../vault/aead.ts';
import { fromBase64 } from '../../vault/base64.ts';
import { joined } from '../../vault/bytes.ts';
import { isRecord, parseJsonBytes } from '../../vault/shape.ts';
import { askedFirst, deriveForeignKey } from './file-key.ts';
import { foreignAccount } from './foreign-account.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import { contentOf, type ForeignContent, type ForeignFormat, type ForeignReading } from './foreign-format.ts';
import { itemsOf, recordAt, recordsOf } from './foreign-json.ts';
import { hexBytes } from './hex.ts';

const PASSPHRASE_SLOT = 1;
const MOST_SLOTS = 16;
const NONE = new Uint8Array();

/** AES-256-GCM with nonce and tag kept apart; undefined for what is no such box, null where the key does not open it. */
async function openBox(
  key: Bytes,
  parameters: Record<string, unknown>,
  sealed: Bytes | null,
): Promise<Bytes | null | undefined> {
  const [nonce, tag] = [hexBytes(parameters.nonce, 12, 12), hexBytes(parameters.tag, 16, 16)];
  if (nonce === null || tag === null || sealed === null) return undefined;
  return decrypt(key, nonce, NONE, joined(sealed, tag));
}

const slotsOf = (header: unknown): readonly Record<string, unknown>[] =>
  recordsOf(isRecord(header) ? header.slots : null).filter(({ type }) => type === PASSPHRASE_SLOT);

/** The key of a passphrase slot whose salt is readable. */
type KekOf = (slot: Record<string, unknown>, salt: Bytes) => Promise<Result<Bytes, ForeignError>>;

async function openDb(file: Record<string, unknown>, kekOf: KekOf | null): Promise<Result<unknown, ForeignError>> {
  const { header, db } = file;
  const slots = slotsOf(header);
  const sealed = typeof db === 'string' ? fromBase64(db) : null;
  if (sealed === null || slots.length === 0 || slots.length > MOST_SLOTS) return damaged;
  if (kekOf === null) return err({ kind: 'passphrase-needed' });
  for (const slot of slots) {
    const salt = hexBytes(slot.salt, 1, 64);
    if (salt === null) return damaged;
    const kek = await kekOf(slot, salt);
    if (!kek.ok) return kek;
    const key = await openBox(kek.value, recordAt(slot, 'key_params'), hexBytes(slot.key, 32, 32));
    if (key === undefined) return damaged;
    if (key === null) continue;
    const plain = await openBox(key, recordAt(header, 'params'), sealed);
    const value = plain ? parseJsonBytes(plain) : undefined;
    // The right key for an altered content.
    return value === undefined ? damaged : ok(value);
  }
  return err({ kind: 'wrong-passphrase' });
}

function readDb(db: unknown): Result<ForeignContent, ForeignError> {
  if (!isRecord(db) || !Array.isArray(db.entries)) return damaged;
  const names = new Map(recordsOf(db.groups).map(({ uuid, name }) => [uuid, name]));
  const items = itemsOf(db.entries, (entry) => {
    const info = recordAt(entry, 'info');
    const groups = Array.isArray(entry.groups) ? entry.groups : [];
    return foreignAccount({
      issuer: entry.issuer,
      account: entry.name,
      type: entry.type,
      secret: info.secret,
      algorithm: info.algo,
      digits: info.digits,
      periodSeconds: info.period,
      counter: info.counter,
      group: names.get(groups[0]) ?? entry.group,
      pinned: entry.favorite === true,
    });
  });
  return ok(contentOf(items));
}

/** The accounts of an export, plain or encrypted; `kekOf` is null where nobody knows a passphrase yet. */
export async function readAegis(json: unknown, kekOf: KekOf | null): Promise<Result<ForeignContent, ForeignError>> {
  if (!isRecord(json)) return damaged;
  if (typeof json.db !== 'string') return readDb(json.db);
  const db = await openDb(json, kekOf);
  return db.ok ? readDb(db.value) : db;
}

const byPassphrase =
  (passphrase: string, how: ForeignReading): KekOf =>
  ({ n: N, r, p }, salt) =>
    deriveForeignKey(passphrase, { name: 'scrypt', N, r, p, salt }, 32, how);

/** Aegis Authenticator's export. */
export const aegis: ForeignFormat = {
  id: 'aegis',
  app: 'Aegis',
  reads: 'JSON, plain or encrypted',
  source: 'https://github.com/beemdevelopment/Aegis/blob/master/docs/vault.md',
  recognise: ({ json }) => isRecord(json) && isRecord(json.header) && 'db' in json,
  async read({ json }, how) {
    if (how.passphrase === null || !isRecord(json)) return readAegis(json, null);
    // A slot after the other may be tried, so that their seconds come together.
    const keys = slotsOf(json.header).map(({ n: N, r, p }) => ({ name: 'scrypt', N, r, p, salt: NONE }) as const);
    const asked = askedFirst(keys.slice(0, MOST_SLOTS), how.costly);
    return asked === null ? readAegis(json, byPassphrase(how.passphrase, how)) : err(asked);
  },
};
