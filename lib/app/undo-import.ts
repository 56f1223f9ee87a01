import { digestOfText } from '../backup/text-digest.ts';
import type { RequestOf } from '../messages/protocol.ts';
import { toHex } from '../vault/base64.ts';
import type { Entry, VaultContent } from '../vault/entry.ts';
import { isRecord } from '../vault/shape.ts';
import type { FillMemory } from './fill-memory.ts';
import { failed, type PageAnswer } from './page-answers.ts';
import { trashEntries } from './trash.ts';
import type { Clock, Random, SessionStore } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

const KEY = 'added.undo';

// Read back from storage, the same account has its fields in another order.
const ordered = (fields: object): readonly unknown[] =>
  Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1));

/**
 * How an account looks as it was added. Memory may outlive a lock, so it says nothing of the key and the backup codes; where it
 * stands among the others is no use of it.
 */
const lookOf = ({
  parameters: { secret: _, ...parameters },
  backupCodes,
  pinned: __,
  group: ___,
  ...rest
}: Entry): string =>
  digestOfText(JSON.stringify([ordered(rest), ordered(parameters), backupCodes.map(({ used }) => used)]));

type Added = { readonly undo: string; readonly looks: ReadonlyMap<string, string> };

function decodeAdded(value: unknown): Added | null {
  if (!isRecord(value) || typeof value.undo !== 'string' || !isRecord(value.looks)) return null;
  const looks = Object.entries(value.looks).flatMap(([id, look]) =>
    typeof look === 'string' ? [[id, look] as const] : [],
  );
  return { undo: value.undo, looks: new Map(looks) };
}

/** Forgets what could be taken back, now that the vault is locked. */
export const forgetUndo = (session: SessionStore): Promise<void> => session.remove([KEY]);

/**
 * Remembers the accounts that were added together, in place of those before, so that they can be taken back.
 * @returns what names them; null where there are none, or where they could not be remembered
 */
export async function rememberAdded(
  { session, random }: { readonly session: SessionStore; readonly random: Random },
  added: readonly Entry[],
): Promise<string | null> {
  if (added.length === 0) return null;
  const undo = toHex(random.bytes(16));
  const looks = Object.fromEntries(added.map((entry) => [entry.id, lookOf(entry)]));
  // They are saved all the same; only the way back is missing.
  return session.set({ [KEY]: { undo, looks } }).then(
    () => undo,
    () => null,
  );
}

/** Takes back what was added together, as far as it was neither used nor changed since. */
export function createUndoService(ports: {
  readonly vault: VaultRepository;
  readonly session: SessionStore;
  readonly memory: Pick<FillMemory, 'lastCodes'>;
  readonly clock: Clock;
}) {
  const { vault, session, memory, clock } = ports;
  return {
    /** Moves these accounts to the removed ones; those that stay are named. */
    async undo({ undo }: RequestOf<'undo-restore'>): Promise<PageAnswer> {
      const added = decodeAdded(await session.get(KEY));
      if (added === null || added.undo !== undo) return failed('nothing-to-undo');
      const used = await memory.lastCodes();
      const tally: { back: readonly Entry[]; stays: readonly Entry[] } = { back: [], stays: [] };
      const isUntouched = (entry: Entry): boolean => !used.has(entry.id) && added.looks.get(entry.id) === lookOf(entry);
      const outcome = await vault.mutate((content): VaultContent => {
        const here = content.entries.filter(({ id }) => added.looks.has(id));
        const back = here.filter(isUntouched);
        Object.assign(tally, { back, stays: here.filter((entry) => !isUntouched(entry)) });
        return trashEntries(content, new Set(back.map(({ id }) => id)), clock.nowUnixMs());
      });
      if (!outcome.ok) return failed(outcome.error);
      await forgetUndo(session);
      const stayed = tally.stays.map(({ issuer, account }) => ({ issuer, account }));
      return { kind: 'undone', removed: tally.back.length, stayed };
    },
  };
}
