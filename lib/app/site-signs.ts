import type { Entry } from '../vault/entry.ts';
import type { AutomaticSites } from './automatic-sites.ts';
import { type Badge, isQuiet } from './badge.ts';
import { isPortalAllowed } from './policies.ts';
import type { PolicySource } from './policy-source.ts';
import { createTurns } from './turns.ts';
import type { VaultRepository } from './vault-repository.ts';

/** The toolbar button, tab by tab. */
export type Toolbar = {
  /** The sign that a tab's button shows; null for a tab that is gone. */
  readonly shown: (tabId: number) => Promise<Badge | null>;
  readonly show: (tabId: number, badge: Badge) => Promise<void>;
};

/** What telling of the site in a tab needs from its surroundings. */
export type SiteSignPorts = {
  readonly vault: Pick<VaultRepository, 'read'>;
  readonly sites: Pick<AutomaticSites, 'watches'>;
  readonly policies: Pick<PolicySource, 'now'>;
  readonly toolbar: Toolbar;
  /** The open tabs. */
  readonly tabs: () => Promise<readonly number[]>;
  /** The exact origin that a tab shows, as the browser tells it of sites that it grants; null elsewhere. */
  readonly originOf: (tabId: number) => Promise<string | null>;
};

/** What is said of a site with these accounts; one that the customer keeps unconfirmed is like any other. */
export function siteSign(entries: readonly Entry[], origin: string): Badge {
  const here = entries.filter(({ origins, state }) => origins.includes(origin) && state !== 'stale');
  if (here.some(({ state, keptUnconfirmed }) => state === 'pending' && keptUnconfirmed !== true)) return 'pending';
  return here.length > 0 ? 'ready' : 'none';
}

/**
 * Says on the button of each tab whether an account of its site is here, while nothing there asks for a press: on sites that the
 * customer, and the organisation, allowed, and while Doorcode is open. That is no use of the vault.
 */
export function createSiteSigns({ vault, sites, policies, toolbar, tabs, originOf }: SiteSignPorts) {
  // One sign after the other on a tab: what asks for a press must not be covered by what was looked up before it.
  const turns = createTurns<number>();

  async function signAt(origin: string | null): Promise<Badge> {
    if (origin === null || !(await sites.watches(origin))) return 'none';
    if (!isPortalAllowed(await policies.now(), origin)) return 'none';
    const content = await vault.read({ use: false });
    return content.ok ? siteSign(content.value.entries, origin) : 'none';
  }

  async function renewNow(tabId: number): Promise<void> {
    const shown = await toolbar.shown(tabId);
    if (shown === null || !isQuiet(shown)) return;
    const origin = await originOf(tabId);
    const sign = await signAt(origin);
    if (sign !== shown) await toolbar.show(tabId, sign);
    // The tab may have gone elsewhere meanwhile, where the browser had nothing to take off yet.
    if (sign !== 'none' && (await originOf(tabId)) !== origin) await toolbar.show(tabId, 'none');
  }

  /** Looks anew at what a tab's button says of its site. */
  const renew = (tabId: number): Promise<void> => turns.after(tabId, () => renewNow(tabId));

  async function everywhere(): Promise<void> {
    await Promise.all((await tabs()).map(renew));
  }

  const hide = (tabId: number, badges: readonly Badge[]): Promise<void> =>
    turns.after(tabId, async () => {
      const shown = await toolbar.shown(tabId);
      if (shown !== null && badges.includes(shown)) await toolbar.show(tabId, 'none');
      await renewNow(tabId);
    });

  let running: Promise<void> | null = null;
  let again = false;

  return {
    renew,
    /** Looks anew in all tabs; what is asked meanwhile is one more look. */
    async renewAll(): Promise<void> {
      again = true;
      running ??= (async () => {
        while (again) {
          again = false;
          // Nobody waits for a sign, and what failed, as where storage was not to be read, is looked at again with the next news.
          await everywhere().catch(() => undefined);
        }
      })().finally(() => {
        running = null;
      });
      await running;
    },
    /** Puts a sign on a tab's button; where that takes one away, the site's own is next. */
    show: (tabId: number, badge: Badge): Promise<void> =>
      turns.after(tabId, async () => {
        await toolbar.show(tabId, badge);
        if (badge === 'none') await renewNow(tabId);
      }),
    /** Takes one of some signs off a tab's button; what stands there for another reason stays. */
    hide,
    /** Likewise in all tabs. */
    async hideAll(badges: readonly Badge[]): Promise<void> {
      await Promise.all((await tabs()).map((tabId) => hide(tabId, badges)));
    },
  };
}

/** What the toolbar button says of the site in each tab. */
export type SiteSigns = ReturnType<typeof createSiteSigns>;
