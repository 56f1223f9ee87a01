import { sha256 } from '@noble/hashes/sha2.js';
import { formatKeyUri } from '../otp/key-uri.ts';
import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { toHex } from '../vault/base64.ts';
import { utf8 } from '../vault/bytes.ts';
import type { Entry } from '../vault/entry.ts';
import { decodeEntry, decodeParameters, encodeEntry, isGroup, MAX_TEXT } from '../vault/entry-codec.ts';
import { bytesOf, isRecord, isWhole, parseJsonBytes } from '../vault/shape.ts';
import { unknownCritical } from './backup-header.ts';
import type { BackupItem } from './backup-item.ts';

/** The payload is padded to a multiple of this: its size then tells little about the number of accounts. */
export const PADDING = 1_024;

const MAX_ENTRIES = 10_000;
const MAX_SECRET_BYTES = 1_024;
const SPACE = 0x20;
const PAYLOAD_KEYS = ['schema', 'entries'];
const PARAMETER_KEYS: Readonly<Record<string, readonly string[]>> = {
  totp: ['type', 'secret', 'algorithm', 'digits', 'periodSeconds'],
  hotp: ['type', 'secret', 'algorithm', 'digits', 'counter'],
  steam: ['type', 'secret'],
};
const ENTRY_KEYS = [
  ...['id', 'issuer', 'account', 'parameters', 'origins', 'state', 'createdUnixMs', 'updatedUnixMs'],
  ...['backupCodes', 'replaces', 'keptUnconfirmed'],
];

// Read after the others, and never a reason to lose an account.
const MARK_KEYS = ['pinned', 'group'];

const marksOf = ({ pinned, group }: Record<string, unknown>) => ({
  ...(pinned === true ? { pinned } : {}),
  ...(isGroup(group) ? { group } : {}),
});

type Unreadable = Extract<BackupItem, { readonly kind: 'unreadable' }>;

function only(record: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.filter((key) => Object.hasOwn(record, key)).map((key) => [key, record[key]]));
}

const nameOf = (value: unknown): string => (typeof value === 'string' && value.length <= MAX_TEXT ? value : '');

function whyUnreadable(parameters: unknown): Unreadable['reason'] {
  const { type, secret } = isRecord(parameters) ? parameters : {};
  if (typeof type === 'string' && !Object.hasOwn(PARAMETER_KEYS, type)) return 'newer';
  if (bytesOf(secret, 1, MAX_SECRET_BYTES) === null) return 'secret';
  return decodeParameters(parameters) === null ? 'parameters' : 'fields';
}

/** One account by itself; what it has beyond our fields is ignored, unless `crit` names it. */
function decodeItem(value: unknown, crit: readonly string[]): BackupItem {
  const record = isRecord(value) ? value : {};
  const names = { issuer: nameOf(record.issuer), account: nameOf(record.account) };
  const given = isRecord(record.parameters) ? record.parameters : {};
  const keys = Object.hasOwn(PARAMETER_KEYS, String(given.type)) ? (PARAMETER_KEYS[String(given.type)] ?? []) : [];
  if (
    unknownCritical(record, [...ENTRY_KEYS, ...MARK_KEYS, 'uri'], crit) ||
    unknownCritical(given, ['type', ...keys], crit)
  ) {
    return { kind: 'unreadable', ...names, reason: 'newer' };
  }
  const parameters = keys.length === 0 ? given : only(given, keys);
  const entry = decodeEntry({ ...only(record, ENTRY_KEYS), ...marksOf(record), parameters }, 7);
  return entry === null
    ? { kind: 'unreadable', ...names, reason: whyUnreadable(parameters) }
    : { kind: 'entry', entry };
}

/** The accounts of a payload, each by itself; an identifier that another account has is made anew, so that neither is lost. */
export function decodePayload(
  plain: Uint8Array,
  crit: readonly string[],
): Result<readonly BackupItem[], 'altered' | 'newer-version'> {
  const value = parseJsonBytes(plain);
  if (!isRecord(value)) return err('altered');
  const { schema, entries } = value;
  if (isWhole(schema, 2, Number.MAX_SAFE_INTEGER) || unknownCritical(value, PAYLOAD_KEYS, crit)) {
    return err('newer-version');
  }
  if (schema !== 1 || !Array.isArray(entries) || entries.length > MAX_ENTRIES) return err('altered');
  const taken = new Set<string>();
  return ok(
    entries.map((one, index) => {
      const item = decodeItem(one, crit);
      if (item.kind === 'unreadable') return item;
      const { entry } = item;
      const id = taken.has(entry.id) ? toHex(sha256(utf8(`${index} ${entry.id}`))).slice(0, 32) : entry.id;
      taken.add(id);
      return { kind: 'entry', entry: { ...entry, id } };
    }),
  );
}

/** The payload of these accounts: UTF-8 JSON, each with its key URI, followed by spaces up to a multiple of 1 KiB. */
export function encodePayload(entries: readonly Entry[]): Bytes {
  const written = entries.map((entry) => ({ ...encodeEntry(entry), uri: formatKeyUri(entry) }));
  const json = utf8(JSON.stringify({ schema: 1, entries: written }));
  const padded = new Uint8Array(Math.ceil(json.length / PADDING) * PADDING).fill(SPACE);
  padded.set(json);
  return padded;
}
