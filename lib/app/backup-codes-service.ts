import type { RequestOf } from '../messages/protocol.ts';
import { err, ok } from '../result.ts';
import type { BackupOffers } from './backup-offers.ts';
import { describeOffer } from './describe-offer.ts';
import { keepBackupCodes } from './entry-life.ts';
import type { FollowUp, Verdict } from './follow-up.ts';
import { failed, type PageAnswer } from './page-answers.ts';
import type { FrameLook, Pages } from './page-ports.ts';
import type { Clock } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** What keeping backup codes needs from its surroundings. */
export type BackupCodesPorts = {
  readonly vault: VaultRepository;
  readonly pages: Pick<Pages, 'topOrigin' | 'look'>;
  readonly offers: BackupOffers;
  readonly followUp: Pick<FollowUp, 'look'>;
  readonly clock: Clock;
};

/** Offers a site's backup codes, and keeps them where the customer says so. */
export function createBackupCodesService({ vault, pages, offers, followUp, clock }: BackupCodesPorts) {
  /** The box that a tab shows, also one just filled, as careful as on an allowed site; null where none of its documents answers. */
  async function boxAt(tabId: number): Promise<FrameLook['box'] | null> {
    const order = { mode: 'automatic', enrolledHere: true, besideCode: false, alsoFull: true } as const;
    const looks = await pages.look(tabId, order);
    if (looks.length === 0) return null;
    return looks.find(({ visible, box }) => visible && box !== 'none')?.box ?? 'none';
  }

  async function show(origin: string | null, verdict: Verdict, seen: FrameLook['box'] | null): Promise<PageAnswer> {
    const offer = origin === null ? null : await offers.at(origin);
    const content = await vault.read({ use: false });
    // A page too busy to answer may show one; the browser's own pages show none.
    const box = origin === null ? (seen ?? 'none') : seen;
    return { kind: 'offer', verdict, box, offer: describeOffer(offer, content.ok ? content.value.entries : null) };
  }

  return {
    /** Looks once more at what the tab shows, by the grant of the press, and tells of backup codes that wait. */
    async lookBack(tabId: number): Promise<PageAnswer> {
      const verdict = await followUp.look(tabId);
      return show(await pages.topOrigin(tabId), verdict, await boxAt(tabId));
    },
    async keep({ tabId, entryId, codes }: RequestOf<'keep-backup-codes'>): Promise<PageAnswer> {
      const origin = await pages.topOrigin(tabId);
      const offer = origin === null ? null : await offers.at(origin);
      if (offer === null) return failed('nothing-found');
      // What is kept is what was shown, whatever the page shows by now.
      if (offer.codes.join('\n') !== codes.join('\n')) return failed('nothing-found');
      const changed = await vault.mutate((content) => {
        const entry = content.entries.find(({ id }) => id === entryId);
        // A site's codes go to an account of that site and to no other.
        if (entry === undefined || !entry.origins.includes(offer.origin)) return err('no-entry');
        return ok(keepBackupCodes(content, entryId, offer.codes, clock.nowUnixMs()));
      });
      if (!changed.ok) return failed(changed.error);
      await offers.settle(offer);
      return { kind: 'done' };
    },
    async discard({ tabId, codes }: RequestOf<'discard-backup-codes'>): Promise<PageAnswer> {
      const origin = await pages.topOrigin(tabId);
      const offer = origin === null ? null : await offers.at(origin);
      // What the customer has not seen is not discarded.
      if (offer !== null && offer.codes.join('\n') !== codes.join('\n')) return failed('nothing-found');
      if (offer !== null) await offers.settle(offer);
      return { kind: 'done' };
    },
  };
}
