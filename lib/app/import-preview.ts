import type { BackupItem } from '../backup/backup-item.ts';
import { digestOfText } from '../backup/text-digest.ts';
import type { Entry, EntryState, VaultContent } from '../vault/entry.ts';
import { type Difference, type Judged, judgeImport } from './judge-import.ts';
import { type SiteName, siteName } from './look-alike/site-name.ts';

/** Most of ours that a row shows: each of a thousand rows with a thousand of them is more than a message holds. */
const MOST_MINE = 10;

/** A stored account that a file's is nearly the same as. */
export type Mine = {
  readonly issuer: string;
  readonly account: string;
  readonly sites: readonly SiteName[];
  readonly state: EntryState;
  readonly createdUnixMs: number;
};

/** What becomes of an account of a file, as our own pages see it. */
export type ImportVerdict =
  | { readonly kind: 'new'; readonly removedUnixMs: number | null }
  /** `differs`: some of its details are others in the file; those that are here stay. */
  | { readonly kind: 'same'; readonly differs: boolean }
  | {
      readonly kind: 'conflicting';
      readonly differs: Difference;
      readonly createdUnixMs: number;
      readonly mine: readonly Mine[];
    }
  | { readonly kind: 'unreadable'; readonly reason: Extract<BackupItem, { kind: 'unreadable' }>['reason'] };

/** One account of a file, without its key and codes. */
export type ImportRow = {
  readonly index: number;
  readonly issuer: string;
  readonly account: string;
  readonly sites: readonly SiteName[];
  readonly verdict: ImportVerdict;
};

/** What a file would bring, in its order; `shown` names exactly this, so that nothing else is accepted by it. */
export type ImportPreview = { readonly rows: readonly ImportRow[]; readonly shown: string };

/** What the customer may have changed of an account, apart from its names and key. */
const detailsOf = ({ origins, state, backupCodes, parameters }: Entry): string =>
  JSON.stringify([
    origins.toSorted(),
    state,
    backupCodes.map(({ code, used }) => [code, used]),
    parameters.type === 'hotp' ? parameters.counter : null,
  ]);

const mineOf = ({ issuer, account, origins, state, createdUnixMs }: Entry): Mine => ({
  issuer,
  account,
  sites: origins.map(siteName),
  state,
  createdUnixMs,
});

function verdictOf(judged: Judged): ImportVerdict {
  switch (judged.kind) {
    case 'new':
      return { kind: 'new', removedUnixMs: judged.removedUnixMs };
    case 'same':
      return { kind: 'same', differs: judged.here !== null && detailsOf(judged.here) !== detailsOf(judged.entry) };
    case 'conflicting':
      return {
        kind: 'conflicting',
        differs: judged.differs,
        createdUnixMs: judged.entry.createdUnixMs,
        mine: judged.mine.slice(0, MOST_MINE).map(mineOf),
      };
    case 'unreadable':
      return { kind: 'unreadable', reason: judged.reason };
  }
}

/** Describes what accepting the items would do to the content; nothing is changed by it. */
export function previewImport(items: readonly BackupItem[], content: VaultContent): ImportPreview {
  const rows = judgeImport(items, content).map((judged, index): ImportRow => {
    const { issuer, account } = judged.kind === 'unreadable' ? judged : judged.entry;
    const sites = judged.kind === 'unreadable' ? [] : judged.entry.origins.map(siteName);
    return { index, issuer, account, sites, verdict: verdictOf(judged) };
  });
  return { rows, shown: digestOfText(JSON.stringify(rows)) };
}
