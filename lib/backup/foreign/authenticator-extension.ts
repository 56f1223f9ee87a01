import { err, ok, type Result } from '../../result.ts';
import { isRecord, parseJsonBytes } from '../../vault/shape.ts';
import { type ExtensionKey, openExtensionKey } from './authenticator-extension-key.ts';
import { openSalted } from './evp-key.ts';
import { foreignAccount, keyOf, textOf } from './foreign-account.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import { contentOf, type ForeignFormat, type ForeignItem, MOST_ITEMS } from './foreign-format.ts';
import { hexBytes } from './hex.ts';

type Entry = Record<string, unknown>;

const types = new Map([
  ['battle', 'totp'],
  ['hex', 'totp'],
  ['hhex', 'hotp'],
]);
const isEntry = (value: unknown): value is Entry =>
  isRecord(value) &&
  (value.dataType === 'EncOTPStorage' || ('secret' in value && ('hash' in value || 'encrypted' in value)));

/** Old exports put the kind before the key. */
function readEntry(entry: Entry, secretText: string): ForeignItem {
  const [, prefix = '', bare = ''] = /^(bliz-|blz-|stm-)?(.*)$/s.exec(secretText) ?? [];
  const written = textOf(entry.type) || 'totp';
  const type = prefix === 'stm-' ? 'steam' : prefix === '' ? written : 'battle';
  const secret = type === 'hex' || type === 'hhex' ? keyOf(bare, hexBytes(bare, 1, 1_024)) : bare;
  const isBattle = type === 'battle';
  return foreignAccount({
    // `Name::host` keeps the site's name beside the issuer's.
    issuer: textOf(entry.issuer).split('::')[0] || (isBattle ? 'Battle.net' : ''),
    account: entry.account,
    type: types.get(type) ?? type,
    secret,
    algorithm: entry.algorithm,
    digits: isBattle ? 8 : entry.digits,
    periodSeconds: entry.period,
    counter: entry.counter,
    pinned: entry.pinned === true,
  });
}

const orderOf = ({ index }: Entry): number => (typeof index === 'number' ? index : 0);

async function readOne(entry: Entry, key: ExtensionKey): Promise<Result<ForeignItem, ForeignError>> {
  const isWhole = entry.dataType === 'EncOTPStorage';
  if (!isWhole && entry.encrypted !== true) return ok(readEntry(entry, textOf(entry.secret)));
  const plain = await openSalted(isWhole ? entry.data : entry.secret, key.text);
  const shut = err({ kind: key.proven ? 'damaged' : 'wrong-passphrase' } as const);
  if (plain === null) return shut;
  if (isWhole) {
    const inner = parseJsonBytes(plain);
    return isRecord(inner) ? ok(readEntry(inner, textOf(inner.secret))) : shut;
  }
  const secret = new TextDecoder().decode(plain);
  // One in 256 wrong passphrases gives a right padding; what it opens is no text that was ever typed.
  return /^[\x20-\x7e]*$/.test(secret) ? ok(readEntry(entry, secret)) : shut;
}

/** Authenticator (the browser extension)'s export of versions 1 to 8. */
export const authenticatorExtension: ForeignFormat = {
  id: 'authenticator-extension',
  app: 'Authenticator (browser extension)',
  reads: 'JSON, plain or encrypted, of versions 1 to 8',
  source: 'https://github.com/Authenticator-Extension/Authenticator',
  recognise: ({ json }) => isRecord(json) && Object.values(json).some(isEntry),
  async read({ json }, how) {
    if (!isRecord(json)) return damaged;
    const entries = Object.values(json)
      .filter(isEntry)
      .toSorted((one, other) => orderOf(one) - orderOf(other));
    if (entries.length > MOST_ITEMS) return err({ kind: 'too-many' });
    const sealed = entries.some((one) => one.encrypted === true || one.dataType === 'EncOTPStorage');
    const key = sealed ? await openExtensionKey(json, how) : ok({ text: '', proven: false });
    if (!key.ok) return key;
    const items: ForeignItem[] = [];
    for (const entry of entries) {
      const item = await readOne(entry, key.value);
      if (!item.ok) return item;
      items.push(item.value);
    }
    return ok(contentOf(items));
  },
};
