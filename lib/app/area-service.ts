import type { RequestOf } from '../messages/protocol.ts';
import { isRecord } from '../vault/shape.ts';
import type { FoundStore } from './found-store.ts';
import { isFillableOrigin } from './origin.ts';
import { failed, type PageAnswer } from './page-answers.ts';
import { isStillShown, type Pages } from './page-ports.ts';
import type { Clock, SessionStore } from './vault-ports.ts';

type Waiting = {
  readonly picture: string;
  readonly origin: string | null;
  readonly tabId: number;
  readonly atUnixMs: number;
};

/** Our own page opens at once; a picture that nobody took by then is given to nobody. */
const PICTURE_LIFE_MS = 60_000;

/** The name that the site of the picture which a page of ours shows is kept under. */
export const areaOn = (tabId: number): string => `area.${tabId}`;

/** The page whose picture our own page in a tab was given, by its exact origin, which is null for one of no site; null for no page. */
export async function areaPage(
  session: SessionStore,
  tabId: number,
): Promise<{ readonly origin: string | null } | null> {
  const kept = await session.get(areaOn(tabId));
  if (!isRecord(kept)) return null;
  return { origin: typeof kept.origin === 'string' ? kept.origin : null };
}

/** The exact origin whose picture our own page in a tab was given; null where it was given none, or one of no site. */
export const areaSite = async (session: SessionStore, tabId: number): Promise<string | null> =>
  (await areaPage(session, tabId))?.origin ?? null;

/**
 * Hands the picture of a visible tab to our own page, where the customer shows the place of the code. The picture lies in this
 * variable only, as memory for a session has no room for it, and goes with the handing over. Whose picture it is, the browser
 * says, before it is taken and after.
 */
export function createAreaService(ports: {
  readonly pages: Pick<Pages, 'topDocument'>;
  /** The picture of a tab as a data URL; null where it is not in front, or without the grant of a press. */
  readonly pictureOf: (tabId: number) => Promise<string | null>;
  readonly session: SessionStore;
  readonly found: Pick<FoundStore, 'drop'>;
  readonly clock: Clock;
}) {
  const { pages, pictureOf, session, found, clock } = ports;
  let waiting: Waiting | null = null;

  return {
    async take({ tabId }: RequestOf<'take-area'>): Promise<PageAnswer> {
      waiting = null;
      const before = await pages.topDocument(tabId, 'press');
      const picture = await pictureOf(tabId);
      const after = await pages.topDocument(tabId, 'press');
      if (picture === null) return failed('no-picture');
      // A picture of one site must not give an account to the next.
      if (!isStillShown(before, after)) return failed('moved-on');
      const origin = after !== null && isFillableOrigin(after.origin) ? after.origin : null;
      waiting = { picture, origin, tabId, atUnixMs: clock.nowUnixMs() };
      return { kind: 'done' };
    },
    /** The picture that waits, for our own page in a tab; a second time there is none. */
    async give({ tabId }: RequestOf<'give-area'>): Promise<PageAnswer> {
      const given = waiting;
      waiting = null;
      const age = given === null ? 0 : clock.nowUnixMs() - given.atUnixMs;
      if (given === null || age < 0 || age > PICTURE_LIFE_MS) return { kind: 'area', picture: null, fromTabId: null };
      // What was read before came from elsewhere.
      await found.drop(tabId);
      await session.set({ [areaOn(tabId)]: { origin: given.origin } });
      return { kind: 'area', picture: given.picture, fromTabId: given.tabId };
    },
    /** What our own page in a tab reads from now on belongs to no site; what it read of a page before waits no longer. */
    async drop({ tabId }: RequestOf<'drop-area'>): Promise<PageAnswer> {
      if ((await areaPage(session, tabId)) !== null) await found.drop(tabId);
      await session.remove([areaOn(tabId)]);
      return { kind: 'done' };
    },
    /** Drops a picture that nobody took. */
    forget(): void {
      waiting = null;
    },
  };
}

/** Pictures of visible tabs on their way to our own page. */
export type AreaService = ReturnType<typeof createAreaService>;
