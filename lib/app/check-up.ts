import { markOf } from '../vault/account-mark.ts';
import type { Entry, VaultContent } from '../vault/entry.ts';
import type { Opening, StrengthClass } from '../vault/openings.ts';
import { type BackupHealth, healthOf } from './backup-health.ts';
import { type ClockCheck, RIGHT_WITHIN_MS } from './clock-check.ts';
import { type SiteName, siteName } from './look-alike/site-name.ts';

/** An account as it is called. */
export type AccountName = { readonly issuer: string; readonly account: string };

/** What was measured of this computer's clock last, at which site, and when, in Unix milliseconds. */
export type MeasuredClock = { readonly check: ClockCheck; readonly site: SiteName; readonly atUnixMs: number };

/** What may need the customer. */
export type Need = 'copies' | 'emergency-key' | 'passphrase' | 'clock' | 'accounts';

/** How Doorcode stands on this computer, by what is known of it here. */
export type CheckUp = {
  readonly copies: BackupHealth;
  /** The accounts that the last copy lacks, or has otherwise; of those it has in vain, the ones whose names are still known. */
  readonly since: {
    readonly added: readonly AccountName[];
    readonly changed: readonly AccountName[];
    readonly removed: readonly AccountName[];
  };
  readonly emergencyKey: boolean;
  /** Null where no passphrase opens Doorcode; `strength` null where nothing judged it. */
  readonly passphrase: { readonly strength: StrengthClass | null } | null;
  readonly clock: { readonly correctionSeconds: number; readonly measured: MeasuredClock | null };
  readonly pending: readonly AccountName[];
  readonly stale: readonly AccountName[];
  /** The sites where codes are filled by themselves. */
  readonly sites: readonly SiteName[];
  /** The latest one first. */
  readonly openings: readonly Opening[];
  readonly needs: readonly Need[];
};

/** What the content alone does not tell. */
export type CheckUpFacts = {
  readonly nowUnixMs: number;
  readonly correctionSeconds: number;
  readonly measured: { readonly check: ClockCheck; readonly origin: string; readonly atUnixMs: number } | null;
  /** The exact origins where codes are filled by themselves now. */
  readonly automatic: readonly string[];
};

const nameOf = ({ issuer, account }: Entry): AccountName => ({ issuer, account });

function sinceLast({ entries, trash, saved: { last } }: VaultContent): CheckUp['since'] {
  const marks = new Map(last?.accounts.map(({ id, mark }) => [id, mark]));
  const inForce = entries.filter(({ state }) => state !== 'stale');
  return {
    added: inForce.filter(({ id }) => !marks.has(id)).map(nameOf),
    changed: inForce.filter((entry) => marks.has(entry.id) && marks.get(entry.id) !== markOf(entry)).map(nameOf),
    removed: trash.filter(({ entry }) => marks.has(entry.id)).map(({ entry }) => nameOf(entry)),
  };
}

/** Whether the codes are made by a clock that was found off, and the correction in force does not make up for it. */
const isOff = ({ measured, correctionSeconds }: CheckUpFacts): boolean =>
  measured?.check.kind === 'off' && Math.abs(measured.check.bySeconds + correctionSeconds) * 1_000 > RIGHT_WITHIN_MS;

/** Judges what is known; only what the customer can mend, and would be worse off without, is said to need them. */
export function checkUpOf(content: VaultContent, facts: CheckUpFacts): CheckUp {
  const { entries, locks, strength } = content;
  const has = (kind: 'passphrase' | 'recovery'): boolean => locks.some(({ slot }) => slot.kind === kind);
  const copies = healthOf(content, facts.nowUnixMs);
  const [hasPassphrase, emergencyKey] = [has('passphrase'), has('recovery')];
  const pending = entries.filter(({ state }) => state === 'pending');
  const needs: readonly (readonly [Need, boolean])[] = [
    ['copies', copies.due],
    ['emergency-key', !emergencyKey],
    ['passphrase', hasPassphrase && strength !== null && strength <= 1],
    ['clock', isOff(facts)],
    // Who was asked about one, and keeps it, knows of it.
    ['accounts', pending.some(({ keptUnconfirmed }) => keptUnconfirmed !== true)],
  ];
  const { measured } = facts;
  return {
    copies,
    since: sinceLast(content),
    emergencyKey,
    passphrase: hasPassphrase ? { strength } : null,
    clock: {
      correctionSeconds: facts.correctionSeconds,
      measured: measured && { check: measured.check, site: siteName(measured.origin), atUnixMs: measured.atUnixMs },
    },
    pending: pending.map(nameOf),
    stale: entries.filter(({ state }) => state === 'stale').map(nameOf),
    sites: facts.automatic.map(siteName),
    openings: content.openings.toReversed(),
    needs: needs.filter(([, isNeeded]) => isNeeded).map(([need]) => need),
  };
}
