import type { Entry } from '../vault/entry.ts';
import { isRecord } from '../vault/shape.ts';
import { BACKUP_BOUNDS, type BackupOffers } from './backup-offers.ts';
import type { Badge } from './badge.ts';
import { confirmEntry, entriesForLogin, retireEntry, strikeBackupCode } from './entry-life.ts';
import type { FillMemory } from './fill-memory.ts';
import type { FilledHere } from './filled-record.ts';
import type { FillsUnderWay } from './fills-under-way.ts';
import type { PageOutcome, Pages } from './page-ports.ts';
import type { Clock, SessionStore } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** What following up a fill needs from its surroundings. */
export type FollowUpPorts = {
  readonly vault: VaultRepository;
  readonly pages: Pick<Pages, 'outcome' | 'follow' | 'topDocument'>;
  readonly memory: FillMemory;
  readonly underWay: Pick<FillsUnderWay, 'settled'>;
  readonly offers: BackupOffers;
  readonly session: SessionStore;
  readonly clock: Clock;
  readonly badge: (tabId: number, badge: Badge) => Promise<void>;
};

/** What came of a fill; nothing is called `accepted` on less than the site's own words, or a login that went through. */
export type Verdict = 'accepted' | 'refused' | 'switched-off' | 'unknown';

const LATER = 'life.later';

/** What a site accepted: an account's code, or the backup code of a place. */
type Accepted = { readonly entryId: string; readonly place: string | null };

function decodeAccepted(value: unknown): readonly Accepted[] {
  if (!isRecord(value)) return [];
  const { entryId, place } = value;
  return typeof entryId === 'string' && (place === null || typeof place === 'string') ? [{ entryId, place }] : [];
}
// What a page says is no use of the vault, and does not put its lock off.
const byItself = { use: false } as const;

/**
 * Judges what a tab shows after a fill.
 * @param last what was filled in that tab, in which document, and for what
 * @param seen what its top document says now
 */
export function judgeOutcome(last: FilledHere, seen: PageOutcome): Verdict {
  if (seen.origin !== last.origin) return 'unknown';
  if (seen.said?.what === 'refused') return 'refused';
  if (seen.said?.what === 'on' || seen.backupCodes.length > 0) return 'accepted';
  const moved = seen.documentId !== last.documentId && seen.documentId !== '' && last.documentId !== '';
  // An enrolment leads to words, a login to a page that asks for no proof any more.
  if (last.purpose === 'enrolment' || !moved || !last.isTop) return 'unknown';
  if (seen.asks) return 'refused';
  return seen.proofAsked ? 'unknown' : 'accepted';
}

/** When the site answered: another document was asked for when the form was sent; a change of the same one is `heard` at once. */
function answeredAt(last: FilledHere, seen: PageOutcome, heard: boolean): number | 'now' | null {
  if (seen.documentId === last.documentId) return heard ? 'now' : null;
  return seen.startedUnixMs ?? null;
}

/** Follows a fill up: what the site accepted is confirmed, what it switched off is retired, its backup codes are offered. */
export function createFollowUp(ports: FollowUpPorts) {
  const { vault, memory, offers, session, clock } = ports;

  async function later(): Promise<readonly Accepted[]> {
    const waiting = await session.get(LATER);
    return Array.isArray(waiting) ? waiting.flatMap(decodeAccepted) : [];
  }

  /** Confirms an entry, or strikes out the backup code of a place. */
  async function writeDown({ entryId, place }: Accepted): Promise<void> {
    const changed = await vault.mutate(
      (content) =>
        place === null
          ? confirmEntry(content, entryId, clock.nowUnixMs())
          : strikeBackupCode(content, entryId, place, clock.nowUnixMs()),
      byItself,
    );
    // The site's word is not lost because the vault locked meanwhile.
    if (changed.ok || changed.error !== 'locked') return;
    const others = (await later()).filter((one) => one.entryId !== entryId || one.place !== place);
    await session.set({ [LATER]: [...others, { entryId, place }] });
  }

  async function accepted(tabId: number, last: FilledHere, seen: PageOutcome): Promise<void> {
    await memory.passed(tabId);
    // A page that takes its own refusal back proves nothing.
    if (seen.documentId !== last.documentId) await memory.forgive(last.origin);
    await writeDown({ entryId: last.entryId, place: last.purpose === 'backup' ? last.code : null });
  }

  async function entriesAt(origin: string): Promise<readonly Entry[]> {
    const content = await vault.read({ use: false });
    return content.ok ? entriesForLogin(content.value.entries, origin) : [];
  }

  async function offer(tabId: number, seen: PageOutcome, last: FilledHere | null): Promise<void> {
    const codes = seen.backupCodes.filter((code) => code !== '' && code.length <= BACKUP_BOUNDS.characters);
    if (codes.length === 0 || codes.length > BACKUP_BOUNDS.codes) return;
    const here = await entriesAt(seen.origin);
    const fromHere = last?.origin === seen.origin ? last.entryId : null;
    // Without an account of this site, whatever looks like a backup code is somebody else's.
    if (fromHere === null && here.length === 0) return;
    const entryId = fromHere ?? (here.length === 1 ? (here[0]?.id ?? null) : null);
    const isKept = here.some(({ backupCodes }) =>
      codes.every((code) => backupCodes.some((kept) => kept.code === code)),
    );
    if (isKept) return;
    const found = { origin: seen.origin, entryId, codes, quote: seen.backupQuote };
    // Where nothing of ours was sent, others' words must not take the place of codes that the site shows only once.
    if (await offers.note(found, fromHere !== null)) await ports.badge(tabId, 'backup');
  }

  /**
   * Looks at a tab's top document, as far as a grant reaches it, and draws what conclusions can be drawn.
   * @param heard whether the document has just told that it says something new
   */
  async function look(tabId: number, heard = false): Promise<Verdict> {
    // A site that sends a code by itself may answer before it is noted that the code was ours.
    await ports.underWay.settled(tabId);
    const last = await memory.lastInTab(tabId);
    const seen = await ports.pages.outcome(tabId);
    if (seen === null) return 'unknown';
    // What was read before a code was written is no answer to it.
    if ((await memory.lastInTab(tabId))?.atUnixMs !== last?.atUnixMs) return 'unknown';
    await offer(tabId, seen, last);
    const verdict = last === null ? 'unknown' : judgeOutcome(last, seen);
    if (last !== null && verdict === 'accepted') await accepted(tabId, last, seen);
    if (last !== null && verdict === 'refused') {
      const { documentId } = seen;
      const siteSays = seen.said?.because ?? null;
      await memory.refuse(last.origin, tabId, { answered: answeredAt(last, seen, heard), siteSays, documentId });
      await ports.badge(tabId, 'refused');
    }
    const here = await entriesAt(seen.origin);
    if (seen.said?.what === 'off') {
      const [only, ...more] = here;
      // Which of several accounts was meant the page does not say.
      if (only !== undefined && more.length === 0)
        await vault.mutate((content) => retireEntry(content, only.id, clock.nowUnixMs()), byItself);
    }
    // What it said is dealt with; what it says next is news.
    if (last?.origin === seen.origin || here.length > 0) await ports.pages.follow(tabId);
    return verdict === 'unknown' && seen.said?.what === 'off' ? 'switched-off' : verdict;
  }

  return {
    look,
    /** Looks at a page that was just loaded where it may answer what was filled in its tab; a page of another site is not read. */
    async loaded(tabId: number): Promise<void> {
      const last = await memory.lastInTab(tabId);
      if (last === null) return;
      // As patient as for a press: a page is busy with itself while it loads.
      const shown = await ports.pages.topDocument(tabId, 'press');
      if (shown?.origin === last.origin) await look(tabId);
    },
    /** Writes down what was accepted while the vault was locked. */
    async afterUnlock(): Promise<void> {
      const waiting = await later();
      if (waiting.length === 0) return;
      await session.remove([LATER]);
      for (const one of waiting) await writeDown(one);
    },
  };
}

/** What follows a fill. */
export type FollowUp = ReturnType<typeof createFollowUp>;
