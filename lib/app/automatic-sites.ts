import { isRecord } from '../vault/shape.ts';
import { isFillableOrigin } from './origin.ts';
import type { Clock, Lock, SessionStore, VaultStorage } from './vault-ports.ts';

const STORED = 'sites.automatic';
const WANTED = 'sites.wanted';
const SHARED = 'vault.shared-computer';
const LOCK = 'doorcode-sites';
const MOST_SITES = 1_000;
const WISH_LIFE_MS = 2 * 60_000;

/** What the browser grants and runs for sites; an origin is exact, a grant may be wider (Firefox patterns have no port). */
export type SitePermissions = {
  /** Whether the browser grants the site of an exact origin. */
  contains(origin: string): Promise<boolean>;
  /** Makes the watcher run on exactly these origins' sites, in later documents. */
  register(origins: readonly string[]): Promise<void>;
  /** Runs the watcher in an open tab. */
  inject(tabId: number): Promise<void>;
  /** Names the grant that an origin needs; origins of one name share one grant. */
  grantOf(origin: string): string;
  /** Gives a site's grant back. */
  remove(origin: string): Promise<void>;
};

/** What the popup may offer at an origin: `offer` once, `off` after that until the customer looks for it. */
export type AutomaticState = 'on' | 'offer' | 'off';

type Lists = { readonly on: readonly string[]; readonly asked: readonly string[] };

const origins = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string' && isFillableOrigin(item)) : [];

/** The sites where codes are filled by themselves: those that the customer chose and the browser still grants. */
export function createAutomaticSites(ports: {
  readonly storage: VaultStorage;
  readonly session: SessionStore;
  readonly permissions: SitePermissions;
  readonly lock: Lock;
  readonly clock: Clock;
}) {
  const { storage, session, permissions, lock, clock } = ports;

  async function lists(): Promise<Lists> {
    const stored = (await storage.read([STORED]))[STORED];
    return isRecord(stored) ? { on: origins(stored.on), asked: origins(stored.asked) } : { on: [], asked: [] };
  }
  /** Whether others use this computer too, so that nothing is filled by itself, whatever was chosen before. */
  const isShared = async (): Promise<boolean> => (await storage.read([SHARED]))[SHARED] === true;

  const add = (list: readonly string[], origin: string): readonly string[] =>
    [...list.filter((item) => item !== origin), origin].slice(-MOST_SITES);

  /** Keeps what is chosen and still granted, and registers exactly that. */
  async function reconcile(): Promise<void> {
    await lock.run(LOCK, async () => {
      const before = await lists();
      // One that the browser cannot answer for must not keep the others from being registered.
      const granted = await Promise.all(before.on.map((origin) => permissions.contains(origin).catch(() => false)));
      const on = before.on.filter((_, index) => granted[index]);
      if (on.length !== before.on.length) await storage.write({ [STORED]: { ...before, on } });
      await permissions.register((await isShared()) ? [] : on);
    });
  }

  async function allow(origin: string): Promise<void> {
    await lock.run(LOCK, async () => {
      const before = await lists();
      await storage.write({ [STORED]: { on: add(before.on, origin), asked: add(before.asked, origin) } });
    });
    await reconcile();
  }

  const markAsked = (origin: string): Promise<void> =>
    lock.run(LOCK, async () => {
      const before = await lists();
      await storage.write({ [STORED]: { ...before, asked: add(before.asked, origin) } });
    });

  return {
    reconcile,
    /** Whether codes may be filled by themselves at an exact origin. */
    allows: async (origin: string): Promise<boolean> => !(await isShared()) && (await lists()).on.includes(origin),
    isShared,
    /** Keeps whether others use this computer too; the chosen sites wait, and come back with the other answer. */
    async setShared(shared: boolean): Promise<void> {
      await lock.run(LOCK, () => storage.write({ [SHARED]: shared }));
      await reconcile();
    },
    /** What the popup shows at an origin. */
    async stateOf(origin: string): Promise<AutomaticState> {
      if (await isShared()) return 'off';
      const { on, asked } = await lists();
      if (on.includes(origin)) return 'on';
      return asked.includes(origin) || !isFillableOrigin(origin) ? 'off' : 'offer';
    },
    /** The customer pressed *fill by itself here*; the browser's own question comes next, so the wish is kept first. */
    async want(origin: string, tabId: number): Promise<void> {
      if (!isFillableOrigin(origin) || (await isShared())) return;
      await session.set({ [WANTED]: { origin, tabId, untilUnixMs: clock.nowUnixMs() + WISH_LIFE_MS } });
      await markAsked(origin);
      await this.settle();
    },
    /** The customer pressed *not now*: the site is not offered again. */
    decline: (origin: string): Promise<void> => markAsked(origin),
    /** Switches the wanted site on once the browser grants it, and starts the watcher in its open tab. */
    async settle(): Promise<void> {
      const wanted = await session.get(WANTED);
      if (!isRecord(wanted)) return;
      const { origin, tabId, untilUnixMs } = wanted;
      // A grant that comes much later was given for another reason.
      const over = typeof untilUnixMs !== 'number' || clock.nowUnixMs() > untilUnixMs;
      if (over || (await isShared())) return session.remove([WANTED]);
      if (typeof origin !== 'string' || typeof tabId !== 'number' || !(await permissions.contains(origin))) return;
      await session.remove([WANTED]);
      await allow(origin);
      await permissions.inject(tabId);
    },
    /** Switches a site off and gives its grant back unless another chosen origin needs the same one. */
    async stop(origin: string): Promise<void> {
      await lock.run(LOCK, async () => {
        const before = await lists();
        await storage.write({ [STORED]: { ...before, on: before.on.filter((item) => item !== origin) } });
      });
      const { on } = await lists();
      if (!on.some((other) => permissions.grantOf(other) === permissions.grantOf(origin)))
        await permissions.remove(origin);
      await reconcile();
    },
  };
}

/** The sites where codes are filled by themselves. */
export type AutomaticSites = ReturnType<typeof createAutomaticSites>;
