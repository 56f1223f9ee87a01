import puppeteer, { type Browser, type KeyInput, type Page } from 'puppeteer-core';
import { requireChromium } from '../browsers.ts';
import { networkOfRun } from './browsers-of-run.ts';
import { builtExtension } from './built-extension.ts';
import type { Driver, LaunchOptions } from './driver.ts';
import { forgetEverything } from './forget-everything.ts';
import { killBrowser } from './kill-browser.ts';
import { type Popup, popupOver } from './popup.ts';
import { until } from './until.ts';

const isKey = (key: string): key is KeyInput => key.length > 0;

/** The middle of the element that an expression gives, in the window. */
async function middleOf(page: Page, element: string): Promise<readonly [x: number, y: number]> {
  const middle = await page.evaluate(`(() => {
    const { x, y, width, height } = ${element}.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  })()`);
  const [x = 0, y = 0] = Array.isArray(middle) ? middle.map(Number) : [];
  return [x, y];
}

const popupIn = (page: Page): Popup =>
  popupOver({
    evaluate: (expression) => page.evaluate(expression),
    async click(element) {
      const middle = await page.evaluate(`(() => {
        const element = ${element};
        element.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = element.getBoundingClientRect();
        globalThis.pressed = false;
        element.addEventListener('click', () => { globalThis.pressed = true; }, { capture: true, once: true });
        return [x + width / 2, y + height / 2];
      })()`);
      const [x, y] = Array.isArray(middle) ? middle.map(Number) : [];
      // The press may close the page before the browser has answered for it.
      await page.mouse.click(x ?? 0, y ?? 0).catch((error: unknown) => {
        if (!String(error).includes('Target closed')) throw error;
      });
      // What the page said meanwhile may have moved the element away. Where the document is gone, the press closed it.
      return page.evaluate('globalThis.pressed !== false').then(Boolean, () => true);
    },
    async hold(element) {
      await page.mouse.move(...(await middleOf(page, element)));
      await page.mouse.down();
    },
    release: () => page.mouse.up(),
    async dropOn(element) {
      await page.mouse.move(...(await middleOf(page, element)));
      await page.mouse.up();
    },
    async keys(keys, held = []) {
      for (const key of held) if (isKey(key)) await page.keyboard.down(key);
      for (const key of keys) if (isKey(key)) await page.keyboard.press(key);
      for (const key of held) if (isKey(key)) await page.keyboard.up(key);
    },
    async upload(element, paths) {
      const [chooser] = await Promise.all([page.waitForFileChooser(), page.evaluate(`${element}.click()`)]);
      await chooser.accept([...paths]);
    },
    async pixels(element) {
      const place = await page.evaluate(`(() => {
        const { x, y, width, height } = ${element}.getBoundingClientRect();
        return [x + scrollX, y + scrollY, width, height];
      })()`);
      const [x = 0, y = 0, width = 0, height = 0] = Array.isArray(place) ? place.map(Number) : [];
      const png = await page.screenshot({ encoding: 'base64', clip: { x, y, width, height } });
      // The browser that painted the picture also takes it apart.
      return page.evaluate(`(async () => {
        const bytes = Uint8Array.from(atob('${png}'), (character) => character.charCodeAt(0));
        const { width, height, data } = await createImageBitmap(new Blob([bytes])).then((image) => {
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height);
        });
        return [width, height, new Uint8Array(data).toBase64()];
      })()`);
    },
    close: () => page.close(),
  });

const cameraFlags = (film: string): readonly string[] => [
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
  '--use-fake-ui-for-media-stream',
];

/** Notes every request; what leaves the computer goes to a proxy that refuses it, but for names of sites that lead to this computer. */
function networkFlags(hosts: string | undefined, ownHosts: readonly string[] = []): readonly string[] {
  const network = networkOfRun('chromium');
  if (network === undefined) return [];
  return [
    `--log-net-log=${network.notes}`,
    ...(hosts === undefined ? [`--proxy-server=http://127.0.0.1:${network.port}`] : []),
    `--proxy-bypass-list=${ownHosts.join(';')}`,
  ];
}

async function start(
  built: string,
  { profile, display, camera, hosts, ownHosts, language = 'en' }: LaunchOptions,
): Promise<Browser> {
  return puppeteer.launch({
    executablePath: requireChromium(),
    pipe: true,
    headless: display === undefined,
    enableExtensions: [built],
    acceptInsecureCerts: ownHosts !== undefined,
    // Nobody reads what Chromium would tell of each request, which takes a sixth of its time.
    networkEnabled: false,
    issuesEnabled: false,
    ...(profile === undefined ? {} : { userDataDir: profile }),
    // On Linux the environment chooses the language, elsewhere the flag below.
    env: { ...process.env, LANGUAGE: language, ...(display === undefined ? {} : { DISPLAY: display }) },
    ...(display === undefined ? {} : { defaultViewport: null }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--lang=${language}`,
      // Processes kept ready for a user's next page, or for a fault in the network's part or the painter's, cost a spec a fifth of its time.
      '--disable-features=SpareRendererForSitePerProcess',
      '--enable-features=NetworkServiceInProcess2',
      '--in-process-gpu',
      ...networkFlags(hosts, ownHosts),
      ...(camera === undefined ? [] : cameraFlags(camera)),
      ...(hosts === undefined ? [] : [`--host-resolver-rules=${hosts}`]),
      ...(ownHosts === undefined ? [] : [`--host-resolver-rules=${ownHosts.map((each) => `MAP ${each} 127.0.0.1`)}`]),
    ],
  });
}

/** Starts Chromium with the built extension, puts its first-run tab away, and drives it over CDP. */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const built = builtExtension('chrome-mv3', {
    ...{ granted: options.granted ?? [], without: options.without ?? [] },
    before: options.before,
  });
  const browser = await start(built, options);
  const isBackground = (target: { type(): string; url(): string }) =>
    target.type() === 'service_worker' && target.url().endsWith('/background.js');
  await browser.waitForTarget(isBackground);
  // An unpacked extension is installed anew at every start, so this tab opens in front each time.
  const firstRun = await browser.waitForTarget((target) => target.url().endsWith('/first-run.html'));
  if (!options.firstRun) await (await firstRun.page())?.close();
  const [extension] = (await browser.extensions()).values();
  if (extension === undefined) throw new Error('Chromium did not load the extension');
  const cdp = await browser.target().createCDPSession();
  if (options.downloads !== undefined)
    await cdp.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: options.downloads });

  const evaluateInBackground = async (expression: string): Promise<unknown> => {
    // A session of its own: the one that Puppeteer keeps is dead for good once the worker was stopped and woken.
    const session = await (await browser.waitForTarget(isBackground)).createCDPSession();
    try {
      const asked = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', asked);
      if (exceptionDetails !== undefined) throw new Error(`background: ${exceptionDetails.text}`);
      return result.value;
    } finally {
      await session.detach().catch(() => undefined);
    }
  };
  const isPopup = (candidate: { url(): string }) => candidate.url().endsWith('/popup.html');
  const pressToolbar = async (page: Page): Promise<Popup> => {
    await page.bringToFront();
    // One that closes by itself meanwhile is as good as closed.
    for (const target of browser.targets().filter(isPopup)) await (await target.asPage()).close().catch(() => {});
    const [target] = await Promise.all([browser.waitForTarget(isPopup), extension.triggerAction(page)]);
    return popupIn(await target.asPage());
  };
  /** Calls a real listener of the background with the active tab, under the grant of a press of the toolbar button. */
  const dispatch = async (page: Page, call: string): Promise<void> => {
    await (await pressToolbar(page)).close();
    await evaluateInBackground(
      `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => { ${call}; })`,
    );
  };
  return {
    newPage: () => browser.newPage(),
    newWindow: () => browser.newPage({ type: 'window' }),
    newPrivatePage: () => Promise.reject(new Error('Chromium has no switch for extensions in private windows')),
    pressToolbar,
    openedPopup: async () => popupIn(await (await browser.waitForTarget(isPopup)).asPage()),
    popupWindow: async () =>
      popupIn(await (await browser.waitForTarget((each) => each.url().includes('/popup.html?tab='))).asPage()),
    panel: async () =>
      popupIn(await (await browser.waitForTarget((each) => each.url().endsWith('/popup.html?panel'))).asPage()),
    ownPage: async (path) => popupIn(await (await browser.waitForTarget((each) => each.url().endsWith(path))).asPage()),
    pressCommand: (page, command) => dispatch(page, `chrome.commands.onCommand.dispatch('${command}', tab)`),
    async pressMenu(page, selector, item) {
      const on = await page.$eval(selector, (element) => ({
        editable: element instanceof HTMLInputElement,
        ...(element instanceof HTMLImageElement ? { srcUrl: element.currentSrc } : {}),
        ...(element instanceof HTMLAnchorElement ? { linkUrl: element.href } : {}),
      }));
      const clicked = JSON.stringify({ menuItemId: item, frameId: 0, ...on });
      await dispatch(page, `chrome.contextMenus.onClicked.dispatch(${clicked}, tab)`);
    },
    giveSites: async () => {},
    allowSite: async () => {},
    declineSite: () => Promise.reject(new Error('Chromium asks no question that can be answered headless')),
    wantGesture: () => Promise.reject(new Error('Chromium has no such setting')),
    async clipboard(popup) {
      // Only while it is read: what writes it has to do without.
      const origin = String(await popup.evaluate('location.origin'));
      await cdp.send('Browser.grantPermissions', { origin, permissions: ['clipboardReadWrite'] });
      try {
        // A popup that has just opened gets it a moment later, and nothing else may read.
        await until('the popup has the focus', async () => (await popup.evaluate('document.hasFocus()')) === true);
        return String(await popup.evaluate('navigator.clipboard.readText()'));
      } finally {
        await cdp.send('Browser.resetPermissions');
      }
    },
    badge: async () =>
      String(
        await evaluateInBackground(
          'chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))',
        ),
      ),
    evaluateInBackground,
    async stopBackground() {
      const [page] = await browser.pages();
      const session = await page?.createCDPSession();
      await session?.send('ServiceWorker.enable');
      await session?.send('ServiceWorker.stopAllWorkers');
      await session?.detach();
    },
    async update() {
      const old = await browser.waitForTarget(isBackground);
      await browser.installExtension(built);
      await browser.waitForTarget((target) => isBackground(target) && target !== old);
    },
    processId: browser.process()?.pid ?? 0,
    kill: () => killBrowser(browser),
    async reset() {
      const page = await browser.newPage();
      const awake = browser.targets().some(isBackground);
      await forgetEverything(
        awake ? evaluateInBackground : () => Promise.reject(new Error('the background sleeps')),
        () => pressToolbar(page),
      );
      for (const each of await browser.pages()) if (each !== page) await each.close();
      await browser.deleteCookie(...(await browser.cookies()));
      // The first page of a browser is its own, and no spec's.
      await page.goto('about:blank');
    },
    close: () => browser.close(),
  };
}
