import type { PopupPorts } from '../../../entrypoints/popup/ports.ts';
import { usualHabits } from '../../../lib/app/habits.ts';

const never = <T>(): Promise<T> => new Promise(() => undefined);

/** Ports of a popup beside a page that never answers, in a browser that does nothing; a test gives the ones that it is about. */
export const inertPorts: Omit<PopupPorts, 'ask'> = {
  tabId: 1,
  nowUnixMs: () => 0,
  derive: never,
  random: (count) => new Uint8Array(count),
  readDom: never,
  markPlace: never,
  readScreenshot: never,
  readSecurityLinks: never,
  openHere: async () => undefined,
  openOwnPage: async () => undefined,
  copies: null,
  saveFile: () => undefined,
  requestSite: never,
  habits: { chosen: usualHabits, keep: async () => undefined },
  copyCode: never,
  copyText: never,
  openPanel: null,
  clearing: { isAllowed: never, allow: never, stop: never },
  readShortcuts: never,
  changeShortcuts: never,
  isPanel: false,
  afterPaint: never,
};
