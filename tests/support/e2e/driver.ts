import type { Page } from 'puppeteer-core';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { Popup } from './popup.ts';

/** The browsers that the same specs run in. */
export const browsers = ['chromium', 'firefox'] as const;

/** One of them. */
export type BrowserName = (typeof browsers)[number];

/** The extension's commands and menu entries. */
export type Press = 'fill-code' | 'add-from-page' | 'lock-vault';

/** How a browser is started. */
export type LaunchOptions = {
  /** A profile folder that outlives the browser; a fresh one that goes with it when left out. */
  readonly profile?: string;
  /** Where the browser puts downloads. */
  readonly downloads?: string;
  /** Match patterns that a copy of the build has as host permissions: Chromium's question cannot be answered headless. */
  readonly granted?: readonly string[];
  /** Allows the extension in private windows (Firefox). */
  readonly privateWindows?: boolean;
  /** Whether a display is used; without, the browser is headless. */
  readonly display?: string;
};

/** A running browser with the built extension, its first-run tab put away. */
export type Driver = {
  readonly newPage: () => Promise<Page>;
  /** A page in a private window; only with `privateWindows`. */
  readonly newPrivatePage: () => Promise<Page>;
  /** Presses the toolbar button on a page, as a customer does, and gives the popup that opens. */
  readonly pressToolbar: (page: Page) => Promise<Popup>;
  /** The popup in a window of its own, which a command opens where there is no toolbar. */
  readonly popupWindow: () => Promise<Popup>;
  /**
   * Presses a keyboard command on a page. Firefox: the browser's own key. Chromium: no input over CDP reaches it, so the
   * grant comes from the toolbar button and the real listener is called.
   */
  readonly pressCommand: (page: Page, command: Press) => Promise<void>;
  /** Opens the context menu of an element and takes an entry; in Chromium with the same borrowed grant. */
  readonly pressMenu: (page: Page, selector: string, item: Press) => Promise<void>;
  /** Says yes to the browser's question about a site; nothing to do where the manifest granted it. */
  readonly allowSite: () => Promise<void>;
  /** The sign on the toolbar button of the active tab. */
  readonly badge: () => Promise<string>;
  /** Evaluates an expression in the background and gives its JSON value. */
  readonly evaluateInBackground: (expression: string) => Promise<unknown>;
  /** Ends the service worker or the event page; the next event starts it anew. */
  readonly stopBackground: () => Promise<void>;
  /** Ends the browser at once, as a power cut does. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Starts a browser with the built extension. */
export const launch = (browser: BrowserName, options: LaunchOptions = {}): Promise<Driver> =>
  browser === 'chromium' ? launchChromium(options) : launchFirefox(options);
