import { browser } from 'wxt/browser';
import { inTime } from './in-time.ts';

type Injected<T> = { readonly frameId: number; readonly documentId?: string; readonly result?: T };
type Target = { tabId: number; allFrames?: boolean; documentIds?: string[]; frameIds?: number[] };
type Script<T> = { files: string[] } | { func: (...args: never[]) => T; args: readonly unknown[] };

/** How long a page is waited for that nobody pressed for, in milliseconds: a busy one must not keep the popup from showing codes. */
export const LOOK_PATIENCE_MS = 1_500;
/** Somebody pressed and sees that it is under way: a slow computer must not be told that the page is gone. */
export const PRESSED_PATIENCE_MS = 10_000;
// Chromium gives the press first and the grant that comes with it up to some milliseconds later (seen on two busy cores).
const GRANT_COMES_WITHIN_MS = [0, 20, 100];

/** Runs a function in documents of a tab; frames out of reach are skipped by the browser, a lost grant gives an empty list. */
export async function inject<T>(
  target: Target,
  script: Script<T>,
  patienceMs = LOOK_PATIENCE_MS,
): Promise<readonly Injected<Awaited<T>>[]> {
  try {
    const running = browser.scripting.executeScript({ target, injectImmediately: true, ...script } as never);
    return JSON.parse(JSON.stringify(await inTime(running, patienceMs, [])));
  } catch {
    return [];
  }
}

/** `inject` in the instant of a press: asks again where the grant of the press was not there yet. */
export async function injectOnPress<T>(target: Target, script: Script<T>): Promise<readonly Injected<Awaited<T>>[]> {
  for (const waitMs of GRANT_COMES_WITHIN_MS) {
    const injected = await inject(target, script, PRESSED_PATIENCE_MS);
    if (injected.length > 0) return injected;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  return [];
}
