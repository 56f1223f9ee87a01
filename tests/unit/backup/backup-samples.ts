import { backupChecksum } from '../../../lib/backup/backup-outer.ts';
import { openBackup } from '../../../lib/backup/doorcode-backup.ts';
import { sealBackup } from '../../../lib/backup/seal-backup.ts';
import type { Bytes } from '../../../lib/otp/parameters.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { createLock, type SlotLock } from '../../../lib/vault/key-slots.ts';
import { filled, leastScrypt, randomBytes, sampleEntry } from '../vault/samples.ts';

/** Stands for what scrypt gives for the passphrase. */
export const kek = filled(32, 5);
/** Stands for what the emergency key gives. */
export const emergencyKek = filled(32, 6);
/** Opens nothing. */
export const otherKek = filled(32, 7);

/** What locks for the passphrase and for the emergency key, as an open vault has it. */
export const makeLocks = async (): Promise<readonly [SlotLock, SlotLock]> => [
  await createLock({ kind: 'passphrase', id: '1'.repeat(32), kdf: leastScrypt }, kek),
  await createLock({ kind: 'recovery', id: '2'.repeat(32), salt: toBase64(filled(16, 8)) }, emergencyKek),
];

/** A file of these accounts for the passphrase and the emergency key. */
export async function makeBackup(
  entries: readonly Entry[] = [sampleEntry('one')],
  locks?: readonly SlotLock[],
): Promise<string> {
  const sealing = { locks: locks ?? (await makeLocks()), nowUnixMs: 1_700_000_000_000, randomBytes, readBack: null };
  const sealed = await sealBackup(entries, sealing);
  if (!sealed.ok) throw new Error('not sealed');
  return sealed.value;
}

/** What a file says to a key: its verdict, or what it opened to. */
export async function openedBy(text: string, key: Bytes, slotIndex = 0): Promise<unknown> {
  const opened = await openBackup(text, { slotIndex, kek: key });
  if (!opened.ok) return opened.error;
  const { items, intact } = opened.value;
  const entries = items.map((item) => (item.kind === 'entry' ? item.entry : item.reason));
  return intact ? entries : { touched: entries };
}

/** The outer object of a file's text. */
export const outerOf = (text: string): Record<string, unknown> & { readonly check: readonly string[] } =>
  JSON.parse(text);

/** The header of a file. */
export const headerOf = (
  text: string,
): Record<string, unknown> & { readonly slots: readonly Record<string, unknown>[] } =>
  JSON.parse(Buffer.from(String(outerOf(text).header), 'base64').toString());

/** The text with some of the outer object's fields exchanged, and the checksum that anybody can make. */
export function forged(text: string, changes: Readonly<Record<string, unknown>>): string {
  const outer = { ...outerOf(text), ...changes };
  const { version, help, header, check, data } = outer;
  const sum = backupChecksum(Number(version), String(help), String(header), ...check, String(data));
  return JSON.stringify({ ...outer, sha256: sum });
}

/** The text with some of the header's fields exchanged, and the checksum that anybody can make. */
export function forgedHeader(
  text: string,
  changes: Readonly<Record<string, unknown>>,
  check: readonly string[] = outerOf(text).check,
): string {
  const header = Buffer.from(JSON.stringify({ ...headerOf(text), ...changes })).toString('base64');
  return forged(text, { header, check });
}
