import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { decrypt, encrypt, NONCE_LENGTH } from '../vault/aead.ts';
import { toBase64 } from '../vault/base64.ts';
import { utf8 } from '../vault/bytes.ts';
import { bytesOf, isRecord, parseJsonBytes, parseJsonText } from '../vault/shape.ts';
import { readValue, STORED } from './vault-copies.ts';
import type { Random, VaultStorage } from './vault-ports.ts';

const FORMAT = 'doorcode-set-aside';
const MOST = 128 * 2 ** 20;

// Each may be as large as the vault. A vault has seven copies that differ, so that three may be left for a new beginning.
const MOST_FIRST = 24;
const MOST_TORN = 12;

/** A value as JSON has it; null for one that it cannot hold, which none of ours ever was. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch {
    return 'null';
  }
}

/** A value as a JSON text can hold it. */
export const plainJson = (value: unknown): unknown => (typeof value === 'string' ? value : JSON.parse(jsonOf(value)));

/** Why a value lies aside: it made room though it did not open, or belongs to what a new beginning left, which never makes room. */
type AsideKind = 'torn' | 'first';

type Ports = { readonly storage: VaultStorage; readonly random: Random };

const outerOf = (value: unknown): Record<string, unknown> | null => {
  const outer = typeof value === 'string' ? parseJsonText(value) : null;
  return isRecord(outer) && outer.format === FORMAT ? outer : null;
};

/** Those that do not say so came before there were two kinds, or are as a new beginning left them. */
const kindOf = (value: unknown): AsideKind => (outerOf(value)?.kind === 'torn' ? 'torn' : 'first');

async function sealAside(value: unknown, kind: AsideKind, dataKey: Bytes, random: Random): Promise<string> {
  const nonce = random.bytes(NONCE_LENGTH);
  const sealed = await encrypt(dataKey, nonce, utf8(FORMAT), utf8(jsonOf(value)));
  return JSON.stringify({ format: FORMAT, kind, nonce: toBase64(nonce), data: toBase64(sealed) });
}

/** A value as it was before it was set aside and sealed; one that is not sealed under this key comes back as it is. */
export async function openAside(value: unknown, dataKey: Bytes): Promise<unknown> {
  const outer = outerOf(value);
  if (outer === null) return value;
  const nonce = bytesOf(outer.nonce, NONCE_LENGTH, NONCE_LENGTH);
  const sealed = bytesOf(outer.data, 0, MOST);
  const plain = nonce === null || sealed === null ? null : await decrypt(dataKey, nonce, utf8(FORMAT), sealed);
  return plain === null ? value : parseJsonBytes(plain);
}

/** What was set aside, sealed for another data key: the one before may be known to whoever has an old key. */
export const resealAside = async (value: unknown, oldDataKey: Bytes, dataKey: Bytes, random: Random): Promise<string> =>
  sealAside(await openAside(value, oldDataKey), kindOf(value), dataKey, random);

/** The values set aside; null where they cannot be read. */
async function listAside(storage: VaultStorage): Promise<readonly unknown[] | null> {
  const kept = await readValue(storage, STORED.setAside);
  if (kept.kind === 'failed') return null;
  return kept.kind === 'present' && Array.isArray(kept.value) ? kept.value : [];
}

/**
 * The values set aside with some more that make room in an open vault, each once and sealed at once under its data key. The oldest of
 * their kind make room for later ones; what a new beginning left makes none.
 * @returns null when those before cannot be read
 */
export async function setTornAside(
  { storage, random }: Ports,
  more: readonly unknown[],
  dataKey: Bytes,
): Promise<readonly unknown[] | null> {
  const earlier = await listAside(storage);
  if (earlier === null) return null;
  const known = new Set(await Promise.all(earlier.map(async (value) => jsonOf(await openAside(value, dataKey)))));
  // What no JSON can hold is like nothing else.
  const fresh = [...new Set(more)].filter((value) => jsonOf(value) === 'null' || !known.has(jsonOf(value)));
  const all = [...earlier];
  for (const value of fresh) all.push(await sealAside(value, 'torn', dataKey, random));
  const torn = all.filter((value) => kindOf(value) === 'torn');
  const room = new Set(torn.slice(0, Math.max(torn.length - MOST_TORN, 0)));
  return all.filter((value) => !room.has(value));
}

/**
 * The values set aside with all that a new beginning leaves, each once and as it is: the key that it needs may be found again when the
 * new vault's is lost. None of them makes room for another from then on.
 */
export async function setFirstAside(
  storage: VaultStorage,
  left: readonly unknown[],
): Promise<Result<readonly unknown[], 'storage-failed' | 'set-aside-full'>> {
  const earlier = await listAside(storage);
  if (earlier === null) return err('storage-failed');
  const asFirst = (value: unknown): unknown =>
    kindOf(value) === 'torn' ? JSON.stringify({ ...outerOf(value), kind: 'first' }) : value;
  const all = [...earlier.filter((value) => !left.includes(value)).map(asFirst), ...new Set(left)];
  return left.length > 0 && all.length > MOST_FIRST ? err('set-aside-full') : ok(all);
}
