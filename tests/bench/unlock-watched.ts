import { kdf } from './seeded-browser.ts';

/** An expression that derives the key of a passphrase in the Worker of the extension, in base64. */
export const derive = (passphrase: string): string => `new Promise((resolve) => {
  const worker = new Worker('/kdf.js');
  worker.onmessage = ({ data }) => { worker.terminate(); resolve(data); };
  worker.postMessage(${JSON.stringify({ passphrase, kdf })});
})`;

/**
 * An expression that opens the vault as the popup does, a Worker derives and the background opens, while it notes the longest gap between
 * frames and the slowest answer of the background; it locks the vault again.
 */
export const unlockWatched = (slotId: string, passphrase: string): string => `(async () => {
  const { runtime } = globalThis.browser ?? globalThis.chrome;
  const longest = { gap: 0, ping: 0 };
  let last = null;
  let watching = true;
  const look = (now) => {
    if (last !== null) longest.gap = Math.max(longest.gap, now - last);
    last = now;
    if (watching) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const idleGap = longest.gap;
  longest.gap = 0;
  const asking = (async () => {
    while (watching) {
      const startMs = performance.now();
      await runtime.sendMessage({ kind: 'settings' });
      longest.ping = Math.max(longest.ping, performance.now() - startMs);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  const startMs = performance.now();
  const kekBase64 = await ${derive(passphrase)};
  const derivation = performance.now() - startMs;
  const { kind } = await runtime.sendMessage({ kind: 'unlock-with-key', slotId: ${JSON.stringify(slotId)}, kekBase64, better: null });
  const whole = performance.now() - startMs;
  watching = false;
  await asking;
  await runtime.sendMessage({ kind: 'lock' });
  return { kind, whole, derivation, idleGap, ...longest };
})()`;
