import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import type { VaultContent } from '../vault/entry.ts';
import { sealVault } from '../vault/envelope.ts';
import type { Header } from '../vault/header.ts';
import { setTornAside } from './vault-aside.ts';
import {
  type CopyName,
  type DayCopy,
  metaRecord,
  type Opened,
  type Readable,
  readValue,
  STORED,
} from './vault-copies.ts';
import type { LatestCopy, OpenText } from './vault-latest.ts';
import type { Random, VaultMirror, VaultStorage } from './vault-ports.ts';

/** Where a vault is written, its storage and the second place for its latest copy, and how a sealed text is opened. */
export type WritingPorts = {
  readonly storage: VaultStorage;
  readonly mirror: VaultMirror;
  readonly openText: OpenText;
};

/** One write: what is sealed, where it goes, and what goes with it in the same write. */
export type Write = {
  readonly name: CopyName;
  readonly header: Header;
  readonly content: VaultContent;
  readonly dataKey: Bytes;
  readonly days: readonly DayCopy[];
  readonly beside: Record<string, unknown>;
};

/** The copy that a write takes the place of: never the one that was opened, and one that cannot be read before one that can. */
export function targetOf({ copies }: Readable, { name }: Opened): CopyName {
  if (name === 'a' || name === 'b') return name === 'a' ? 'b' : 'a';
  const readable = copies.map((copy) => copy.name);
  if (!readable.includes('a')) return 'a';
  return readable.includes('b') && copies.at(-1)?.name === 'a' ? 'a' : 'b';
}

/** Puts the latest copy into the second place; storage has it already, so a failure here loses nothing and is mended by the next write. */
export async function mirrorCopy(mirror: VaultMirror, sealed: unknown, header: Header): Promise<boolean> {
  const { id, generation, createdUnixMs } = header;
  if (typeof sealed !== 'string') return false;
  return mirror.write(sealed, { id, generation, createdUnixMs }).then(
    () => true,
    () => false,
  );
}

/**
 * Seals content and writes it into one copy, with the record in the same write, so that neither can be newer than the other.
 * @returns the content as it was decrypted and read back; `not-saved` when it was not seen there
 */
export async function storeCopy(
  { storage, mirror, openText }: WritingPorts,
  { name, header, content, dataKey, days, beside }: Write,
): Promise<Result<VaultContent, 'unacceptable' | 'not-saved'>> {
  const sealed = await sealVault(header, content, dataKey);
  // Before the write: what our own reader refuses must not take the place of what it reads.
  const opened = await openText(sealed, dataKey);
  if (!opened.ok) return err('unacceptable');
  try {
    await storage.write({ ...beside, [STORED[name]]: sealed, [STORED.meta]: metaRecord(header, name, days) });
  } catch {
    return err('not-saved');
  }
  // What comes back is, letter for letter, what was decrypted just now: decrypting it once more would tell nothing new.
  const [back, recorded] = await Promise.all([readValue(storage, STORED[name]), readValue(storage, STORED.meta)]);
  if (back.kind !== 'present' || back.value !== sealed || recorded.kind !== 'present') return err('not-saved');
  await mirrorCopy(mirror, sealed, header);
  return ok(opened.value.content);
}

/** Values to write beside a copy: bytes that make room for it but could not be read are kept, sealed. */
export async function keepUnread(
  ports: { readonly storage: VaultStorage; readonly random: Random; readonly opens: LatestCopy['opens'] },
  survey: Readable,
  target: CopyName,
  dataKey: Bytes,
): Promise<Result<Record<string, unknown>, 'storage-failed'>> {
  const copy = survey.copies.find(({ name }) => name === target);
  const unread = copy === undefined ? survey.unread[target] : copy.text;
  if (unread === undefined || (copy !== undefined && (await ports.opens(copy.text, dataKey)))) return ok({});
  const kept = await setTornAside(ports, [unread], dataKey);
  return kept === null ? err('storage-failed') : ok({ [STORED.setAside]: kept });
}
