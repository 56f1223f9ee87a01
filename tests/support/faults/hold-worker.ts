/** Whether the background is held before a call of the browser's takes effect, or once it has and before it says so. */
export type Moment = 'before' | 'after';

// IndexedDB tells by events, which cannot be held after: a background that ends between them is what the kills are for.
const wrapped = `[
  [chrome.storage.local, ['get', 'set']],
  [chrome.storage.session, ['get', 'set', 'remove']],
  [navigator.locks, ['request']],
  [crypto.subtle, ['encrypt', 'decrypt', 'importKey', 'deriveBits', 'deriveKey', 'digest', 'sign']],
]`;

/**
 * Holds the background at the n-th call that it waits for, counted from 1 and from now; 0 never holds, and counts. A call that fails
 * has an end too. To be evaluated in the service worker: it takes calls of the browser away from the extension there, until the worker ends. `heldAt` resolves when it holds.
 */
export const holdAt = (call: number, moment: Moment): string => `(() => {
  const never = new Promise(() => {});
  let hold;
  globalThis.heldAt = new Promise((resolve) => { hold = () => { resolve(true); return never; }; });
  globalThis.callsMade = 0;
  const isHeld = () => (globalThis.callsMade += 1) === ${call};
  for (const [owner, names] of ${wrapped})
    for (const name of names) {
      const real = owner[name].bind(owner);
      owner[name] = (...given) => {
        if (!isHeld()) return real(...given);
        return ${moment === 'before' ? 'hold()' : 'real(...given).then(hold, hold)'};
      };
    }
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = (...given) => {
    if (!isHeld()) return open(...given);
    hold();
    return {};
  };
  return true;
})()`;
