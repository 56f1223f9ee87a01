import { setTimeout as pause } from 'node:timers/promises';

/** How long a condition is waited for, in milliseconds: far longer than it takes, for a computer that is busy. */
export const PATIENCE_MS = 30_000;

/**
 * Asks again and again until the answer is true; also works in hooks, where vitest's own poll does not.
 * Throws a sentence with what was waited for after `timeoutMs`.
 */
export async function until(what: string, ask: () => Promise<unknown>, timeoutMs = PATIENCE_MS): Promise<void> {
  const endMs = performance.now() + timeoutMs;
  while ((await ask()) !== true) {
    if (performance.now() > endMs) throw new Error(`waited ${timeoutMs / 1000} s in vain: ${what}`);
    await pause(40);
  }
}
