import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import type { VaultContent } from '../vault/entry.ts';
import { type Header, openVault, sealVault } from '../vault/envelope.ts';
import { type CopyName, metaRecord, readValue, STORED, type Survey } from './vault-copies.ts';
import type { VaultStorage } from './vault-ports.ts';

// Each may be as large as the vault; storage that fills up with them would lose new accounts instead.
const MOST_SET_ASIDE = 8;

type Readable = Extract<Survey, { kind: 'readable' }>;

/**
 * Seals content and writes it into one copy, with the record in the same write, so that neither can be newer than the other.
 * @returns the content as it was read back and decrypted; `not-saved` when it was not seen there
 */
export async function storeCopy(
  storage: VaultStorage,
  name: CopyName,
  header: Header,
  content: VaultContent,
  dataKey: Bytes,
  beside: Record<string, unknown>,
): Promise<Result<VaultContent, 'unacceptable' | 'not-saved'>> {
  const sealed = await sealVault(header, content, dataKey);
  // Before the write: what our own reader refuses must not take the place of what it reads.
  if (!(await openVault(sealed, dataKey)).ok) return err('unacceptable');
  const meta = metaRecord(header.generation, name, header.createdUnixMs);
  try {
    await storage.write({ ...beside, [STORED[name]]: sealed, [STORED.meta]: meta });
  } catch {
    return err('not-saved');
  }
  const back = await readValue(storage, STORED[name]);
  if (back.kind !== 'present' || back.value !== sealed) return err('not-saved');
  const opened = await openVault(back.value, dataKey);
  const recorded = await readValue(storage, STORED.meta);
  return opened.ok && recorded.kind === 'present' ? ok(opened.value.content) : err('not-saved');
}

/** Values to write beside a copy: bytes that make room for it but could not be read are kept, the latest eight of them. */
export async function keepUnread(
  storage: VaultStorage,
  survey: Readable,
  target: CopyName,
  dataKey: Bytes,
): Promise<Result<Record<string, unknown>, 'storage-failed'>> {
  const copy = survey.copies.find(({ name }) => name === target);
  const unread = copy === undefined ? survey.unread[target] : copy.text;
  if (unread === undefined || (copy !== undefined && (await openVault(copy.text, dataKey)).ok)) return ok({});
  const kept = await readValue(storage, STORED.setAside);
  if (kept.kind === 'failed') return err('storage-failed');
  const earlier: readonly unknown[] = kept.kind === 'present' && Array.isArray(kept.value) ? kept.value : [];
  return ok({ [STORED.setAside]: [...earlier.filter((one) => one !== unread), unread].slice(-MOST_SET_ASIDE) });
}
