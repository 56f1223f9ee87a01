import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { encrypt, KEY_LENGTH, NONCE_LENGTH } from '../vault/aead.ts';
import { toBase64, toHex } from '../vault/base64.ts';
import { utf8 } from '../vault/bytes.ts';
import type { Entry } from '../vault/entry.ts';
import { encodeEntry } from '../vault/entry-codec.ts';
import { lockDataKey, type SlotLock } from '../vault/key-slots.ts';
import { checkOf, dataContext, dataKeyOf, openWithFileKey, ownerOf } from './backup-2.ts';
import { decodeBackup2 } from './backup-header.ts';
import type { BackupItem } from './backup-item.ts';
import { BACKUP_FORMAT, backupChecksum, readOuter } from './backup-outer.ts';
import { encodePayload, PADDING } from './backup-payload.ts';
import { openBackup } from './doorcode-backup.ts';

/** The writer that a file names. */
export const WRITER = 'Doorcode 0.1.0';
const HELP =
  'Encrypted two-factor accounts. Open with Doorcode, or with docs/recover of its source code, and your passphrase or emergency key.';

/** What a new backup is sealed with: `randomBytes` is fresh; `readBack` is the key (32 bytes) of one of the locks, where it is at hand. */
export type BackupSealing = {
  readonly locks: readonly SlotLock[];
  readonly nowUnixMs: number;
  readonly randomBytes: (count: number) => Bytes;
  readonly readBack: { readonly kek: Bytes } | null;
};

type Written = { readonly text: string; readonly fileKey: Bytes };

async function writeBackup(entries: readonly Entry[], sealing: BackupSealing): Promise<Written> {
  const { locks, nowUnixMs, randomBytes } = sealing;
  const id = toHex(randomBytes(16));
  const fileKey = randomBytes(KEY_LENGTH);
  const nonce = randomBytes(NONCE_LENGTH);
  const locked = await Promise.all(
    locks.map((lock) => lockDataKey(lock, fileKey, ownerOf(id), randomBytes(KEY_LENGTH))),
  );
  const slots = locked.map(({ slot }) => slot);
  const header = {
    version: 2,
    id,
    createdUnixMs: nowUnixMs,
    app: WRITER,
    slots,
    nonce: toBase64(nonce),
    pad: PADDING,
    crit: [],
  };
  const headerBytes = utf8(JSON.stringify(header));
  const headerText = toBase64(headerBytes);
  const check = locked.map(({ checkKey }) => toBase64(checkOf(checkKey, headerBytes)));
  const sealed = await encrypt(dataKeyOf(fileKey), nonce, dataContext(headerBytes), encodePayload(entries));
  const data = toBase64(sealed);
  const sum = backupChecksum(2, HELP, headerText, ...check, data);
  const outer = { format: BACKUP_FORMAT, version: 2, help: HELP, header: headerText, check, data, sha256: sum };
  return { text: `${JSON.stringify(outer, null, 1)}\n`, fileKey };
}

/** What our reader makes of the text: by a key of a slot where one is at hand, else by the file key; null for a text that it refuses. */
async function readItems(
  { text, fileKey }: Written,
  readBack: BackupSealing['readBack'],
): Promise<readonly BackupItem[] | null> {
  const outer = readOuter(text);
  const backup = outer.ok && outer.value.intact && outer.value.version === 2 ? decodeBackup2(outer.value) : null;
  if (!backup?.ok) return null;
  if (readBack === null) {
    const items = await openWithFileKey(backup.value, fileKey);
    return items.ok ? items.value : null;
  }
  for (const slotIndex of backup.value.slots.keys()) {
    const opened = await openBackup(text, { slotIndex, kek: readBack.kek });
    if (opened.ok) return opened.value.items;
  }
  return null;
}

function isSame(items: readonly BackupItem[], entries: readonly Entry[]): boolean {
  const read = items.map((item) => (item.kind === 'entry' ? encodeEntry(item.entry) : null));
  return JSON.stringify(read) === JSON.stringify(entries.map(encodeEntry));
}

/**
 * The text of a backup file under a fresh file key, read back and compared account by account before it is returned.
 * @returns `unacceptable` when our own reader would refuse it: a slot or a size out of bounds, a key that opens none of the slots
 */
export async function sealBackup(
  entries: readonly Entry[],
  sealing: BackupSealing,
): Promise<Result<string, 'unacceptable'>> {
  const written = await writeBackup(entries, sealing);
  const items = await readItems(written, sealing.readBack);
  return items !== null && isSame(items, entries) ? ok(written.text) : err('unacceptable');
}
