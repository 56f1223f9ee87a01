import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { requireFirefox } from '../browsers.ts';
import { networkOfRun } from './browsers-of-run.ts';
import { builtExtension } from './built-extension.ts';
import { type ChromeContext, openChromeContext } from './chrome-context.ts';
import type { Driver, LaunchOptions, Press } from './driver.ts';
import { notesRequests } from './firefox-network.ts';
import { forgetEverything } from './forget-everything.ts';
import { killBrowser } from './kill-browser.ts';
import { type Popup, popupOver } from './popup.ts';
import { until } from './until.ts';

/** The frame script's way to evaluate in the page: a sandbox, as the extension's own policy forbids `eval`. */
const evaluated = (expression: string): string =>
  `JSON.parse(await Cu.evalInSandbox(${JSON.stringify(`(async () => JSON.stringify((await (${expression})) ?? null))()`)}, new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false })))`;

/** A trusted click, and whether it reached the element: the panel is no BiDi context, so the events are made where the browser makes its own. */
const clicked = (element: string): string => `
  const { document } = content;
  const element = ${element};
  element.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = element.getBoundingClientRect();
  let pressed = false;
  element.addEventListener('click', () => { pressed = true; }, { capture: true, once: true });
  for (const type of ['mousemove', 'mousedown', 'mouseup'])
    content.synthesizeMouseEvent(type, x + width / 2, y + height / 2, { button: 0, clickCount: 1 }, {});
  return pressed;`;

/** What the mouse does in the middle of an element. */
const mouse = (element: string, ...types: readonly string[]): string => `
  const { document } = content;
  const { x, y, width, height } = ${element}.getBoundingClientRect();
  for (const type of ${JSON.stringify(types)})
    content.synthesizeMouseEvent(type, x + width / 2, y + height / 2, { button: 0, clickCount: 1 }, {});`;

// What was held may be gone.
const letGo = `content.synthesizeMouseEvent('mouseup', 0, 0, { button: 0, clickCount: 1 }, {});`;

const typed = (keys: readonly string[], held: readonly string[]): string => `
  const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!input.beginInputTransactionForTests(content)) throw new Error('no keyboard');
  const named = (key) => new content.KeyboardEvent('', { key });
  for (const key of ${JSON.stringify(held)}) input.keydown(named(key));
  for (const key of ${JSON.stringify(keys)}) {
    const press = new content.KeyboardEvent('', { key, ...(key === 'Enter' ? { code: 'Enter', keyCode: 13 } : {}) });
    input.keydown(press);
    input.keyup(press);
  }
  for (const key of ${JSON.stringify(held)}) input.keyup(named(key));`;

const uploaded = (element: string, files: readonly (readonly [name: string, base64: string])[]): string => `(() => {
  const transfer = new DataTransfer();
  for (const [name, base64] of ${JSON.stringify(files)})
    transfer.items.add(new File([Uint8Array.fromBase64(base64)], name));
  const input = ${element};
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
})()`;

const viewPopup = `ChromeUtils.importESModule('resource:///modules/ExtensionPopups.sys.mjs').ViewPopup.for(extension, win)`;

// A popup loads in a hidden browser that is exchanged for the panel's: before `shown`, presses would go astray. When
// the computer is busy the panel shows before its document is there.
const popupShown = `${viewPopup}?.shown === true && [...extension.views].some(({ viewType }) => viewType === 'popup')`;

const closePopup = `(() => {
  const popup = ${viewPopup};
  popup?.closePopup();
  const panel = win.document.getElementById('customizationui-widget-panel');
  return popup === undefined && (panel?.state ?? 'closed') === 'closed';
})()`;

const openWindow = `[...extension.views].find(({ viewType, uri }) => viewType === 'tab' && uri.spec.includes('/popup.html?tab='))`;

const closeWindow = `(() => {
  const view = ${openWindow};
  view?.xulBrowser.documentGlobal.close();
  return view === undefined;
})()`;

// A popup at its button, one in a window of its own, which the browser counts as a tab, or the panel beside the pages.
type View = 'popup' | 'tab' | 'sidebar';

const closing = {
  popup: closePopup,
  tab: closeWindow,
  sidebar: '(win.SidebarController.hide(), true)',
} as const satisfies Record<View, string>;

const popupIn = ({ evaluate, inView }: ChromeContext, view: View): Popup =>
  popupOver({
    evaluate: (expression) => inView(view, `return ${evaluated(expression)};`),
    // Measured and pressed in one task, in which nothing moves; but a panel that is changing its size takes no press below its end.
    click: async (element) => (await inView(view, clicked(element))) === true,
    hold: async (element) => void (await inView(view, mouse(element, 'mousemove', 'mousedown'))),
    release: async () => void (await inView(view, letGo)),
    dropOn: async (element) => void (await inView(view, mouse(element, 'mousemove', 'mouseup'))),
    keys: async (keys, held = []) => void (await inView(view, typed(keys, held))),
    // No BiDi file chooser reaches the panel; the page gets the same event with the same kind of file.
    upload: async (element, paths) => {
      const files = paths.map((path) => [basename(path), readFileSync(path, 'base64')] as const);
      await inView(view, `return ${evaluated(uploaded(element, files))};`);
    },
    pixels: async (element) => evaluate(painted(view, await inView(view, `return ${evaluated(placed(element))};`))),
    close: () => until('the popup is closed', () => evaluate(closing[view])),
  });

/** Where an element lies in its document, scrolled into sight. */
const placed = (element: string): string => `(() => {
  const element = ${element};
  element.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x + scrollX, y + scrollY, width, height];
})()`;

/** What the browser paints at a place of a view: size and RGBA in base64. */
const painted = (view: string, place: unknown): string => `(async () => {
  const { xulBrowser } = [...extension.views].find(({ viewType }) => viewType === '${view}');
  const [x, y, width, height] = ${JSON.stringify(place)};
  const place = new win.DOMRect(x, y, width, height);
  const image = await xulBrowser.browsingContext.currentWindowGlobal.drawSnapshot(place, 1, 'white');
  const context = new win.OffscreenCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  return [image.width, image.height, new Uint8Array(data).toBase64()];
})()`;

const clipboardText = `(() => {
  if (!Services.clipboard.hasDataMatchingFlavors(['text/plain'], Services.clipboard.kGlobalClipboard)) return '';
  const held = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
  held.init(null);
  held.addDataFlavor('text/plain');
  Services.clipboard.getData(held, Services.clipboard.kGlobalClipboard);
  const text = {};
  held.getTransferData('text/plain', text);
  return text.value.QueryInterface(Ci.nsISupportsString).data;
})()`;

/** What a browser does for somebody who looks at it and comes back tomorrow takes a sixth of its time, and changes no test. */
export const withoutLuxuries = {
  'layout.frame_rate': 20,
  'ui.prefersReducedMotion': 1,
  'dom.ipc.processPrelaunch.enabled': false,
  'browser.newtab.preload': false,
  'browser.newtabpage.enabled': false,
  'browser.sessionstore.interval': 600_000,
  'browser.cache.disk.enable': false,
  'browser.pagethumbnails.capturing_disabled': true,
  'accessibility.force_disabled': 1,
  'dom.push.enabled': false,
};

/** What leaves the computer goes to a proxy that refuses it, but for names of sites that lead to this computer. */
const throughProxy = (port: string, ownHosts: readonly string[]) => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': Number(port),
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': Number(port),
  'network.proxy.no_proxies_on': ownHosts.join(),
});

const start = (
  { profile, downloads, display, home, ownHosts }: LaunchOptions,
  port: string | undefined,
): Promise<Browser> =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: requireFirefox(),
    headless: display === undefined,
    acceptInsecureCerts: ownHosts !== undefined,
    env: {
      ...process.env,
      ...(display === undefined ? {} : { DISPLAY: display }),
      ...(home === undefined ? {} : { HOME: home }),
    },
    args: ['--remote-allow-system-access', ...(profile === undefined ? [] : ['--profile', profile])],
    extraPrefsFirefox: {
      'intl.locale.requested': 'en-US',
      // No printer, and nobody to close the preview.
      'print.enabled': false,
      // A question may be answered at once: nobody is there to be tricked into a press.
      'security.notification_enable_delay': 0,
      ...withoutLuxuries,
      ...(port === undefined ? {} : throughProxy(port, ownHosts ?? [])),
      ...(ownHosts === undefined ? {} : { 'network.dns.localDomains': ownHosts.join() }),
      ...(downloads === undefined
        ? {}
        : {
            'browser.download.dir': downloads,
            'browser.download.folderList': 2,
            'browser.download.useDownloadDir': true,
            'browser.download.panel.shown': true,
          }),
    },
  });

// The browser's key elements carry no command's name, only the key that the manifest proposes.
const suggested = new Map(
  Object.entries<{ suggested_key?: { default: string } }>(
    JSON.parse(readFileSync(join(builtExtension('firefox-mv3'), 'manifest.json'), 'utf8')).commands,
  ).map(([command, { suggested_key }]) => [command, suggested_key?.default.split('+').at(-1)]),
);
// A command without a proposed key gets one, as on the browser's page of shortcuts.
const keyOf = (command: Press): string => suggested.get(command) ?? 'L';

/** Starts the extension anew in place, as an update does. */
const reloaded = (id: string): string => `(async () => {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await (await AddonManager.getAddonByID('${id}')).reload();
})()`;

/** Has the browser in another language, as its pack of that language would; what is the browser's own stays English. */
const inLanguage = (id: string, tag: string): string => `(async () => {
  Services.locale.availableLocales = [...new Set(['${tag}', 'en-US'])];
  Services.locale.requestedLocales = ['${tag}'];
  await ${reloaded(id)};
})()`;

/** Lets the extension into private windows, as the switch on the browser's page about it does, and starts it anew. */
const intoPrivateWindows = (id: string): string => `(async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  await ExtensionPermissions.add('${id}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] }, extension);
  await ${reloaded(id)};
})()`;

/** Gives the extension sites, as the switches on the browser's page about it do. */
const withSites = (id: string, origins: readonly string[]): string => `(async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  await ExtensionPermissions.add('${id}', { permissions: [], origins: ${JSON.stringify(origins)} }, extension);
})()`;

/** Starts Firefox with the built extension, puts its first-run tab away, and drives it over BiDi and the chrome context. */
export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const network = networkOfRun('firefox');
  const browser = await start(options, network?.port);
  const id = await browser.installExtension(builtExtension('firefox-mv3'));
  const chrome = await openChromeContext(browser, id);
  const { evaluate, inView } = chrome;
  if (network !== undefined) await evaluate(notesRequests(id, network.notes));
  await until('the first-run tab is open', () =>
    evaluate(`(() => {
      const tab = gBrowser.tabs.find((each) => each.linkedBrowser.currentURI.spec.endsWith('/first-run.html'));
      if (tab !== undefined && ${options.firstRun !== true}) gBrowser.removeTab(tab);
      return tab !== undefined;
    })()`),
  );
  if (options.privateWindows === true) await evaluate(intoPrivateWindows(id));
  if (options.language !== undefined) await evaluate(inLanguage(id, options.language));

  const evaluateInBackground = (expression: string) => inView('background', `return ${evaluated(expression)};`);
  const popup = popupIn(chrome, 'popup');
  const openedPopup = async (): Promise<Popup> => {
    await until('the popup is open', () => evaluate(popupShown));
    return popup;
  };
  const pressToolbar = async (page: Page): Promise<Popup> => {
    await page.bringToFront();
    await popup.close();
    await evaluate(`(() => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(win);
    })()`);
    return openedPopup();
  };
  /** Answers the browser's question about a site. */
  const answerSite = (button: 'button' | 'secondaryButton') =>
    until('the browser asks about the site', () =>
      evaluate(`(() => {
        const question = win.document.getElementById('addon-webext-permissions-notification');
        question?.${button}?.click();
        return Boolean(question?.${button});
      })()`),
    );
  return {
    newPage: () => browser.newPage(),
    newWindow: () => browser.newPage({ type: 'window' }),
    async newPrivatePage() {
      const before = new Set(await browser.pages());
      await evaluate('void OpenBrowserWindow({ private: true })');
      const opened: Page[] = [];
      await until('a private window is open', async () => {
        opened.push(...(await browser.pages()).filter((page) => !before.has(page)));
        return opened.length > 0;
      });
      const [page] = opened;
      if (page === undefined) throw new Error('no private window');
      // The window's own first page would interrupt a navigation that comes before it is there.
      await until('the private window has its first page', () =>
        evaluate(
          `win.gBrowser.currentURI.spec === 'about:privatebrowsing' && !win.gBrowser.webProgress.isLoadingDocument`,
        ),
      );
      return page;
    },
    pressToolbar,
    openedPopup,
    async popupWindow() {
      await until('the popup has a window', () => evaluate(`${openWindow} !== undefined`));
      return popupIn(chrome, 'tab');
    },
    async panel() {
      await until('the panel is open', () =>
        evaluate(`[...extension.views].some(({ viewType }) => viewType === 'sidebar')`),
      );
      return popupIn(chrome, 'sidebar');
    },
    async ownPage(path) {
      await until(`${path} is open`, () =>
        evaluate(
          `[...extension.views].some(({ viewType, uri }) => viewType === 'tab' && uri.spec.endsWith('${path}'))`,
        ),
      );
      return popupIn(chrome, 'tab');
    },
    async pressCommand(page, command) {
      await page.bringToFront();
      await evaluate(`(async () => {
        if (${suggested.get(command) === undefined})
          await extension.shortcuts.updateCommand({ name: '${command}', shortcut: 'Alt+Shift+${keyOf(command)}' });
        const { global } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs').ExtensionParent.apiManager;
        const set = win.document.getElementById('ext-keyset-id-' + global.makeWidgetId(extension.id));
        [...set.children].find((key) => key.getAttribute('key')?.toUpperCase() === '${keyOf(command)}').doCommand();
      })()`);
    },
    async pressMenu(page, selector, item) {
      await page.bringToFront();
      await page.click(selector, { button: 'right' });
      await until(`the menu has ${item}`, () =>
        evaluate(`(() => {
          const menu = win.document.getElementById('contentAreaContextMenu');
          const entry = menu.state === 'open' && [...menu.querySelectorAll('menuitem')].find((each) => each.id.endsWith('-menuitem-_${item}'));
          if (entry) menu.activateItem(entry);
          return Boolean(entry);
        })()`),
      );
    },
    giveSites: async (patterns) => void (await evaluate(withSites(id, patterns))),
    allowSite: () => answerSite('button'),
    declineSite: () => answerSite('secondaryButton'),
    wantGesture: async (wanted) =>
      void (await evaluate(`Services.prefs.setBoolPref('extensions.openPopupWithoutUserGesture.enabled', ${!wanted})`)),
    clipboard: async () => String(await evaluate(clipboardText)),
    badge: async () =>
      String(
        await evaluateInBackground(
          'browser.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => browser.action.getBadgeText({ tabId: tab.id }))',
        ),
      ),
    evaluateInBackground,
    stopBackground: async () => void (await evaluate('extension.terminateBackground()')),
    update: async () => void (await evaluate(reloaded(id))),
    processId: browser.process()?.pid ?? 0,
    async kill() {
      await killBrowser(browser);
      const { profile } = options;
      if (profile === undefined) return;
      // Puppeteer puts the profile's settings back once the process is gone, and a browser that starts meanwhile trips over it.
      const isBack = async () =>
        !['prefs.js', 'user.js'].some((name) => existsSync(join(profile, `${name}.puppeteer`)));
      await until('the profile has its settings back', isBack);
    },
    async reset() {
      const page = await browser.newPage();
      await forgetEverything(evaluateInBackground, () => pressToolbar(page));
      for (const each of await browser.pages()) if (each !== page) await each.close();
      await evaluate('Services.cookies.removeAll()');
    },
    close: () => browser.close(),
  };
}
