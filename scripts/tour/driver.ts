import type { Browser, Page } from 'puppeteer-core';
import type { Surface } from './surface.ts';

/** A browser with the extension in it. */
export type Driver = {
  /** The browser's name and version, for people. */
  readonly name: string;
  readonly browser: Browser;
  /** The tab that the customer works in. */
  readonly page: Page;
  /** The tab that the extension opened by itself when it was installed. */
  readonly firstRun: () => Promise<Surface>;
  /** Presses the toolbar button while the customer's tab is in front, and gives the popup that opens. */
  readonly pressToolbar: () => Promise<Surface>;
};

/** How to start a browser. */
export type LaunchOptions = {
  readonly executablePath: string;
  readonly extensionFolder: string;
  readonly profileFolder: string;
  /** Where the browser puts its own temporary files. */
  readonly temporaryFolder: string;
  readonly headless: boolean;
  /** The size of a window without a display, in CSS pixels; the tour's when absent. */
  readonly viewport?: Viewport;
};

/** A size in CSS pixels. */
export type Viewport = { readonly width: number; readonly height: number };

/** The size of a window without a display, in CSS pixels. */
export const tourViewport: Viewport = { width: 960, height: 720 };
