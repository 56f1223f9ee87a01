import { INTENT_LIFE_MS } from '../app/add-intents.ts';
import type { Pointed } from '../app/press-service.ts';
import { injectOnPress, PRESSED_PATIENCE_MS } from './inject.ts';
import type {} from './scan-tab.ts';
import { vouchedOrigins } from './vouched-origins.ts';

/** Tells the scanner of a frame which picture the next scan is about. */
export async function pointAtPicture(tabId: number, { address, frameId }: Pointed): Promise<void> {
  await injectOnPress(
    { tabId, frameIds: [frameId] },
    {
      func: (of: string, lifeMs: number) => {
        globalThis.doorcodePointed = { address: of, untilMs: performance.now() + lifeMs };
      },
      args: [address, INTENT_LIFE_MS],
    },
  );
}

/** The exact origin of the document that a link stands in, as the browser vouches for it; null where the press does not reach it. */
export async function originAround(tabId: number, { frameId }: Pointed): Promise<string | null> {
  const target = { tabId, frameIds: [frameId] };
  const [injected] = await injectOnPress(target, { func: () => self.origin, args: [] });
  const { result: origin, documentId = '' } = injected ?? {};
  if (origin === undefined || origin === 'null') return null;
  const vouched = await vouchedOrigins(tabId, [documentId], PRESSED_PATIENCE_MS);
  return vouched.get(documentId) === origin ? origin : null;
}
