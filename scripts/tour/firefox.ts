import puppeteer, { type Browser } from 'puppeteer-core';
import { type Driver, type LaunchOptions, tourViewport } from './driver.ts';
import { openChromeContext } from './firefox-chrome-context.ts';
import { type Surface, until } from './surface.ts';

// Extension pages and the toolbar are outside WebDriver BiDi's tabs, so the browser's own window is asked to reach them.
const firstRunBrowser =
  "[...gBrowser.tabs].map((tab) => tab.linkedBrowser).find((one) => one.currentURI.spec.endsWith('/first-run.html'))";

const extensionOf = (id: string): string => `WebExtensionPolicy.getByID(${JSON.stringify(id)})?.extension`;
const popupBrowser = (id: string): string =>
  `[...(${extensionOf(id)}?.views ?? [])].find((view) => view.viewType === 'popup')?.xulBrowser`;

const triggerToolbar = (id: string): string => `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  await ExtensionParent.apiManager.global.browserActionFor(${extensionOf(id)}).triggerAction(window);
  return true;`;

// The page's policy forbids eval, so the expression is part of the script itself and sees the page as `document`.
const frameScript = (expression: string): string =>
  `(() => { const { document } = content; sendAsyncMessage('doorcode-tour', JSON.stringify(${expression}) ?? 'null'); })()`;

const evaluateIn = (found: string, expression: string): string => `
  const messages = (${found}).messageManager;
  return await new Promise((resolve) => {
    const answer = ({ data }) => {
      messages.removeMessageListener('doorcode-tour', answer);
      resolve(data);
    };
    messages.addMessageListener('doorcode-tour', answer);
    messages.loadFrameScript('data:,' + encodeURIComponent(${JSON.stringify(frameScript(expression))}), false);
  });`;

const pictureOf = (found: string): string => `
  const drawn = ${found};
  const { width, height } = drawn.getBoundingClientRect();
  const bitmap = await drawn.browsingContext.currentWindowGlobal.drawSnapshot(new DOMRect(0, 0, width, height), 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png');`;

/** Starts Firefox, ready to be asked about its own window. */
export const launchFirefox = (options: LaunchOptions): Promise<Browser> =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executablePath,
    headless: options.headless,
    userDataDir: options.profileFolder,
    env: { ...process.env, TMPDIR: options.temporaryFolder },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    defaultViewport: options.headless ? (options.viewport ?? tourViewport) : null,
    // An offer to keep the demonstration's password would cover the very page that is shown.
    extraPrefsFirefox: { 'signon.rememberSignons': false },
    args: ['--remote-allow-system-access'],
  });

/** Installs the extension for this session and takes the browser in hand. */
export async function driveFirefox(browser: Browser, extensionFolder: string): Promise<Driver> {
  const id = await browser.installExtension(extensionFolder);
  const chrome = await openChromeContext(browser);
  // The window's own first tab: a blank one beside the two that matter would say nothing.
  const [page = await browser.newPage()] = await browser.pages();
  const surface = (found: string, close: string): Surface => ({
    async evaluate(expression) {
      return JSON.parse(await chrome(evaluateIn(found, expression)));
    },
    async picture() {
      const dataUrl = await chrome(pictureOf(found));
      return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
    },
    close: async () => void (await chrome(`${close}; return '';`)),
  });
  const appear = (what: string, found: string) =>
    until(what, async () => (await chrome(`return String(!!(${found}))`)) === 'true');
  return {
    name: (await browser.version()).replace(/^firefox\//i, 'Firefox '),
    browser,
    page,
    async firstRun() {
      await appear('The first-run tab', firstRunBrowser);
      return surface(firstRunBrowser, `gBrowser.removeTab(gBrowser.getTabForBrowser(${firstRunBrowser}))`);
    },
    async pressToolbar() {
      await page.bringToFront();
      await chrome(triggerToolbar(id));
      const popup = popupBrowser(id);
      await appear('The popup', popup);
      return surface(popup, `${popup}?.closest('panel')?.hidePopup()`);
    },
  };
}
