import { describe, expect, it } from 'vitest';
import { dataKeyOf } from '../../../lib/backup/backup-2.ts';
import { openBackup, readBackupHeader } from '../../../lib/backup/doorcode-backup.ts';
import { formatKeyUri } from '../../../lib/otp/key-uri.ts';
import type { Bytes } from '../../../lib/otp/parameters.ts';
import { fromBase64, toHex } from '../../../lib/vault/base64.ts';
import { encodeEntry } from '../../../lib/vault/entry-codec.ts';
import { deriveFileKey } from '../../../lib/vault/file-key.ts';
import { deriveKeyPair } from '../../../lib/vault/hpke.ts';
import { checkFileKdf } from '../../../lib/vault/kdf.ts';
import { decodeSlotOf, openSlot } from '../../../lib/vault/key-slots.ts';
import { deriveRecoveryKey, parseRecoveryCode } from '../../../lib/vault/recovery-code.ts';
import { headerOf } from './backup-samples.ts';
import { vectors } from './vectors.ts';

async function keysOf(text: string): Promise<readonly [Bytes, Bytes]> {
  const header = readBackupHeader(text);
  const [mine, emergency] = header.ok ? header.value.slots : [];
  const code = parseRecoveryCode(vectors.emergencyKey);
  if (mine?.kind !== 'passphrase' || emergency?.kind !== 'recovery' || !code.ok) throw new Error('no such slots');
  const salt = fromBase64(emergency.salt) ?? new Uint8Array(0);
  return [await deriveFileKey(vectors.passphrase, mine.kdf), deriveRecoveryKey(code.value, salt)];
}

async function accountsBy(text: string, slotIndex: number, kek: Bytes): Promise<unknown> {
  const opened = await openBackup(text, { slotIndex, kek });
  if (!opened.ok) return opened.error;
  const accounts = opened.value.items.map((item) =>
    item.kind === 'entry' ? { ...encodeEntry(item.entry), uri: formatKeyUri(item.entry) } : item,
  );
  return opened.value.intact ? accounts : { touched: accounts };
}

describe('the published vectors', () => {
  it.each(vectors.files)('open by the passphrase ($name) and by the emergency key', async ({ text, steps }) => {
    const keys = await keysOf(text);
    for (const [index, name] of ['passphrase', 'emergency'].entries()) {
      const kek = keys[index] ?? new Uint8Array(0);
      expect(await accountsBy(text, index, kek)).toEqual(vectors.entries);
      const slot = decodeSlotOf(headerOf(text).slots[index], checkFileKdf);
      const owner = { format: 'doorcode-backup/2', id: String(headerOf(text).id) } as const;
      const opened = slot === null ? null : await openSlot(slot, kek, owner);
      if (!opened?.ok) throw new Error('not opened');
      const { dataKey, lock, checkKey } = opened.value;
      expect({
        [`${name}Key`]: toHex(kek),
        [`${name}PrivateKey`]: toHex((await deriveKeyPair(kek)).privateKey),
        [`${name}Psk`]: toHex(lock.psk),
        [`${name}CheckKey`]: toHex(checkKey),
        fileKey: toHex(dataKey),
        dataKey: toHex(dataKeyOf(dataKey)),
      }).toEqual(
        Object.fromEntries(Object.entries(steps).filter(([key]) => key.startsWith(name) || /^(file|data)/.test(key))),
      );
    }
  });

  it('get the verdicts that they are published with', async () => {
    const [kek] = await keysOf(vectors.files[0]?.text ?? '');
    for (const { verdict, why, text } of vectors.verdicts) {
      const expected = verdict === 'opens' ? { touched: vectors.entries } : verdict;
      expect(await accountsBy(text, 0, kek), why).toEqual(expected);
    }
    expect(vectors.verdicts.map(({ verdict }) => verdict)).toContain('altered');
  });
});
