import { err, ok, type Result } from '../../result.ts';
import { decrypt } from '../../vault/aead.ts';
import { utf8 } from '../../vault/bytes.ts';
import { isRecord, parseJsonBytes } from '../../vault/shape.ts';
import { deriveForeignKey } from './file-key.ts';
import { skipped } from './foreign-account.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import { contentOf, type ForeignContent, type ForeignFormat, type ForeignReading } from './foreign-format.ts';
import { itemsOf, recordAt, recordsOf } from './foreign-json.ts';
import { looseBase64 } from './loose-base64.ts';
import { readPasswordItem } from './password-item.ts';

const CONTEXT = utf8('proton.authenticator.export.v1');
const NONCE = 12;

function readEntries(json: unknown): Result<ForeignContent, ForeignError> {
  if (!isRecord(json) || !Array.isArray(json.entries)) return damaged;
  const items = itemsOf(json.entries, (one) => {
    const { uri, name } = recordAt(one, 'content');
    return typeof uri === 'string' ? readPasswordItem(uri, { title: '', username: name }) : skipped('', name, 'no-key');
  });
  return ok(contentOf(items));
}

async function openContent(json: Record<string, unknown>, how: ForeignReading): Promise<Result<unknown, ForeignError>> {
  const [salt, content] = [looseBase64(json.salt), looseBase64(json.content)];
  if (salt === null || content === null) return damaged;
  if (how.passphrase === null) return err({ kind: 'passphrase-needed' });
  const derivation = { name: 'argon2id', memoryKib: 19_456, passes: 2, lanes: 1, salt } as const;
  const key = await deriveForeignKey(how.passphrase, derivation, 32, how);
  if (!key.ok) return key;
  const plain = await decrypt(key.value, content.slice(0, NONCE), CONTEXT, content.slice(NONCE));
  if (plain === null) return err({ kind: 'wrong-passphrase' });
  const value = parseJsonBytes(plain);
  return value === undefined ? damaged : ok(value);
}

/** Proton Authenticator's export. */
export const protonAuthenticator: ForeignFormat = {
  id: 'proton-authenticator',
  app: 'Proton Authenticator',
  reads: 'JSON, plain or encrypted',
  source: 'https://github.com/protonpass/proton-pass-common',
  recognise: ({ json }) =>
    isRecord(json) &&
    ((typeof json.salt === 'string' && typeof json.content === 'string') ||
      recordsOf(json.entries).some((one) => 'uri' in recordAt(one, 'content'))),
  async read({ json }, how) {
    if (!isRecord(json) || 'entries' in json) return readEntries(json);
    const entries = await openContent(json, how);
    return entries.ok ? readEntries(entries.value) : entries;
  },
};
