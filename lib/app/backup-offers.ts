import { toHex } from '../vault/base64.ts';
import { isRecord } from '../vault/shape.ts';
import type { Lock, SessionStore } from './vault-ports.ts';

/** Backup codes that a site showed, waiting for the customer to keep or discard them; `quote` is the page's own sentence. */
export type BackupOffer = {
  readonly origin: string;
  /** The account that it most likely belongs to; null where that cannot be told. */
  readonly entryId: string | null;
  readonly codes: readonly string[];
  readonly quote: string;
};

const KEY = 'backup.offers';
const SETTLED = 'backup.settled';
const LOCK = 'doorcode-offers';
const MOST_OFFERS = 8;
const MOST_SETTLED = 64;
/** Most backup codes of one site, and most characters of one. */
export const BACKUP_BOUNDS = { codes: 16, characters: 64 } as const;

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function decode(value: unknown): readonly BackupOffer[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one): BackupOffer[] => {
    if (!isRecord(one)) return [];
    const { origin, entryId, codes, quote } = one;
    const whole = typeof origin === 'string' && typeof quote === 'string' && isTexts(codes);
    return whole ? [{ origin, quote, codes, entryId: typeof entryId === 'string' ? entryId : null }] : [];
  });
}

/** A name that tells no code, for what stays in memory after the customer decided. */
async function digestOf(offer: Pick<BackupOffer, 'origin' | 'codes'>): Promise<string> {
  const bytes = new TextEncoder().encode(nameOf(offer));
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

const nameOf = ({ origin, codes }: Pick<BackupOffer, 'origin' | 'codes'>): string => [origin, ...codes].join(' ');

/** As many as there is room for: a site with several gives up its oldest, so that none takes the place of another site's. */
function fitting(offers: readonly BackupOffer[]): readonly BackupOffer[] {
  if (offers.length <= MOST_OFFERS) return offers;
  const crowding = offers.findIndex(({ origin }, at) => offers.slice(at + 1).some((later) => later.origin === origin));
  return offers.toSpliced(Math.max(0, crowding), 1);
}

/** Keeps offers in memory that ends with the browser, also while the vault is locked: the page shows its codes only once. */
export function createBackupOffers(session: SessionStore, lock: Lock) {
  const all = async (): Promise<readonly BackupOffer[]> => decode(await session.get(KEY));
  const settled = async (): Promise<readonly string[]> => {
    const names = await session.get(SETTLED);
    return isTexts(names) ? names : [];
  };
  return {
    /** The latest offer of a site; null where none waits. */
    at: async (origin: string): Promise<BackupOffer | null> =>
      (await all()).findLast((offer) => offer.origin === origin) ?? null,
    /**
     * Notes codes that a page shows; false when nothing is new.
     * @param displaces whether they are the answer to what was sent, and so in place of what the site showed before; else both wait
     */
    note: (offer: BackupOffer, displaces: boolean): Promise<boolean> =>
      lock.run(LOCK, async () => {
        if ((await settled()).includes(await digestOf(offer))) return false;
        const before = await all();
        if (before.some((one) => nameOf(one) === nameOf(offer))) return false;
        const others = displaces ? before.filter(({ origin }) => origin !== offer.origin) : before;
        await session.set({ [KEY]: fitting([...others, offer]) });
        return true;
      }),
    /** The customer kept or discarded an offer: the same codes are not offered again. */
    settle: (offer: Pick<BackupOffer, 'origin' | 'codes'>): Promise<void> =>
      lock.run(LOCK, async () => {
        const name = await digestOf(offer);
        const others = (await all()).filter((one) => nameOf(one) !== nameOf(offer));
        await session.set({ [KEY]: others, [SETTLED]: [...(await settled()), name].slice(-MOST_SETTLED) });
      }),
  };
}

/** Backup codes that wait for the customer. */
export type BackupOffers = ReturnType<typeof createBackupOffers>;
