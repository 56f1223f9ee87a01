import { err, ok, type Result } from '../result.ts';
import type { Settings } from '../vault/settings.ts';
import { isRecord } from '../vault/shape.ts';
import { CLEAR, keepInBoth, originsOf, SETTINGS_LOCK, withoutSite, withSettings, withSite } from './clear-settings.ts';
import { isFillableOrigin } from './origin.ts';
import type { Clock, Lock, SessionStore, VaultStorage } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

const WANTED = 'sites.wanted';
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
type Kept = Result<null, 'not-saved'>;

/**
 * The sites where codes are filled by themselves: those that the customer chose and the browser still grants. What was chosen lies in
 * the clear, as the watcher runs at a locked vault too, and sealed; only what both name is filled.
 */
export function createAutomaticSites(ports: {
  readonly vault: Pick<VaultRepository, 'read' | 'mutate'>;
  readonly storage: VaultStorage;
  readonly session: SessionStore;
  readonly permissions: SitePermissions;
  readonly lock: Lock;
  readonly clock: Clock;
}) {
  const { vault, storage, session, permissions, lock, clock } = ports;

  /** What the open vault holds; `open: false` while it is locked, null for one from before it held settings. */
  async function sealed(): Promise<{ readonly open: boolean; readonly settings: Settings | null }> {
    const content = await vault.read({ use: false });
    return content.ok ? { open: true, settings: content.value.settings } : { open: false, settings: null };
  }
  async function lists(): Promise<Lists> {
    const stored = (await storage.read([CLEAR.automaticSites]))[CLEAR.automaticSites];
    return isRecord(stored) ? { on: originsOf(stored.on), asked: originsOf(stored.asked) } : { on: [], asked: [] };
  }
  /** The chosen sites; of an open vault those that it knows too. */
  async function chosen(settings: Settings | null): Promise<Lists> {
    const before = await lists();
    return settings === null ? before : { ...before, on: before.on.filter((o) => settings.automaticSites.includes(o)) };
  }
  const writeLists = (next: Lists): Promise<void> => storage.write({ [CLEAR.automaticSites]: next });
  const seal = (change: (settings: Settings) => Partial<Settings>) => () =>
    vault.mutate((content) => withSettings(content, change));

  /** Whether others use this computer too, so that nothing is filled by itself, whatever was chosen before. */
  const isSharedBy = async (settings: Settings | null): Promise<boolean> =>
    settings?.sharedComputer === true || (await storage.read([CLEAR.sharedComputer]))[CLEAR.sharedComputer] === true;
  const isShared = async (): Promise<boolean> => isSharedBy((await sealed()).settings);
  const isChosen = async (origin: string, settings: Settings | null): Promise<boolean> =>
    !(await isSharedBy(settings)) && (await chosen(settings)).on.includes(origin);

  /** Keeps what is chosen and still granted, and registers exactly that. */
  async function reconcile(): Promise<void> {
    await lock.run(SETTINGS_LOCK, async () => {
      const before = await lists();
      const { settings } = await sealed();
      const { on: wanted } = await chosen(settings);
      // One that the browser cannot answer for must not keep the others from being registered.
      const granted = await Promise.all(wanted.map((origin) => permissions.contains(origin).catch(() => false)));
      const on = wanted.filter((_, index) => granted[index]);
      if (on.length !== before.on.length) await writeLists({ ...before, on });
      await permissions.register((await isSharedBy(settings)) ? [] : on);
    });
  }

  async function allow(origin: string): Promise<Kept> {
    const kept = await lock.run(SETTINGS_LOCK, async () => {
      const before = await chosen((await sealed()).settings);
      return keepInBoth(
        false,
        () => writeLists({ on: withSite(before.on, origin), asked: withSite(before.asked, origin) }),
        seal(({ automaticSites, submitSites }) => ({
          automaticSites: withSite(automaticSites, origin),
          // A site that is allowed anew begins like all others.
          submitSites: before.on.includes(origin) ? submitSites : withoutSite(submitSites, origin),
        })),
      );
    });
    await reconcile();
    return kept;
  }

  const markAsked = (origin: string): Promise<void> =>
    lock.run(SETTINGS_LOCK, async () => {
      const before = await lists();
      await writeLists({ ...before, asked: withSite(before.asked, origin) });
    });

  return {
    reconcile,
    /** Whether codes may be filled by themselves at an exact origin: never while the vault is locked. */
    async allows(origin: string): Promise<boolean> {
      const held = await sealed();
      return held.open && isChosen(origin, held.settings);
    },
    /** Whether an exact origin's pages may be looked at by themselves, which a locked vault allows too. */
    watches: async (origin: string): Promise<boolean> => isChosen(origin, (await sealed()).settings),
    isShared,
    /** Keeps whether others use this computer too; the chosen sites wait, and come back with the other answer. */
    async setShared(shared: boolean): Promise<Kept> {
      const kept = await lock.run(SETTINGS_LOCK, () =>
        keepInBoth(
          shared,
          () => storage.write({ [CLEAR.sharedComputer]: shared }),
          seal(() => ({ sharedComputer: shared })),
        ),
      );
      await reconcile();
      return kept;
    },
    /** The exact origins where codes are filled by themselves now; none where others use this computer too, or while the vault is locked. */
    async list(): Promise<readonly string[]> {
      const { open, settings } = await sealed();
      return !open || (await isSharedBy(settings)) ? [] : (await chosen(settings)).on;
    },
    /** What the popup shows at an origin. */
    async stateOf(origin: string): Promise<AutomaticState> {
      const { settings } = await sealed();
      if (await isSharedBy(settings)) return 'off';
      const { on, asked } = await chosen(settings);
      if (on.includes(origin)) return 'on';
      return asked.includes(origin) || !isFillableOrigin(origin) ? 'off' : 'offer';
    },
    /** The customer pressed *fill by itself here*; the browser's own question comes next, so the wish is kept first. */
    async want(origin: string, tabId: number): Promise<Kept> {
      if (!isFillableOrigin(origin) || (await isShared())) return ok(null);
      await session.set({ [WANTED]: { origin, tabId, untilUnixMs: clock.nowUnixMs() + WISH_LIFE_MS } });
      await markAsked(origin);
      return this.settle();
    },
    /** The customer pressed *not now*: the site is not offered again. */
    decline: (origin: string): Promise<void> => markAsked(origin),
    /** Switches the wanted site on once the browser grants it and the vault is open, and starts the watcher in its open tab. */
    async settle(): Promise<Kept> {
      const wanted = await session.get(WANTED);
      if (!isRecord(wanted)) return ok(null);
      const { origin, tabId, untilUnixMs } = wanted;
      // A grant that comes much later was given for another reason.
      const over = typeof untilUnixMs !== 'number' || clock.nowUnixMs() > untilUnixMs;
      if (over || (await isShared())) return session.remove([WANTED]).then(() => ok(null));
      if (typeof origin !== 'string' || typeof tabId !== 'number') return ok(null);
      // What a locked vault cannot seal waits until it is open.
      if (!(await permissions.contains(origin)) || !(await sealed()).open) return ok(null);
      await session.remove([WANTED]);
      const kept = await allow(origin);
      if (!kept.ok) return err('not-saved');
      await permissions.inject(tabId);
      return kept;
    },
    /** Switches a site off, its button too, and gives its grant back unless another chosen origin needs the same one. */
    async stop(origin: string): Promise<Kept> {
      const kept = await lock.run(SETTINGS_LOCK, async () => {
        const before = await lists();
        return keepInBoth(
          true,
          () => writeLists({ ...before, on: withoutSite(before.on, origin) }),
          seal(({ automaticSites, submitSites }) => ({
            automaticSites: withoutSite(automaticSites, origin),
            submitSites: withoutSite(submitSites, origin),
          })),
        );
      });
      const { on } = await chosen((await sealed()).settings);
      if (!withoutSite(on, origin).some((other) => permissions.grantOf(other) === permissions.grantOf(origin)))
        await permissions.remove(origin);
      await reconcile();
      return kept;
    },
  };
}

/** The sites where codes are filled by themselves. */
export type AutomaticSites = ReturnType<typeof createAutomaticSites>;
