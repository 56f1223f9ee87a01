import type { RequestOf } from '../messages/protocol.ts';
import { authoriseFill } from './authorise-fill.ts';
import { nextBackupCode } from './entry-life.ts';
import type { FillMemory } from './fill-memory.ts';
import type { FillsUnderWay } from './fills-under-way.ts';
import { failed, type PageAnswer } from './page-answers.ts';
import type { Pages } from './page-ports.ts';
import type { PolicySource } from './policy-source.ts';
import { readProven } from './read-proven.ts';
import type { Clock } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** What using kept backup codes needs from its surroundings. */
export type RescuePorts = {
  readonly vault: VaultRepository;
  readonly pages: Pick<Pages, 'look' | 'writeBackup' | 'follow'>;
  readonly memory: FillMemory;
  readonly underWay: Pick<FillsUnderWay, 'during'>;
  readonly policies: Pick<PolicySource, 'now'>;
  readonly clock: Clock;
};

/** Shows kept backup codes to who proves to know the passphrase, and fills one on request at its own site. */
export function createRescueService({ vault, pages, memory, underWay, policies, clock }: RescuePorts) {
  async function fill({ tabId, entryId }: RequestOf<'fill-backup-code'>): Promise<PageAnswer> {
    const content = await vault.read();
    if (!content.ok) return failed(content.error);
    const entry = content.value.entries.find(({ id }) => id === entryId);
    const next = entry === undefined ? null : nextBackupCode(entry);
    if (entry === undefined || next === null) return failed('no-entry');
    await pages.follow(tabId);
    const looks = await pages.look(tabId, { mode: 'request', enrolledHere: true, besideCode: false });
    const top = looks.find(({ frameId }) => frameId === 0);
    if (top === undefined) return { kind: 'fill', result: { kind: 'not-written', outcome: 'page-gone' } };
    const decision = authoriseFill({
      entry,
      target: { ...top, topOrigin: top.origin, isTop: true },
      trigger: 'request',
      automaticOrigins: [],
      allowedPortals: (await policies.now()).allowedPortals,
      refusedHere: false,
      repeatsCode: false,
      nowUnixMs: clock.nowUnixMs(),
      codeEndsUnixMs: null,
    });
    if (decision.kind === 'refused') return { kind: 'fill', result: { kind: 'withheld', reason: decision.reason } };
    const { origin, documentId } = decision;
    // Before the writing: whatever the page says came of it, it had the code.
    const takeBack = await memory.filled(entryId, tabId, {
      code: next.place,
      origin,
      documentId,
      purpose: 'backup',
      isTop: true,
      life: null,
    });
    const outcome = await pages.writeBackup(tabId, documentId, { origin, code: next.code });
    if (outcome !== 'filled') {
      await takeBack();
      return { kind: 'fill', result: { kind: 'not-written', outcome } };
    }
    return { kind: 'fill', result: { kind: 'written', origin, purpose: 'challenge', counterKept: true } };
  }

  return {
    async reveal({ entryId, proof }: RequestOf<'reveal-backup-codes'>): Promise<PageAnswer> {
      const content = await readProven(vault, proof);
      if (!content.ok) return failed(content.error);
      const entry = content.value.entries.find(({ id }) => id === entryId);
      return entry === undefined ? failed('no-entry') : { kind: 'backup-codes', codes: entry.backupCodes };
    },

    /** Writes the first unused backup code into the page's box for one; it is struck out once the site has accepted it. */
    fill: (request: RequestOf<'fill-backup-code'>) => underWay.during(request.tabId, () => fill(request)),
  };
}
