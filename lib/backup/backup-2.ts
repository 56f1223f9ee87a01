import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { equalBytes } from '../otp/bytes.ts';
import type { Bytes } from '../otp/parameters.ts';
import { err, type Result } from '../result.ts';
import { decrypt, KEY_LENGTH } from '../vault/aead.ts';
import { fromBase64 } from '../vault/base64.ts';
import { joined, utf8 } from '../vault/bytes.ts';
import { openSlot, type SlotOwner } from '../vault/key-slots.ts';
import type { Backup2 } from './backup-header.ts';
import type { BackupItem } from './backup-item.ts';
import { decodePayload } from './backup-payload.ts';

const FORMAT = 'doorcode-backup/2';

/** Whose the slots of a file are. */
export const ownerOf = (id: string): SlotOwner => ({ format: FORMAT, id });

/** The key of the sealed accounts. */
export const dataKeyOf = (fileKey: Bytes): Bytes =>
  new Uint8Array(hkdf(sha256, fileKey, undefined, utf8(`${FORMAT} data`), KEY_LENGTH));

/** What the sealed accounts are bound to. */
export const dataContext = (headerBytes: Bytes): Bytes => new Uint8Array(sha256(joined(utf8(FORMAT), headerBytes)));

/** A slot's check value: GCM does not commit to its key; this does, and vouches for the header before anything is decrypted. */
export const checkOf = (checkKey: Bytes, headerBytes: Bytes): Bytes =>
  new Uint8Array(hmac(sha256, checkKey, headerBytes));

/** The accounts of a file whose file key is known; nothing is released unless header and data authenticate. */
export async function openWithFileKey(
  { headerBytes, nonce, data, crit }: Backup2,
  fileKey: Bytes,
): Promise<Result<readonly BackupItem[], 'altered' | 'newer-version'>> {
  const sealed = fromBase64(data);
  const plain = sealed && (await decrypt(dataKeyOf(fileKey), nonce, dataContext(headerBytes), sealed));
  return plain === null ? err('altered') : decodePayload(plain, crit);
}

/** The accounts of a file by the 32-byte key of one of its slots. */
export async function openBackup2(
  backup: Backup2,
  { slotIndex, kek }: { readonly slotIndex: number; readonly kek: Bytes },
): Promise<Result<readonly BackupItem[], 'wrong-passphrase' | 'altered' | 'newer-version'>> {
  const [slot, check] = [backup.slots[slotIndex], backup.checks[slotIndex] ?? null];
  if (slot === undefined) return err('wrong-passphrase');
  const opened = await openSlot(slot, kek, ownerOf(backup.id));
  if (!opened.ok) return err(opened.error === 'wrong-key' ? 'wrong-passphrase' : 'altered');
  const { dataKey, checkKey } = opened.value;
  if (check === null || !equalBytes(check, checkOf(checkKey, backup.headerBytes))) return err('altered');
  return openWithFileKey(backup, dataKey);
}
