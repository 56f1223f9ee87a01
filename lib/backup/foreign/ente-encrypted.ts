import { err } from '../../result.ts';
import { isRecord } from '../../vault/shape.ts';
import { deriveForeignKey } from './file-key.ts';
import { numberOf } from './foreign-account.ts';
import { damaged } from './foreign-error.ts';
import type { ForeignFormat } from './foreign-format.ts';
import { recordAt } from './foreign-json.ts';
import { readKeyUriLines } from './key-uri-lines.ts';
import { looseBase64 } from './loose-base64.ts';
import { openSecretStream } from './secret-stream.ts';

const BYTES_A_KIB = 1_024;

/** Ente Auth's encrypted export: Argon2id, then one message of libsodium's secretstream. */
export const enteEncrypted: ForeignFormat = {
  id: 'ente-encrypted',
  app: 'Ente Auth',
  reads:
    'encrypted export, where this computer has the memory that it asks for (often 1 GiB, which takes minutes and is asked about first)',
  source: 'https://help.ente.io/auth/migration-guides/export',
  recognise: ({ json }) => isRecord(json) && isRecord(json.kdfParams) && 'encryptedData' in json,
  async read({ json }, how) {
    const { memLimit, opsLimit, salt: saltText } = recordAt(json, 'kdfParams');
    const record = isRecord(json) ? json : {};
    const [salt, header, sealed] = [saltText, record.encryptionNonce, record.encryptedData].map(looseBase64);
    if (!salt || !header || !sealed) return damaged;
    if (how.passphrase === null) return err({ kind: 'passphrase-needed' });
    const memoryKib = Math.floor(numberOf(memLimit) / BYTES_A_KIB);
    const derivation = { name: 'argon2id', memoryKib, passes: opsLimit, lanes: 1, salt } as const;
    const key = await deriveForeignKey(how.passphrase, derivation, 32, how);
    if (!key.ok) return key;
    const plain = openSecretStream(key.value, header, sealed);
    return plain === null ? err({ kind: 'wrong-passphrase' }) : readKeyUriLines(new TextDecoder().decode(plain));
  },
};
