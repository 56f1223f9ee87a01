import type { Bytes, HashAlgorithm, OtpParameters } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { toBase64 } from './base64.ts';
import type { BackupCode, Entry, EntryState, VaultContent } from './entry.ts';
import { bytesOf, hasExactly, isRecord, isWhole, parseJsonBytes } from './shape.ts';

const MAX_ENTRIES = 10_000;
const MAX_TEXT = 4_096;
const MAX_SECRET_BYTES = 1_024;
const MAX_ORIGINS = 64;
const MAX_BACKUP_CODES = 16;
const MAX_BACKUP_CODE = 64;
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

/** Content of schema 1 has entries without backup codes. */
function decodeEntry(value: unknown, schema: 1 | 2): Entry | null {
  if (!isRecord(value) || !hasExactly(value, schema === 1 ? ENTRY_KEYS : [...ENTRY_KEYS, ...ADDED_KEYS])) return null;
  const { id, issuer, account, origins, state, createdUnixMs, updatedUnixMs } = value;
  const parameters = decodeParameters(value.parameters);
  if (parameters === null || !isText(id) || id === '' || !isText(issuer) || !isText(account)) return null;
  if (!Array.isArray(origins) || origins.length > MAX_ORIGINS || !origins.every(isText)) return null;
  if (!isState(state) || !isUnixMs(createdUnixMs) || !isUnixMs(updatedUnixMs)) return null;
  const backupCodes = schema === 1 ? [] : decodeBackupCodes(value.backupCodes);
  const replaces = schema === 1 ? null : value.replaces;
  if (backupCodes === null || (replaces !== null && !isText(replaces))) return null;
  return { id, issuer, account, parameters, origins, state, createdUnixMs, updatedUnixMs, backupCodes, replaces };
}

/**
 * Content from the plaintext of a vault or a backup; every field, size and identifier is checked.
 * @returns `newer-version` for a later schema, `damaged` for everything else that is not schema 1 or 2; schema 1 is read as 2
 */
export function decodeContent(plain: Uint8Array): Result<VaultContent, 'damaged' | 'newer-version'> {
  const value = parseJsonBytes(plain);
  if (!isRecord(value)) return err('damaged');
  if (isWhole(value.schema, 3, Number.MAX_SAFE_INTEGER)) return err('newer-version');
  if ((value.schema !== 1 && value.schema !== 2) || !hasExactly(value, ['schema', 'entries'])) return err('damaged');
  if (!Array.isArray(value.entries) || value.entries.length > MAX_ENTRIES) return err('damaged');
  const entries: Entry[] = [];
  const ids = new Set<string>();
  for (const item of value.entries) {
    const entry = decodeEntry(item, value.schema);
    if (entry === null || ids.has(entry.id)) return err('damaged');
    ids.add(entry.id);
    entries.push(entry);
  }
  return ok({ schema: 2, entries });
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
});

/** Content as UTF-8 JSON, secrets in base64, followed by spaces up to a multiple of 1 KiB. */
export function encodeContent(content: VaultContent): Bytes {
  const entries = content.entries.map(encodeEntry);
  const json = new TextEncoder().encode(JSON.stringify({ schema: content.schema, entries }));
  const padded = new Uint8Array(Math.ceil(json.length / PADDING) * PADDING).fill(SPACE);
  padded.set(json);
  return padded;
}
