import type { Bytes, HashAlgorithm, OtpParameters } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { toBase64 } from './base64.ts';
import type { BackupCode, ClockCorrection, Entry, EntryState, TrashedEntry, VaultAge, VaultContent } from './entry.ts';
import { bytesOf, hasExactly, isRecord, isWhole, parseJsonBytes } from './shape.ts';

const MAX_ENTRIES = 10_000;
/** Most characters of a service's or an account's name. */
export const MAX_TEXT = 4_096;
const MAX_SECRET_BYTES = 1_024;
const MAX_ORIGINS = 64;
const MAX_BACKUP_CODES = 16;
const MAX_BACKUP_CODE = 64;
/** A day, in seconds: a clock further off has a wrong date, which harms more than codes. */
export const MAX_CORRECTION = 86_400;
// The size of the ciphertext then tells little about the number of accounts.
const PADDING = 1_024;
const SPACE = 0x20;

const isAlgorithm = (value: unknown): value is HashAlgorithm =>
  value === 'SHA1' || value === 'SHA256' || value === 'SHA512';
const isState = (value: unknown): value is EntryState =>
  value === 'pending' || value === 'confirmed' || value === 'stale';
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_TEXT;
const isUnixMs = (value: unknown): value is number => isWhole(value, 0, Number.MAX_SAFE_INTEGER);

function decodeParameters(value: unknown): OtpParameters | null {
  if (!isRecord(value)) return null;
  const { type, algorithm, digits, periodSeconds, counter } = value;
  const secret = bytesOf(value.secret, 1, MAX_SECRET_BYTES);
  if (secret === null) return null;
  if (type === 'steam') return hasExactly(value, ['type', 'secret']) ? { type, secret } : null;
  if (!isAlgorithm(algorithm) || !isWhole(digits, 1, 10)) return null;
  if (type === 'totp') {
    if (!hasExactly(value, ['type', 'secret', 'algorithm', 'digits', 'periodSeconds'])) return null;
    if (!isWhole(periodSeconds, 1, Number.MAX_SAFE_INTEGER)) return null;
    return { type, secret, algorithm, digits, periodSeconds };
  }
  if (type !== 'hotp' || !hasExactly(value, ['type', 'secret', 'algorithm', 'digits', 'counter'])) return null;
  if (!isWhole(counter, 0, Number.MAX_SAFE_INTEGER)) return null;
  return { type, secret, algorithm, digits, counter };
}

function decodeBackupCodes(value: unknown): readonly BackupCode[] | null {
  if (!Array.isArray(value) || value.length > MAX_BACKUP_CODES) return null;
  const codes: BackupCode[] = [];
  for (const item of value) {
    if (!isRecord(item) || !hasExactly(item, ['code', 'used'])) return null;
    const { code, used } = item;
    if (!isText(code) || code === '' || code.length > MAX_BACKUP_CODE || typeof used !== 'boolean') return null;
    codes.push({ code, used });
  }
  return codes;
}

// As schema 1 had them.
const ENTRY_KEYS = [
  'id',
  'issuer',
  'account',
  'parameters',
  'origins',
  'state',
  'createdUnixMs',
  'updatedUnixMs',
] as const;

const ADDED_KEYS = ['backupCodes', 'replaces'] as const;

type Schema = 1 | 2 | 3 | 4;

/** Content of schema 1 has entries without backup codes; `keptUnconfirmed` stands only where it is true. */
function decodeEntry(value: unknown, schema: Schema): Entry | null {
  if (!isRecord(value)) return null;
  const kept = schema !== 1 && Object.hasOwn(value, 'keptUnconfirmed') ? { keptUnconfirmed: true as const } : {};
  const keys = [...ENTRY_KEYS, ...(schema === 1 ? [] : ADDED_KEYS), ...Object.keys(kept)];
  if (!hasExactly(value, keys) || ('keptUnconfirmed' in kept && value.keptUnconfirmed !== true)) return null;
  const { id, issuer, account, origins, state, createdUnixMs, updatedUnixMs } = value;
  const parameters = decodeParameters(value.parameters);
  if (parameters === null || !isText(id) || id === '' || !isText(issuer) || !isText(account)) return null;
  if (!Array.isArray(origins) || origins.length > MAX_ORIGINS || !origins.every(isText)) return null;
  if (!isState(state) || !isUnixMs(createdUnixMs) || !isUnixMs(updatedUnixMs)) return null;
  const backupCodes = schema === 1 ? [] : decodeBackupCodes(value.backupCodes);
  const replaces = schema === 1 ? null : value.replaces;
  if (backupCodes === null || (replaces !== null && !isText(replaces))) return null;
  const times = { createdUnixMs, updatedUnixMs };
  return { id, issuer, account, parameters, origins, state, ...times, backupCodes, replaces, ...kept };
}

function decodeTrashed(value: unknown): TrashedEntry | null {
  if (!isRecord(value) || !hasExactly(value, ['entry', 'trashedUnixMs', 'trashedAtMs'])) return null;
  const { trashedUnixMs, trashedAtMs } = value;
  const entry = decodeEntry(value.entry, 4);
  if (entry === null || !isUnixMs(trashedUnixMs) || !isUnixMs(trashedAtMs)) return null;
  return { entry, trashedUnixMs, trashedAtMs };
}

function decodeAge(value: unknown): VaultAge | null {
  if (!isRecord(value) || !hasExactly(value, ['writtenUnixMs', 'passedMs'])) return null;
  const { writtenUnixMs, passedMs } = value;
  return isUnixMs(writtenUnixMs) && isUnixMs(passedMs) ? { writtenUnixMs, passedMs } : null;
}

/** `undefined` for what is neither a correction nor none. */
function decodeCorrection(value: unknown): ClockCorrection | null | undefined {
  if (value === null) return null;
  if (!isRecord(value) || !hasExactly(value, ['seconds', 'seenUnixMs'])) return undefined;
  const { seconds, seenUnixMs } = value;
  return isWhole(seconds, -MAX_CORRECTION, MAX_CORRECTION) && isUnixMs(seenUnixMs)
    ? { seconds, seenUnixMs }
    : undefined;
}

// As each schema had them.
const CONTENT_KEYS: Readonly<Record<Schema, readonly string[]>> = {
  1: ['schema', 'entries'],
  2: ['schema', 'entries'],
  3: ['schema', 'entries', 'trash', 'age'],
  4: ['schema', 'entries', 'trash', 'age', 'correction'],
};

function decodeList<T>(value: unknown, decode: (item: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value) || value.length > MAX_ENTRIES) return null;
  const list: T[] = [];
  for (const item of value) {
    const decoded = decode(item);
    if (decoded === null) return null;
    list.push(decoded);
  }
  return list;
}

/** Content without accounts, as a new vault has it. */
export const emptyContent: VaultContent = {
  schema: 4,
  entries: [],
  trash: [],
  age: { writtenUnixMs: 0, passedMs: 0 },
  correction: null,
};

/**
 * Content from the plaintext of a vault or a backup; every field, size and identifier is checked.
 * @returns `newer-version` for a later schema, `damaged` for everything else that is not schema 1 to 4; earlier ones are read as 4
 */
export function decodeContent(plain: Uint8Array): Result<VaultContent, 'damaged' | 'newer-version'> {
  const value = parseJsonBytes(plain);
  if (!isRecord(value)) return err('damaged');
  const { schema } = value;
  if (isWhole(schema, 5, Number.MAX_SAFE_INTEGER)) return err('newer-version');
  if (schema !== 1 && schema !== 2 && schema !== 3 && schema !== 4) return err('damaged');
  if (!hasExactly(value, CONTENT_KEYS[schema])) return err('damaged');
  const entries = decodeList(value.entries, (item) => decodeEntry(item, schema));
  const trash = schema >= 3 ? decodeList(value.trash, decodeTrashed) : emptyContent.trash;
  const age = schema >= 3 ? decodeAge(value.age) : emptyContent.age;
  const correction = schema === 4 ? decodeCorrection(value.correction) : emptyContent.correction;
  if (entries === null || trash === null || age === null || correction === undefined) return err('damaged');
  const ids = [...entries, ...trash.map(({ entry }) => entry)].map(({ id }) => id);
  return new Set(ids).size === ids.length ? ok({ schema: 4, entries, trash, age, correction }) : err('damaged');
}

function encodeParameters(parameters: OtpParameters): Record<string, unknown> {
  const { type } = parameters;
  const secret = toBase64(parameters.secret);
  if (type === 'steam') return { type, secret };
  const { algorithm, digits } = parameters;
  if (type === 'totp') return { type, secret, algorithm, digits, periodSeconds: parameters.periodSeconds };
  return { type, secret, algorithm, digits, counter: parameters.counter };
}

// Field by field: equal content then has equal bytes, and nothing that our reader refuses slips in.
const encodeEntry = (entry: Entry): Record<string, unknown> => ({
  id: entry.id,
  issuer: entry.issuer,
  account: entry.account,
  parameters: encodeParameters(entry.parameters),
  origins: entry.origins,
  state: entry.state,
  createdUnixMs: entry.createdUnixMs,
  updatedUnixMs: entry.updatedUnixMs,
  backupCodes: entry.backupCodes.map(({ code, used }) => ({ code, used })),
  replaces: entry.replaces,
  ...(entry.keptUnconfirmed === true ? { keptUnconfirmed: true } : {}),
});

/** Content as UTF-8 JSON, secrets in base64, followed by spaces up to a multiple of 1 KiB. */
export function encodeContent(content: VaultContent): Bytes {
  const { schema, age, correction } = content;
  const entries = content.entries.map(encodeEntry);
  const trash = content.trash.map(({ entry, trashedUnixMs, trashedAtMs }) => ({
    entry: encodeEntry(entry),
    trashedUnixMs,
    trashedAtMs,
  }));
  const written = { writtenUnixMs: age.writtenUnixMs, passedMs: age.passedMs };
  const corrected = correction === null ? null : { seconds: correction.seconds, seenUnixMs: correction.seenUnixMs };
  const json = new TextEncoder().encode(
    JSON.stringify({ schema, entries, trash, age: written, correction: corrected }),
  );
  const padded = new Uint8Array(Math.ceil(json.length / PADDING) * PADDING).fill(SPACE);
  padded.set(json);
  return padded;
}
