import { readBackupHeader } from '../backup/doorcode-backup.ts';
import { err, ok, type Result } from '../result.ts';
import type { CopyFolder } from './copy-folder.ts';

const NAME = /^doorcode-\d{4}-\d{2}-\d{2}-\d{6}\.json$/;
const UNFINISHED = /^doorcode-\d{4}-\d{2}-\d{2}-\d{6}\.part$/;

/** Copies of several browsers in one folder, and no more: whoever else writes into it could fill all memory else. */
const MOST_READ = 200;

/** The salts (base64) of what copies are locked for: their passphrase, and the emergency key where there is one. */
export type CopyLocks = { readonly salt: string; readonly emergencySalt: string | null };

/**
 * A saved copy in the folder. `ours`: it was written for this vault's own passphrase for copies, in force now; `current`: and for the
 * emergency key in force.
 */
export type CopyFile = {
  readonly name: string;
  readonly createdUnixMs: number;
  readonly ours: boolean;
  readonly current: boolean;
};

/** What a copy is called: the time at which it was made, by this computer's clock and zone. */
export function copyName(unixMs: number): string {
  const at = new Date(unixMs);
  const two = (count: number): string => String(count).padStart(2, '0');
  const day = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `doorcode-${day}-${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}.json`;
}

async function readCopy(folder: CopyFolder, name: string, locks: CopyLocks): Promise<CopyFile | null> {
  const text = await folder.read(name).catch(() => null);
  const header = text === null ? null : readBackupHeader(text);
  // One that is damaged is no copy: it is not counted among them, and stays for who may still mend it.
  if (!header?.ok || !header.value.intact) return null;
  const { slots, createdUnixMs } = header.value;
  const ours = slots.some((slot) => slot.kind === 'passphrase' && slot.kdf.salt === locks.salt);
  const emergency = slots.find((slot) => slot.kind === 'recovery');
  return { name, createdUnixMs, ours, current: ours && (emergency?.salt ?? null) === locks.emergencySalt };
}

/**
 * The intact copies in the folder, the latest 200 by their names, the newest first. Another browser may write into the same folder, so the name alone does not
 * make a file ours.
 */
export async function listCopies(folder: CopyFolder, locks: CopyLocks): Promise<readonly CopyFile[]> {
  const names = (await folder.list()).filter((name) => NAME.test(name));
  const copies: CopyFile[] = [];
  // One after the other: each may be as large as the largest copy. Their names tell their age.
  for (const name of names.toSorted().toReversed().slice(0, MOST_READ)) {
    const copy = await readCopy(folder, name, locks);
    if (copy !== null) copies.push(copy);
  }
  return copies.toSorted((a, b) => b.createdUnixMs - a.createdUnixMs);
}

async function removeAll(folder: CopyFolder, names: readonly string[]): Promise<void> {
  // One that stays for now goes with the next copy.
  for (const name of names) await folder.remove(name).catch(() => undefined);
}

/** Writes a text under a name that no reader takes for a copy, and gives it its own only when it was read back whole. */
async function writeWhole(folder: CopyFolder, name: string, text: string): Promise<boolean> {
  const unfinished = name.replace(/json$/, 'part');
  try {
    await folder.write(unfinished, text);
    if ((await folder.read(unfinished)) !== text) throw new Error('not as written');
    await folder.rename(unfinished, name);
    if ((await folder.read(name)) === text) return true;
  } catch {
    // The same as a text that is not there.
  }
  await removeAll(folder, [unfinished, name]);
  return false;
}

/**
 * Writes a copy into the folder and reads it back, then removes the oldest of ours beyond the last `keep`. Nothing older goes
 * unless the new one was seen whole, and nothing that is not ours ever does.
 * @returns its name; `not-saved` when it is not there
 */
export async function keepCopy(
  folder: CopyFolder,
  copy: { readonly text: string; readonly unixMs: number; readonly locks: CopyLocks; readonly keep: number },
): Promise<Result<string, 'not-saved'>> {
  const names = await folder.list().catch(() => null);
  if (names === null) return err('not-saved');
  // A page that was closed in the middle of a copy left it behind.
  await removeAll(
    folder,
    names.filter((name) => UNFINISHED.test(name)),
  );
  let { unixMs } = copy;
  // A clock that was set back comes to the same second twice.
  while (names.includes(copyName(unixMs))) unixMs += 1_000;
  const name = copyName(unixMs);
  if (!(await writeWhole(folder, name, copy.text))) return err('not-saved');
  const copies = await listCopies(folder, copy.locks).catch(() => []);
  const older = copies.filter((one) => one.ours && one.name !== name);
  await removeAll(
    folder,
    older.slice(copy.keep - 1).map((one) => one.name),
  );
  return ok(name);
}
