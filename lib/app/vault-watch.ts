import type { AreaService } from './area-service.ts';
import { forgetCopyNote } from './copy-notes.ts';
import type { FollowUp } from './follow-up.ts';
import type { FoundStore } from './found-store.ts';
import { forgetPrintJob } from './print-service.ts';
import type { SiteSigns } from './site-signs.ts';
import { tidyVault } from './trash-service.ts';
import type { TypedNames } from './typed-names.ts';
import { forgetUndo } from './undo-import.ts';
import type { VaultState } from './vault-answers.ts';
import type { Clock, SessionStore } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** What following the vault needs from its surroundings. */
export type VaultWatchPorts = {
  readonly vault: VaultRepository;
  readonly clock: Clock;
  readonly session: SessionStore;
  readonly found: Pick<FoundStore, 'forgetAdded'>;
  readonly typedNames: Pick<TypedNames, 'forget'>;
  readonly area: Pick<AreaService, 'forget'>;
  readonly followUp: Pick<FollowUp, 'afterUnlock'>;
  readonly signs: Pick<SiteSigns, 'hideAll' | 'renewAll'>;
  /** Says on the toolbar button of all tabs whether the vault is locked. */
  readonly showLocked: (locked: boolean) => Promise<void>;
  /** Brings the settings in the clear and the sealed ones together; nobody waits for it. */
  readonly compareSettings: () => Promise<void>;
};

/** Follows whether the vault is open, and does what is due when that changes: by a press, a deadline, or another window. */
export function createVaultWatch(ports: VaultWatchPorts) {
  const { vault, clock, session, found, typedNames, area, followUp, signs } = ports;
  let known: VaultState['kind'] | 'unknown' = 'unknown';

  const forget = () =>
    Promise.all([
      found.forgetAdded(),
      forgetPrintJob(session),
      forgetUndo(session),
      forgetCopyNote(session),
      typedNames.forget(),
    ]);

  async function changedTo(kind: VaultState['kind']): Promise<void> {
    await ports.showLocked(kind === 'locked');
    if (known === 'locked') await signs.hideAll(['locked']);
    else void signs.renewAll();
    if (kind === 'locked') await forget();
    if (kind !== 'unlocked') return;
    await followUp.afterUnlock();
    // What fails is left to the next opening.
    void ports.compareSettings().catch(() => undefined);
    await tidyVault({ vault, clock });
  }

  /** Takes what was just learnt of the vault. */
  async function note({ kind }: VaultState): Promise<void> {
    if (kind !== known) await changedTo(kind);
    if (kind !== 'unlocked') area.forget();
    // Last: what failed on the way is done again at the next look.
    known = kind;
  }

  return {
    note,
    /** Looks how the vault stands by now. One that was open and whose key still holds is: copies are read where they are asked for. */
    async learn(): Promise<void> {
      if (known === 'unlocked' && (await vault.isOpen())) return;
      await note(await vault.state());
    },
    /** How it stood at the last look; `unknown` in a background that was just woken. */
    known: (): VaultState['kind'] | 'unknown' => known,
  };
}

/** What is known of the vault between two looks. */
export type VaultWatch = ReturnType<typeof createVaultWatch>;
