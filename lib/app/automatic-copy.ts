import type { PageRequest } from '../messages/protocol.ts';
import type { VaultContent } from '../vault/entry.ts';
import { healthOf } from './backup-health.ts';
import type { CopyFolder, FolderState } from './copy-folder.ts';
import { keepCopy, listCopies } from './keep-copy.ts';
import type { PageAnswer } from './page-answers.ts';
import type { Lock } from './vault-ports.ts';

/** Who sets up several accounts one after the other gets a copy for all of them, and the ones kept reach further back. */
const LEAST_GAP_MS = 5 * 60_000;
const LOCK = 'doorcode-copies';

/** What became of a copy that is written without asking; `idle`: it is off, or nothing is missing in the last one. */
export type CopyOutcome = 'idle' | 'saved' | 'needs-press' | 'no-folder' | 'failed';

/**
 * Whether a copy should be written by itself.
 * @param newestUnixMs when the newest copy in the folder was made; null where it has none
 */
export function isCopyWanted(content: VaultContent, newestUnixMs: number | null, nowUnixMs: number): boolean {
  const { accounts, added, changed, removed } = healthOf(content, nowUnixMs);
  // An emptied vault must not push out the copies that hold something.
  if (accounts === 0) return false;
  const newest = newestUnixMs ?? Number.NEGATIVE_INFINITY;
  const ageMs = nowUnixMs - newest;
  if (ageMs >= 0 && ageMs < LEAST_GAP_MS) return false;
  const { last } = content.saved;
  // The last one may be a download that nobody kept: nothing is known of it, and the folder has it not.
  return added + changed + removed > 0 || last === null || last.unixMs > newest;
}

/** What writing a copy needs of a page of ours. */
export type CopyPorts = {
  readonly folder: CopyFolder;
  readonly lock: Lock;
  readonly ask: (request: PageRequest) => Promise<PageAnswer>;
};

const withoutCopy: Readonly<Record<Exclude<FolderState, 'ready'>, CopyOutcome>> = {
  none: 'no-folder',
  'needs-press': 'needs-press',
};

async function save({ folder, ask }: CopyPorts, pressed: boolean): Promise<CopyOutcome> {
  const health = await ask({ kind: 'copy-health' });
  if (health.kind !== 'copy-health' || health.automatic === null) return 'idle';
  const state = await folder.state();
  if (state !== 'ready') return withoutCopy[state];
  const { keep, ...locks } = health.automatic;
  const copies = await listCopies(folder, locks).catch(() => null);
  if (copies === null) return 'failed';
  const last = copies.find(({ ours }) => ours);
  // One that opens with an emergency key that was changed since is as good as none.
  const newest = last?.current ? last.createdUnixMs : null;
  const sealed = await ask({ kind: 'seal-copy', newestUnixMs: pressed ? null : newest });
  if (sealed.kind === 'done') return 'idle';
  if (sealed.kind !== 'backup') return 'failed';
  const kept = await keepCopy(folder, { text: sealed.text, unixMs: sealed.unixMs, locks, keep });
  if (!kept.ok) return 'failed';
  // Where this is not noted, one more copy is written than needed.
  await ask({ kind: 'backup-kept', copyId: sealed.copyId });
  return 'saved';
}

/**
 * Writes a copy into the folder where one is missing; one page of ours at a time.
 * @param pressed the customer asked for one: it is written though the last one may have everything
 */
export const saveByItself = (ports: CopyPorts, pressed = false): Promise<CopyOutcome> =>
  ports.lock.run(LOCK, () => save(ports, pressed).catch(() => 'failed' as const));
