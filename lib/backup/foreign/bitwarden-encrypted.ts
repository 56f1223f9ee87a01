import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { equalBytes } from '../../otp/bytes.ts';
import type { Bytes } from '../../otp/parameters.ts';
import { err, ok, type Result } from '../../result.ts';
import { joined, utf8 } from '../../vault/bytes.ts';
import { isRecord, parseJsonBytes } from '../../vault/shape.ts';
import { decryptCbc } from './aes-cbc.ts';
import { readBitwardenItems } from './bitwarden.ts';
import { type Derivation, deriveForeignKey } from './file-key.ts';
import { numberOf, textOf } from './foreign-account.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import type { ForeignFormat, ForeignReading } from './foreign-format.ts';
import { looseBase64 } from './loose-base64.ts';

const KDF_PBKDF2 = 0;
const KDF_ARGON2 = 1;
const KIB_A_MIB = 1_024;

// The salt is the UTF-8 of its base64, as the format has it.
function derivationOf(json: Record<string, unknown>): Derivation | null {
  const salt = utf8(textOf(json.salt));
  if (json.kdfType === KDF_PBKDF2) return { name: 'pbkdf2', hash: 'SHA-256', iterations: json.kdfIterations, salt };
  if (json.kdfType !== KDF_ARGON2) return null;
  return {
    name: 'argon2id',
    memoryKib: numberOf(json.kdfMemory) * KIB_A_MIB,
    passes: json.kdfIterations,
    lanes: json.kdfParallelism,
    salt: new Uint8Array(sha256(salt)),
  };
}

/** HKDF-Expand of one block (RFC 5869 §2.3). */
const expand = (key: Bytes, info: string): Bytes =>
  new Uint8Array(hmac(sha256, key, joined(utf8(info), Uint8Array.of(1))));

/** Opens `2.iv|ciphertext|mac`; undefined for another shape, null where the authentication code is another key's. */
async function openText(key: Bytes, value: unknown): Promise<Bytes | null | undefined> {
  const [, ivText, sealedText, macText] = /^2\.([^|]+)\|([^|]+)\|([^|]+)$/.exec(textOf(value)) ?? [];
  const [iv, sealed, mac] = [ivText, sealedText, macText].map(looseBase64);
  if (!iv || !sealed || !mac || iv.length !== 16) return undefined;
  if (!equalBytes(hmac(sha256, expand(key, 'mac'), joined(iv, sealed)), mac)) return null;
  return decryptCbc(expand(key, 'enc'), iv, sealed);
}

async function openItems(json: Record<string, unknown>, how: ForeignReading): Promise<Result<unknown, ForeignError>> {
  const derivation = derivationOf(json);
  if (derivation === null) return damaged;
  const key = await deriveForeignKey(how.passphrase ?? '', derivation, 32, how);
  if (!key.ok) return key;
  const proof = await openText(key.value, json.encKeyValidation_DO_NOT_EDIT);
  if (proof === null) return err({ kind: 'wrong-passphrase' });
  const plain = proof === undefined ? proof : await openText(key.value, json.data);
  // The passphrase is proven, so it is the file.
  const value = plain ? parseJsonBytes(plain) : undefined;
  return value === undefined ? damaged : ok(value);
}

/** Bitwarden's encrypted export; only one that a passphrase of its own protects can be read outside the account. */
export const bitwardenEncrypted: ForeignFormat = {
  id: 'bitwarden-encrypted',
  app: 'Bitwarden',
  reads: 'JSON, password-protected (PBKDF2 or Argon2id); not the account-restricted one',
  source: 'https://bitwarden.com/help/encrypted-export/',
  recognise: ({ json }) => isRecord(json) && json.encrypted === true && ('items' in json || 'data' in json),
  async read({ json }, how) {
    if (!isRecord(json)) return damaged;
    if (json.passwordProtected !== true) return err({ kind: 'unsupported', why: 'account-restricted' });
    if (how.passphrase === null) return err({ kind: 'passphrase-needed' });
    const items = await openItems(json, how);
    return items.ok ? readBitwardenItems(items.value) : items;
  },
};
