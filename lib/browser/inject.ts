import { browser } from 'wxt/browser';
import { inTime } from './in-time.ts';
import { oncePermitted } from './once-permitted.ts';

type Injected<T> = { readonly frameId: number; readonly documentId?: string; readonly result?: T };
/** The documents of a tab. */
export type Target = { tabId: number; allFrames?: boolean; documentIds?: string[]; frameIds?: number[] };
type Script<T> = { files: string[] } | { func: (...args: never[]) => T; args: readonly unknown[] };

/** How long a page is waited for that nobody pressed for, in milliseconds: a busy one must not keep the popup from showing codes. */
export const LOOK_PATIENCE_MS = 1_500;
/** Somebody pressed and sees that it is under way: a slow computer must not be told that the page is gone. */
export const PRESSED_PATIENCE_MS = 10_000;

/** Runs a function in documents of a tab; rejects where the browser does not let us into any. */
async function execute<T>(
  target: Target,
  script: Script<T>,
  patienceMs: number,
): Promise<readonly Injected<Awaited<T>>[]> {
  const running = browser.scripting.executeScript({ target, injectImmediately: true, ...script } as never);
  return JSON.parse(JSON.stringify(await inTime(running, patienceMs, [])));
}

/** Runs a function in documents of a tab; frames out of reach are skipped by the browser, a lost grant gives an empty list. */
export const inject = <T>(target: Target, script: Script<T>, patienceMs = LOOK_PATIENCE_MS) =>
  execute(target, script, patienceMs).catch(() => []);

/** `inject` in the instant of a press: asks again where the grant of the press was not there yet. */
export const injectOnPress = <T>(target: Target, script: Script<T>) =>
  oncePermitted(() => execute(target, script, PRESSED_PATIENCE_MS)).catch(() => []);
