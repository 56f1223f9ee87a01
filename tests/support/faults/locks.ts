import { performance } from 'node:perf_hooks';
import { until } from '../e2e/until.ts';
import type { OpenProfile } from './open-profile.ts';
import { inBackground } from './open-profile.ts';
import { type Key, kdf, newKey, stateOf, unlock } from './vault-acts.ts';

const SESSION = 'vault.session';
const LATEST_MS = 1000;

const isKeyHeld = ({ evaluate }: OpenProfile): Promise<unknown> =>
  evaluate(`chrome.storage.session.get('${SESSION}').then((all) => '${SESSION}' in all)`);

/** Requests that would give something away. */
const telling = [
  { kind: 'list-entries', tabId: 0, most: 10 },
  { kind: 'export-backup', kdf, kekBase64: newKey().kekBase64, proof: null },
  { kind: 'list-removed' },
] as const;

/**
 * Lets the deadline pass while the background sleeps, and asks for something secret before anything else. No clock can be moved from
 * outside: the deadline is.
 * @returns what is wrong
 */
export async function sleepPastDeadline(open: OpenProfile, key: Key, run: number): Promise<readonly string[]> {
  await unlock(open.ask, key);
  await open.driver.stopBackground();
  await open.evaluate(`chrome.storage.session.get('${SESSION}').then(({ '${SESSION}': held }) =>
    chrome.storage.session.set({ '${SESSION}': { ...held, deadlineUnixMs: Date.now() - 1, lastUsedUnixMs: Date.now() - 60_000 } }))`);
  const request = telling[run % telling.length] ?? telling[0];
  const answer = await open.ask(request);
  const faults = answer.kind === 'failed' && answer.reason === 'locked' ? [] : [`${request.kind}: ${answer.kind}`];
  return (await isKeyHeld(open)) === false ? faults : [...faults, 'the key is still held'];
}

/**
 * Tells the background that the computer is idle, or its screen locked, through the browser's own event: no headless browser can be made
 * to find that out. Says what is wrong.
 */
export async function goIdle(open: OpenProfile, key: Key, state: 'idle' | 'locked'): Promise<readonly string[]> {
  await unlock(open.ask, key);
  const startMs = performance.now();
  await inBackground(open, `chrome.idle.onStateChanged.dispatch('${state}')`);
  await until('the key is forgotten', async () => (await isKeyHeld(open)) === false);
  const tookMs = performance.now() - startMs;
  const faults = tookMs <= LATEST_MS ? [] : [`${state}: locked after ${Math.round(tookMs)} ms`];
  return (await stateOf(open.ask)) === 'locked' ? faults : [...faults, `${state}: not locked`];
}
