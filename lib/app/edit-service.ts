import type { RequestOf } from '../messages/protocol.ts';
import { ok } from '../result.ts';
import { toHex } from '../vault/base64.ts';
import type { VaultContent } from '../vault/entry.ts';
import { type Edited, editAccount, editable, undoEdit } from './edit-account.ts';
import type { FillMemory } from './fill-memory.ts';
import { failed, type PageAnswer } from './page-answers.ts';
import type { Clock, Random } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** What editing needs from its surroundings. */
export type EditPorts = {
  readonly vault: VaultRepository;
  readonly memory: Pick<FillMemory, 'codesChanged'>;
  readonly clock: Clock;
  readonly random: Random;
};

/** Shows an account for its form, changes it, and takes a change back. */
export function createEditService({ vault, memory, clock, random }: EditPorts) {
  async function answerOf(outcome: Edited, entryId: string, { entries }: VaultContent): Promise<PageAnswer> {
    if (outcome.kind !== 'saved') return outcome;
    const entry = entries.find(({ id }) => id === entryId);
    if (entry === undefined) return failed('no-entry');
    const { keptId } = outcome;
    if (keptId !== null) await memory.codesChanged(entryId);
    return { kind: 'edited', keptId, updatedUnixMs: entry.updatedUnixMs };
  }

  return {
    /** The account without its key. */
    async show({ entryId }: RequestOf<'show-editable'>): Promise<PageAnswer> {
      const content = await vault.read();
      if (!content.ok) return failed(content.error);
      const entry = content.value.entries.find(({ id }) => id === entryId);
      return entry === undefined ? failed('no-entry') : { kind: 'editable', account: editable(entry) };
    },

    /** Saves an edit; one that would change codes is told, and done by the next press. */
    async edit({ entryId, shownUnixMs, edit, despiteCodes }: RequestOf<'edit-entry'>): Promise<PageAnswer> {
      const nowUnixMs = clock.nowUnixMs();
      const keptId = toHex(random.bytes(16));
      let outcome: Edited = { kind: 'unchanged' };
      const stored = await vault.mutate((content) => {
        const edited = editAccount(content, edit, { entryId, shownUnixMs, despiteCodes, keptId, nowUnixMs });
        if (!edited.ok) return edited;
        outcome = edited.value;
        return ok(edited.value.kind === 'saved' ? edited.value.content : content);
      });
      if (!stored.ok) return failed(stored.error);
      return answerOf(outcome, entryId, stored.value);
    },

    /** Takes back an edit that changed codes. */
    async undo({ entryId, keptId, shownUnixMs }: RequestOf<'undo-edit'>): Promise<PageAnswer> {
      const nowUnixMs = clock.nowUnixMs();
      const undone = await vault.mutate((content) => undoEdit(content, { entryId, keptId, shownUnixMs, nowUnixMs }));
      if (!undone.ok) return failed(undone.error);
      await memory.codesChanged(entryId);
      return { kind: 'done' };
    },
  };
}
