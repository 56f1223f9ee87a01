import type { Page } from 'puppeteer-core';
import type { OwnPage } from '../../../lib/app/own-page.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { Popup } from './popup.ts';
import { shared } from './shared-browsers.ts';

/** The browsers that the same specs run in. */
export const browsers = ['chromium', 'firefox'] as const;

/** One of them. */
export type BrowserName = (typeof browsers)[number];

/** The extension's commands and menu entries. */
export type Press = 'fill-code' | 'add-from-page' | 'add-picture' | 'add-link' | 'lock-vault';

/** How a browser is started. */
export type LaunchOptions = {
  /** A profile folder that outlives the browser; a fresh one that goes with it when left out. */
  readonly profile?: string;
  /** Where the browser puts downloads. */
  readonly downloads?: string;
  /**
   * Match patterns of sites that the extension may reach. Chromium's question cannot be answered headless: a copy of the
   * build has them as host permissions. In Firefox they are given as on the browser's page about the extension.
   * For Chromium also permissions by their names, likewise.
   */
  readonly granted?: readonly string[];
  /** Permissions that are taken out of a copy of the build (Chromium). */
  readonly without?: readonly string[];
  /** Allows the extension in private windows (Firefox). */
  readonly privateWindows?: boolean;
  /** A film (YUV4MPEG2) that the camera shows, which then asks nobody (Chromium). */
  readonly camera?: string;
  /** Leaves the first-run tab open, as a customer finds it after installing. */
  readonly firstRun?: boolean;
  /** The home folder, in which an organisation's settings may lie (Firefox). */
  readonly home?: string;
  /** The tag of the browser's own language; English when left out. */
  readonly language?: string;
  /** Rules by which names of sites are resolved, as in its `--host-resolver-rules` (Chromium). */
  readonly hosts?: string;
  /** Names that lead to this computer, by certificates that nobody has vouched for. */
  readonly ownHosts?: readonly string[];
  /** A script that runs in the background before the extension's own (Chromium). */
  readonly before?: string;
  /** Whether a display is used; without, the browser is headless. */
  readonly display?: string;
};

/** A running browser with the built extension, its first-run tab put away unless asked for. */
export type Driver = {
  readonly newPage: () => Promise<Page>;
  /** A page in a window of its own. */
  readonly newWindow: () => Promise<Page>;
  /** A page in a private window; only with `privateWindows`. */
  readonly newPrivatePage: () => Promise<Page>;
  /** Presses the toolbar button on a page, as a customer does, and gives the popup that opens. */
  readonly pressToolbar: (page: Page) => Promise<Popup>;
  /** The popup that a command opened at the toolbar button. */
  readonly openedPopup: () => Promise<Popup>;
  /** The popup in a window of its own, which a command opens where there is no toolbar. */
  readonly popupWindow: () => Promise<Popup>;
  /** The panel beside the pages, once it is open. */
  readonly panel: () => Promise<Popup>;
  /** A page of the extension's own that it opened in a tab. */
  readonly ownPage: (path: OwnPage) => Promise<Popup>;
  /**
   * Presses a keyboard command on a page. Firefox: the browser's own key. Chromium: no input over CDP reaches it, so the
   * grant comes from the toolbar button and the real listener is called.
   */
  readonly pressCommand: (page: Page, command: Press) => Promise<void>;
  /** Opens the context menu of an element and takes an entry; in Chromium with the same borrowed grant. */
  readonly pressMenu: (page: Page, selector: string, item: Press) => Promise<void>;
  /** Gives the extension the sites of the `granted` option; nothing to do where the manifest granted them. */
  readonly giveSites: (patterns: readonly string[]) => Promise<void>;
  /** Says yes to the browser's question about a site; nothing to do where the manifest granted it. */
  readonly allowSite: () => Promise<void>;
  /** Says no to it (Firefox). */
  readonly declineSite: () => Promise<void>;
  /** Sets whether popups open in the turn of a press alone, as a setting of the browser may want it (Firefox). */
  readonly wantGesture: (wanted: boolean) => Promise<void>;
  /** What the clipboard holds; Chromium asks an open popup. */
  readonly clipboard: (popup: Popup) => Promise<string>;
  /** The sign on the toolbar button of the active tab. */
  readonly badge: () => Promise<string>;
  /** Evaluates an expression in the background and gives its JSON value. */
  readonly evaluateInBackground: (expression: string) => Promise<unknown>;
  /** Ends the service worker or the event page; the next event starts it anew. */
  readonly stopBackground: () => Promise<void>;
  /** Puts the extension anew in its own place while pages are open, as an update does. */
  readonly update: () => Promise<void>;
  readonly processId: number;
  /** Ends the browser at once, as a power cut does. */
  readonly kill: () => Promise<void>;
  /** Makes the browser what it was when it had started: no pages, no cookies, no allowed sites, an extension that knows nothing. */
  readonly reset: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Gives a browser with the built extension: one that a spec before has closed, where the options leave nothing behind. */
export async function launch(browser: BrowserName, { granted = [], ...options }: LaunchOptions = {}): Promise<Driver> {
  if (browser === 'chromium') return shared(browser, { ...options, granted }, launchChromium);
  const driver = await shared(browser, options, launchFirefox);
  await driver.giveSites(granted);
  return driver;
}
