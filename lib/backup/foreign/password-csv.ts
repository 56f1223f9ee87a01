import type { Bytes } from '../../otp/parameters.ts';
import { ok } from '../../result.ts';
import { utf8 } from '../../vault/bytes.ts';
import { readCsv } from './csv.ts';
import { foreignAccount, keyOf, skipped } from './foreign-account.ts';
import { contentOf, type ForeignFormat, type ForeignItem } from './foreign-format.ts';
import { hexBytes } from './hex.ts';
import { hasKeyLine, isKeyLine } from './key-uri-lines.ts';
import { looseBase64 } from './loose-base64.ts';
import { readPasswordItem } from './password-item.ts';

const LEAST_KEY_CHARACTERS = 8;

type Row = ReadonlyMap<string, string>;

const titles = ['title', 'name', 'account', 'service', 'issuer', 'website'];
const usernames = ['username', 'user name', 'login_username', 'login name', 'login', 'email'];
const groups = ['group', 'folder'];
const plainColumn =
  /^(?:login_totp|otpauth|totp|otp|2fa|one.?time.*|otp.?(?:secret|code|url|uri|auth)|totp.?(?:secret|seed|url|uri)|(?:timeotp|hmacotp)-secret(?:-(?:base32|base64|hex))?)$/i;

const first = (row: Row, names: readonly string[]): string =>
  names.map((name) => row.get(name) ?? '').find(Boolean) ?? '';

/** A key as KeePass 2 keeps it, in one of four columns by its spelling; null where none is filled. */
function keePassKey(row: Row, kind: 'timeotp' | 'hmacotp'): Bytes | string | symbol | null {
  const cell = (ending: string): string => row.get(`${kind}-secret${ending}`) ?? '';
  if (cell('-base32') !== '') return cell('-base32');
  if (cell('-hex') !== '') return keyOf(cell('-hex'), hexBytes(cell('-hex').replace(/[\s-]/g, ''), 1, 1_024));
  if (cell('-base64') !== '') return keyOf(cell('-base64'), looseBase64(cell('-base64')));
  return cell('') === '' ? null : utf8(cell(''));
}

/** The columns that KeePass 2 keeps an account's details in, under names of their own. */
function keePass(row: Row, names: { issuer: string; account: string; group: string }): ForeignItem | null {
  const [time, counted] = [keePassKey(row, 'timeotp'), keePassKey(row, 'hmacotp')];
  if (time !== null)
    return foreignAccount({
      ...names,
      type: 'totp',
      secret: time,
      algorithm: row.get('timeotp-algorithm'),
      digits: row.get('timeotp-length'),
      periodSeconds: row.get('timeotp-period'),
    });
  if (counted === null) return null;
  return foreignAccount({ ...names, type: 'hotp', secret: counted, counter: row.get('hmacotp-counter') });
}

/** KeePassXC's old pair of columns: a key, and `step;digits`, where `S` stands for Steam. */
function seedAndSettings(row: Row, names: { issuer: string; account: string; group: string }): ForeignItem | null {
  const secret = row.get('totp seed') ?? '';
  if (secret === '') return null;
  const [periodSeconds = '', digits = ''] = (row.get('totp settings') ?? '').split(';');
  if (/^s$/i.test(digits)) return foreignAccount({ ...names, type: 'steam', secret });
  return foreignAccount({ ...names, type: 'totp', secret, digits, periodSeconds });
}

// A table may say `yes`, `SMS` or `enabled` there: base32 too, of fewer bits than any site gives out (RFC 4226 asks for 128).
const isWord = (cell: string): boolean => cell.replace(/[\s=-]/g, '').length < LEAST_KEY_CHARACTERS;

/** The account in a row; `codes` are the columns that are named for one-time passwords. */
function readRow(row: Row, codes: ReadonlySet<string>): ForeignItem | null {
  const names = { issuer: first(row, titles), account: first(row, usernames), group: first(row, groups) };
  const named = keePass(row, names) ?? seedAndSettings(row, names);
  if (named !== null) return named;
  const field = [...row].find(([column, cell]) => cell.trim() !== '' && (isKeyLine(cell) || codes.has(column)));
  if (field === undefined) return null;
  const { issuer: title, account: username, group } = names;
  if (isWord(field[1])) return skipped(title, username, 'not-an-account');
  return readPasswordItem(field[1], { title, username, group });
}

function rowsOf(text: string | null): {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const [header = [], ...rows] = text === null ? [] : readCsv(text);
  return { header: header.map((one) => one.trim().toLowerCase()), rows };
}

const isOurs = (column: string): boolean => plainColumn.test(column) || column === 'totp seed';

/** The CSV of a password manager: KeePassXC, KeePass, Bitwarden, 1Password, Apple Passwords, and others that name a column for codes. */
export const passwordCsv: ForeignFormat = {
  id: 'password-csv',
  app: 'KeePassXC, KeePass, Bitwarden, 1Password, Apple Passwords',
  appShown: '',
  reads: 'CSV with a column for one-time passwords',
  source: 'https://www.rfc-editor.org/rfc/rfc4180',
  recognise({ text, json }) {
    if (text === null || json !== undefined || !/^[^\n]*,/.test(text)) return false;
    const { header, rows } = rowsOf(text);
    if (header.some(isOurs)) return true;
    // Without a name that says so, a text of links is what it looks like.
    return !hasKeyLine(text) && header.length > 1 && rows.some((cells) => cells.some(isKeyLine));
  },
  async read({ text }) {
    const { header, rows } = rowsOf(text);
    // Asked once for each column: a name may be megabytes long, and a hundred thousand rows follow.
    const codes = new Set(header.filter((column) => plainColumn.test(column)));
    const read = rows.map((cells) => {
      const item = readRow(new Map(cells.slice(0, header.length).map((cell, at) => [header[at] ?? '', cell])), codes);
      // A key in a column without a name is still somebody's account.
      const stray = item === null && cells.slice(header.length).some(isKeyLine);
      return stray ? skipped('', cells[0], 'not-an-account') : item;
    });
    const items = read.filter((item) => item !== null);
    return ok(contentOf(items, read.length - items.length));
  },
};
