import type { Entry } from '../vault/entry.ts';
import { isRecord } from '../vault/shape.ts';
import { isSameName } from './choose-account.ts';
import { entriesForLogin } from './entry-life.ts';
import type { Pages } from './page-ports.ts';
import type { Clock, Lock, SessionStore } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** How long a name that was typed at a login says whose code its tab wants, in milliseconds. */
export const TYPED_NAME_LIFE_MS = 2 * 60_000;

const STORED = 'login.named';
const LOCK = 'doorcode-login-named';

/** What noticing typed names needs from its surroundings. */
export type TypedNamesPorts = {
  readonly vault: Pick<VaultRepository, 'read'>;
  readonly pages: Pick<Pages, 'topDocument'>;
  readonly session: SessionStore;
  readonly lock: Lock;
  readonly clock: Clock;
  /** Puts the script that hears of a sent login form into a document of a tab; '' for a browser that names none. */
  readonly listen: (tabId: number, documentId: string) => Promise<void>;
};

/** The document that speaks, as the browser vouches for it. */
type Speaker = {
  readonly tabId: number;
  readonly frameId: number;
  readonly origin: string;
  readonly documentId: string;
};

type Named = { readonly origin: string; readonly entryId: string; readonly untilUnixMs: number };

function decode(value: unknown): Named | null {
  if (!isRecord(value)) return null;
  const { origin, entryId, untilUnixMs } = value;
  return typeof origin === 'string' && typeof entryId === 'string' && typeof untilUnixMs === 'number'
    ? { origin, entryId, untilUnixMs }
    : null;
}

/**
 * Which account of a site with several the customer named in its login form. The name itself is compared and dropped: only the
 * account's id is kept, for its tab and exact origin, in memory that ends with the browser.
 */
export function createTypedNames({ vault, pages, session, lock, clock, listen }: TypedNamesPorts) {
  /** The accounts that a name can choose from; none where there is nothing to choose. What a page says is no use of the vault. */
  async function choiceAt(origin: string): Promise<readonly Entry[]> {
    const content = await vault.read({ use: false });
    const here = content.ok ? entriesForLogin(content.value.entries, origin) : [];
    return here.length > 1 ? here : [];
  }

  /** A time further ahead than a whole life: the clock was set back since. */
  const holds = ({ untilUnixMs }: Named): boolean => {
    const leftMs = untilUnixMs - clock.nowUnixMs();
    return leftMs > 0 && leftMs <= TYPED_NAME_LIFE_MS;
  };

  async function all(): Promise<ReadonlyMap<string, Named>> {
    const stored = await session.get(STORED);
    const decoded = Object.entries(isRecord(stored) ? stored : {}).map(([tab, value]) => [tab, decode(value)] as const);
    return new Map(decoded.flatMap(([tab, named]) => (named !== null && holds(named) ? [[tab, named] as const] : [])));
  }

  async function put(tabId: number, named: Named | null): Promise<void> {
    const kept = new Map(await all());
    kept.delete(String(tabId));
    if (named !== null) kept.set(String(tabId), named);
    if (kept.size === 0) return session.remove([STORED]);
    await session.set({ [STORED]: Object.fromEntries(kept) });
  }

  const at = async (tabId: number, origin: string): Promise<Named | null> => {
    const named = (await all()).get(String(tabId));
    return named?.origin === origin ? named : null;
  };

  return {
    /** Listens in a document of an allowed site, or in what a tab shows under the grant of a press, where there is a choice. */
    async attend(tabId: number, speaker: Pick<Speaker, 'origin' | 'documentId'> | null): Promise<void> {
      const shown = speaker ?? (await pages.topDocument(tabId));
      if (shown !== null && (await choiceAt(shown.origin)).length > 0) await listen(tabId, shown.documentId);
    },
    /** A login form was sent with this name. One that is no single account's ends what was noted for the tab before. */
    hear: (name: string, { tabId, frameId, origin }: Omit<Speaker, 'documentId'>): Promise<void> =>
      lock.run(LOCK, async () => {
        if (frameId !== 0) return;
        const [only, ...more] = (await choiceAt(origin)).filter(({ account }) => isSameName(name, account));
        const named = only !== undefined && more.length === 0 ? only : null;
        const untilUnixMs = clock.nowUnixMs() + TYPED_NAME_LIFE_MS;
        await put(tabId, named === null ? null : { origin, entryId: named.id, untilUnixMs });
      }),
    /** The id of the account that was named last in a tab, at this exact origin; null for none. Waits for what is being heard. */
    named: (tabId: number, origin: string): Promise<string | null> =>
      lock.run(LOCK, async () => (await at(tabId, origin))?.entryId ?? null),
    /** The tab's challenge got its code: the next login says anew who it is. */
    used: (tabId: number, origin: string): Promise<void> =>
      lock.run(LOCK, async () => {
        if ((await at(tabId, origin)) !== null) await put(tabId, null);
      }),
    /** The vault was locked. */
    forget: (): Promise<void> => lock.run(LOCK, () => session.remove([STORED])),
  };
}

/** The accounts that were named in login forms. */
export type TypedNames = ReturnType<typeof createTypedNames>;
