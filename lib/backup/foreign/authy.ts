import type { Result } from '../../result.ts';
import { err, ok } from '../../result.ts';
import { utf8 } from '../../vault/bytes.ts';
import { isRecord, parseJsonText } from '../../vault/shape.ts';
import { decryptCbc } from './aes-cbc.ts';
import { askedFirst, type Derivation, deriveForeignKey } from './file-key.ts';
import { foreignAccount, numberOf, textOf } from './foreign-account.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import type { ForeignFile } from './foreign-file.ts';
import {
  contentOf,
  type ForeignContent,
  type ForeignFormat,
  type ForeignItem,
  type ForeignReading,
  MOST_ITEMS,
} from './foreign-format.ts';
import { membersOf, recordsOf, strayMember } from './foreign-json.ts';
import { hexBytes } from './hex.ts';
import { looseBase64 } from './loose-base64.ts';

const KEY = 'com.authy.storage.tokens.authenticator.key';
const OWN_KEY = 'com.authy.storage.tokens.authy.key';
const ITERATIONS = 1_000;

type Token = Record<string, unknown>;

const listsIn = (json: unknown): readonly unknown[] =>
  isRecord(json)
    ? ['authenticator_tokens', 'decrypted_authenticator_tokens'].flatMap((key) => membersOf(json[key]))
    : [];

/** What its lists have for tokens; null where a text that must be a list is none. */
function tokensOf({ strings, json }: ForeignFile): readonly unknown[] | null {
  if (strings === null) return listsIn(json);
  const lists = [KEY, OWN_KEY].map((key) => parseJsonText(strings.get(key) || '[]'));
  return lists.every(Array.isArray) ? lists.flat() : null;
}

const sealedOf = (token: Token): string => textOf(token.encryptedSecret ?? token.encrypted_seed);

/** `Issuer: account` and `Issuer:account` in one name. */
function namesOf(token: Token): { readonly issuer: string; readonly account: string } {
  const name = textOf(token.name ?? token.originalName ?? token.original_name);
  const issuer = textOf(token.originalIssuer ?? token.issuer);
  const [, prefix = '', rest = ''] = /^([^:]*):\s*(.*)$/s.exec(name) ?? [];
  if (issuer !== '') return { issuer, account: prefix === issuer ? rest : name };
  return prefix === '' ? { issuer: '', account: name } : { issuer: prefix, account: rest };
}

function derivationOf(token: Token): Derivation {
  const iterations = numberOf(token.key_derivation_iterations ?? ITERATIONS);
  return { name: 'pbkdf2', hash: 'SHA-1', iterations, salt: utf8(textOf(token.salt)) };
}

async function openSecret(token: Token, how: ForeignReading): Promise<Result<string, ForeignError>> {
  const data = looseBase64(sealedOf(token));
  if (data === null) return damaged;
  const key = await deriveForeignKey(how.passphrase ?? '', derivationOf(token), 32, how);
  if (!key.ok) return key;
  const plain = await decryptCbc(key.value, new Uint8Array(16), data);
  const text = plain === null ? '' : new TextDecoder().decode(plain);
  // Nothing in the format proves a passphrase; padding and an alphabet of 32 letters do.
  return /^[A-Z2-7=\s]+$/i.test(text) ? ok(text) : err({ kind: 'wrong-passphrase' });
}

/** Authy's own accounts have seven digits of ten seconds and a key in hexadecimal. */
function readToken(token: Token, secret: string): ForeignItem {
  const seed = hexBytes(token.secretSeed, 1, 1_024);
  const names = namesOf(token);
  if (seed !== null) return foreignAccount({ ...names, type: 'totp', secret: seed, digits: 7, periodSeconds: 10 });
  return foreignAccount({ ...names, type: 'totp', secret, digits: token.digits });
}

async function readOne(token: unknown, how: ForeignReading): Promise<Result<ForeignItem, ForeignError>> {
  if (!isRecord(token)) return ok(strayMember);
  const plain = textOf(token.decryptedSecret ?? token.decrypted_seed);
  const secret = sealedOf(token) === '' ? ok(plain) : await openSecret(token, how);
  return secret.ok ? ok(readToken(token, secret.value)) : secret;
}

async function readTokens(
  tokens: readonly unknown[],
  how: ForeignReading,
): Promise<Result<ForeignContent, ForeignError>> {
  if (tokens.length > MOST_ITEMS) return err({ kind: 'too-many' });
  const sealed = recordsOf(tokens).filter((one) => sealedOf(one) !== '');
  if (how.passphrase === null && sealed.length > 0) return err({ kind: 'passphrase-needed' });
  // Each has a salt of its own.
  const asked = askedFirst(sealed.map(derivationOf), how.costly);
  if (asked !== null) return err(asked);
  const items: ForeignItem[] = [];
  for (const token of tokens) {
    const item = await readOne(token, how);
    if (!item.ok) return item;
    items.push(item.value);
  }
  return ok(contentOf(items));
}

/** Authy's settings file of a phone, and the lists that older ways out of it left. */
export const authy: ForeignFormat = {
  id: 'authy',
  app: 'Authy',
  reads: 'XML of a rooted phone, and the lists (JSON) that older ways out of it left, plain or encrypted',
  source: 'https://github.com/beemdevelopment/Aegis',
  recognise: ({ strings, json }) =>
    strings === null ? listsIn(json).some(isRecord) : strings.has(KEY) || strings.has(OWN_KEY),
  async read(file, how) {
    const tokens = tokensOf(file);
    return tokens === null ? damaged : readTokens(tokens, how);
  },
};
