import { err } from '../../result.ts';
import { utf8 } from '../../vault/bytes.ts';
import { isRecord } from '../../vault/shape.ts';
import { BACKUP_FORMAT } from '../backup-outer.ts';
import type { UnsupportedReason } from './foreign-error.ts';
import { type ForeignFile, startsWith } from './foreign-file.ts';
import type { ForeignFormat } from './foreign-format.ts';

const begins =
  (text: string) =>
  ({ bytes }: ForeignFile) =>
    startsWith(bytes, [...utf8(text)]);

const row = (
  why: UnsupportedReason,
  app: string,
  source: string,
  recognise: ForeignFormat['recognise'],
): ForeignFormat => ({
  id: why,
  app,
  reads: 'cannot be read; Doorcode says why, and what to do instead',
  source,
  recognise,
  read: async () => err({ kind: 'unsupported', why }),
});

/** Files that are known and that no browser can read: each is named, with the way out. */
export const unsupported: readonly ForeignFormat[] = [
  row('doorcode', 'Doorcode', 'docs/backup-format.md', ({ json }) => isRecord(json) && json.format === BACKUP_FORMAT),
  row(
    'sqlite',
    'Databases of phones (Google, Microsoft, Stratum)',
    'https://www.sqlite.org/fileformat.html',
    begins('SQLite format 3\0'),
  ),
  row('keepass-database', 'KeePass, KeePassXC (.kdbx)', 'https://keepass.info/help/kb/kdbx.html', ({ bytes }) =>
    startsWith(bytes, [0x03, 0xd9, 0xa2, 0x9a]),
  ),
  row(
    'age',
    'age',
    'https://age-encryption.org/v1',
    (file) => begins('age-encryption.org/v1')(file) || begins('-----BEGIN AGE ENCRYPTED FILE-----')(file),
  ),
  row(
    'pgp',
    'OpenPGP (andOTP, Proton Pass)',
    'https://www.rfc-editor.org/rfc/rfc9580',
    begins('-----BEGIN PGP MESSAGE-----'),
  ),
  row(
    'microsoft-cloud',
    'Microsoft Authenticator',
    'https://github.com/stratumauth/app/issues/340',
    ({ json }) => isRecord(json) && 'encryptedBackup' in json,
  ),
];
