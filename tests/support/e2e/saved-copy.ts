import { writeFileSync } from 'node:fs';
import { sealBackup } from '../../../lib/backup/seal-backup.ts';
import type { OtpParameters } from '../../../lib/otp/parameters.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { derivePassphraseKey } from '../../../lib/vault/kdf.ts';
import { createLock } from '../../../lib/vault/key-slots.ts';

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/** An account of a file: its names, its key, and what else is not as usual. */
export type SavedAccount = Partial<Entry> & {
  readonly issuer: string;
  readonly account: string;
  readonly parameters: OtpParameters;
};

/** Writes a saved copy that holds these accounts, as another Doorcode would. */
export async function writeSavedCopy(path: string, passphrase: string, accounts: readonly SavedAccount[]) {
  const kdf = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: toBase64(random(16)) } as const;
  const usual = { origins: [], state: 'confirmed', backupCodes: [], replaces: null } as const;
  const times = { createdUnixMs: Date.UTC(2026, 0, 5, 12), updatedUnixMs: Date.UTC(2026, 0, 5, 12) };
  const entries = accounts.map((account, index) => ({
    id: String(index).padStart(32, '0'),
    ...usual,
    ...times,
    ...account,
  }));
  const kek = derivePassphraseKey(passphrase, kdf);
  const lock = await createLock({ kind: 'passphrase', id: '1'.repeat(32), kdf }, kek);
  const sealing = { locks: [lock], nowUnixMs: Date.now(), randomBytes: random, readBack: { kek } };
  const sealed = await sealBackup(entries, sealing);
  if (!sealed.ok) throw new Error('the saved copy was not sealed');
  writeFileSync(path, sealed.value);
}
