/**
 * What a script of ours left in the world that it has in a page; an element that the page calls so, which Chromium would find there
 * (HTML §7.2.2.3), is none of it.
 */
export const leftHere = <K extends keyof typeof globalThis>(name: K): (typeof globalThis)[K] | undefined =>
  Object.hasOwn(globalThis, name) ? globalThis[name] : undefined;
