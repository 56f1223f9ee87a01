import type { HashAlgorithm, OtpParameters } from '../otp/parameters.ts';
import { toBase64 } from './base64.ts';
import type { BackupCode, Entry, EntryState } from './entry.ts';
import { bytesOf, hasExactly, isRecord, isUnixMs, isWhole } from './shape.ts';

/** Most characters of a service's or an account's name. */
export const MAX_TEXT = 4_096;
const MAX_SECRET_BYTES = 1_024;
const MAX_ORIGINS = 64;
const MAX_BACKUP_CODES = 16;
const MAX_BACKUP_CODE = 64;
/** Most characters of a group's name. */
export const MAX_GROUP = 40;

const isAlgorithm = (value: unknown): value is HashAlgorithm =>
  value === 'SHA1' || value === 'SHA256' || value === 'SHA512';
const isState = (value: unknown): value is EntryState =>
  value === 'pending' || value === 'confirmed' || value === 'stale';
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_TEXT;

/** How codes are made, as JSON keeps it; null for anything else. */
export function decodeParameters(value: unknown): OtpParameters | null {
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

/** Versions of the content; the last is written. */
export type Schema = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** What an account may have beside its fields, each only where there is something to say. */
type Marks = Pick<Entry, 'keptUnconfirmed' | 'pinned' | 'group'>;

/** Whether it can be a group's name. */
export const isGroup = (value: unknown): value is string => isText(value) && value !== '' && value.length <= MAX_GROUP;

/** The marks that an entry of a schema has; null where one of them is wrong. */
function decodeMarks(value: Record<string, unknown>, schema: Schema): Marks | null {
  const has = (key: keyof Marks, since: Schema): boolean => schema >= since && Object.hasOwn(value, key);
  const { keptUnconfirmed, pinned, group } = value;
  if (has('keptUnconfirmed', 2) && keptUnconfirmed !== true) return null;
  if (has('pinned', 7) && pinned !== true) return null;
  return {
    ...(has('keptUnconfirmed', 2) ? { keptUnconfirmed: true } : {}),
    ...(has('pinned', 7) ? { pinned: true } : {}),
    // Another one is left out here, and so is a field too many for the entry.
    ...(has('group', 7) && isGroup(group) ? { group } : {}),
  };
}

/**
 * An entry as content of a schema has it, or null for anything else. Schema 1 has entries without backup codes, earlier ones than 7
 * have no pins and groups.
 */
export function decodeEntry(value: unknown, schema: Schema): Entry | null {
  if (!isRecord(value)) return null;
  const marks = decodeMarks(value, schema);
  if (marks === null) return null;
  const keys = [...ENTRY_KEYS, ...(schema === 1 ? [] : ADDED_KEYS), ...Object.keys(marks)];
  if (!hasExactly(value, keys)) return null;
  const { id, issuer, account, origins, state, createdUnixMs, updatedUnixMs } = value;
  const parameters = decodeParameters(value.parameters);
  if (parameters === null || !isText(id) || id === '' || !isText(issuer) || !isText(account)) return null;
  if (!Array.isArray(origins) || origins.length > MAX_ORIGINS || !origins.every(isText)) return null;
  if (!isState(state) || !isUnixMs(createdUnixMs) || !isUnixMs(updatedUnixMs)) return null;
  const backupCodes = schema === 1 ? [] : decodeBackupCodes(value.backupCodes);
  const replaces = schema === 1 ? null : value.replaces;
  if (backupCodes === null || (replaces !== null && !isText(replaces))) return null;
  const times = { createdUnixMs, updatedUnixMs };
  return { id, issuer, account, parameters, origins, state, ...times, backupCodes, replaces, ...marks };
}

/** How codes are made, as JSON keeps it. */
export function encodeParameters(parameters: OtpParameters): Record<string, unknown> {
  const { type } = parameters;
  const secret = toBase64(parameters.secret);
  if (type === 'steam') return { type, secret };
  const { algorithm, digits } = parameters;
  if (type === 'totp') return { type, secret, algorithm, digits, periodSeconds: parameters.periodSeconds };
  return { type, secret, algorithm, digits, counter: parameters.counter };
}

// Field by field: equal content then has equal bytes, and nothing that our reader refuses slips in.
/** An entry as JSON keeps it, secret in base64. */
export const encodeEntry = (entry: Entry): Record<string, unknown> => ({
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
  ...(entry.pinned === true ? { pinned: true } : {}),
  ...(entry.group === undefined ? {} : { group: entry.group }),
});
