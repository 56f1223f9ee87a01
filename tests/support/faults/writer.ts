import { randomBytes } from 'node:crypto';
import { sealBackup } from '../../../lib/backup/seal-backup.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { createLock } from '../../../lib/vault/key-slots.ts';
import type { Chance } from '../chance.ts';
import type { Answer } from './answer.ts';
import type { OpenProfile } from './open-profile.ts';
import { adding, changeKey, type Key, kdf, newKey } from './vault-acts.ts';

/** What a writer knows of a vault: what must be in it, and which keys may open it. */
export type Written = {
  readonly mustHave: Set<string>;
  /** The accounts of an act that had no answer. */
  pending: readonly string[];
  /** The key in force by the last acknowledged change. */
  key: Key;
  /** The key of a change that had no answer; null where there was none. */
  maybe: Key | null;
  /** Keys that were taken away. */
  readonly old: Key[];
  /** Numbers the accounts. */
  count: number;
};

/** An empty vault with this key. */
export const nothingWritten = (key: Key): Written => ({
  mustHave: new Set(),
  pending: [],
  key,
  maybe: null,
  old: [],
  count: 0,
});

/** What a restored account holds that is secret, and the sites that it is for. */
export type EntrySecrets = {
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly backupCodes: Entry['backupCodes'];
  readonly origins?: Entry['origins'];
};

const someSecrets = (): EntrySecrets => ({ secret: Uint8Array.from(randomBytes(20)), backupCodes: [] });

const entry = (issuer: string, { secret, backupCodes, origins = [] }: EntrySecrets): Entry => ({
  id: randomBytes(16).toString('hex'),
  issuer,
  account: 'fault@example.com',
  parameters: { type: 'totp', secret, algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
  origins,
  state: 'confirmed',
  backupCodes,
  replaces: null,
  createdUnixMs: 1_700_000_000_000,
  updatedUnixMs: 1_700_000_000_000,
});

/** Restores accounts of these names from a backup file; gives the answer, and the file's key. */
export async function restore(
  ask: OpenProfile['ask'],
  names: readonly string[],
  secrets: EntrySecrets | null = null,
): Promise<{ readonly answer: Answer; readonly fileKey: Key }> {
  const kek = Uint8Array.from(randomBytes(32));
  const fileKey = { kekBase64: Buffer.from(kek).toString('base64') };
  const sealed = await sealBackup(
    names.map((name) => entry(name, secrets ?? someSecrets())),
    {
      locks: [await createLock({ kind: 'passphrase', id: '1'.repeat(32), kdf }, kek)],
      nowUnixMs: Date.now(),
      randomBytes: (length) => Uint8Array.from(randomBytes(length)),
      readBack: { kek },
    },
  );
  if (!sealed.ok) throw new Error('the backup was not sealed');
  const file = { text: sealed.value, ...fileKey };
  const preview = await ask({ kind: 'preview-restore', ...file });
  if (preview.kind !== 'restore-preview') return { answer: preview, fileKey };
  return { answer: await ask({ kind: 'accept-restore', ...file, shown: preview.shown, beside: [] }), fileKey };
}

/**
 * One act on the open vault: mostly a new account, now and then a restore or another key.
 * @returns what the background answered; after `done` and `restored` it is written down as acknowledged
 */
export async function writeOnce({ ask }: Pick<OpenProfile, 'ask'>, written: Written, chance: Chance): Promise<Answer> {
  const dice = chance.below(8);
  if (dice === 0) {
    written.maybe = newKey();
    const answer = await changeKey(ask, written.key, written.maybe);
    if (answer.kind !== 'done') return answer;
    written.old.push(written.key);
    written.key = written.maybe;
    written.maybe = null;
    return answer;
  }
  written.pending = Array.from({ length: dice === 1 ? 3 : 1 }, () => {
    written.count += 1;
    return `account ${written.count}`;
  });
  const answer =
    dice === 1 ? (await restore(ask, written.pending)).answer : await ask(adding(written.pending[0] ?? ''));
  if (answer.kind !== (dice === 1 ? 'restored' : 'done')) return answer;
  for (const name of written.pending) written.mustHave.add(name);
  written.pending = [];
  return answer;
}
