import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { bundledPackages } from './scripts/bundled-packages.ts';
import { findChromium, findFirefox } from './scripts/find-browser.mjs';
import { packIcons } from './scripts/pack-icons.ts';
import { packJsqr } from './scripts/pack-jsqr.ts';
import { packLocales } from './scripts/pack-messages.ts';
import { packWords } from './scripts/pack-words.ts';
import { polyfillModule } from './scripts/polyfill-module.ts';
import { popupInOne } from './scripts/popup-in-one.ts';
import { shareDetector } from './scripts/share-detector.ts';
import { standIn } from './scripts/stand-ins.ts';

// The dev server needs sockets and inline styles, so the policy is set for builds only.
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
const packages = new Set<string>();
const [chromium, firefox] = [findChromium(), findFirefox()];

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  vite: () => ({
    plugins: [
      popupInOne(),
      standIn(),
      shareDetector(),
      packWords(),
      packJsqr(),
      polyfillModule(),
      packIcons(),
      preact(),
      bundledPackages(packages),
    ],
    build: {
      modulePreload: {
        polyfill: false,
        // A page names its scripts; one that is loaded on demand asks for its own, and for a sheet none does (stand-ins.ts).
        resolveDependencies: (_, needed, { hostType }) =>
          hostType === 'html' ? needed : needed.filter((path) => !path.endsWith('.js')),
      },
      // The Public Suffix List is one long string, which would be repeated at each of its uses.
      rolldownOptions: { optimization: { inlineConst: false } },
    },
  }),
  // The browser that `npm run dev` opens; without a display it serves the build and opens none.
  webExt: {
    disabled: !hasDisplay,
    binaries: {
      ...(chromium === undefined ? {} : { chrome: chromium }),
      ...(firefox === undefined ? {} : { firefox }),
    },
    // Chromium's sandbox refuses root.
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  },
  // What Firefox's reviewers build from: named, so that nothing else that lies in the folder, such as the portal's database, goes along.
  // They come with Chrome's package (`npm run zip`): with Firefox's, WXT would leave out the pages that Firefox does not get.
  zip: {
    zipSources: false,
    includeSources: [
      ...['package.json', 'package-lock.json', 'tsconfig*.json', 'wxt.config.ts'],
      ...['LICENSE', 'README.md', 'SECURITY.md', 'CHANGELOG.md', 'docs/*.{md,json}', 'docs/decisions/*.md'],
      '{components,entrypoints,lib,locales,portal,public,scripts}/**',
    ],
    excludeSources: ['**/*.{sqlite,log}', '**/*.sqlite-*'],
  },
  hooks: {
    // A NODE_ENV of the shell would make another build, with this computer's paths in it.
    'config:resolved': ({ config }) => {
      process.env.NODE_ENV = config.mode;
      // `imports: false` leaves the tool that fills in imports at work: a parameter called `storage` would bring a package along.
      Object.assign(config.imports, { imports: [], presets: [] });
    },
    'build:publicAssets': packLocales,
    // What docs/sbom.json lists, and its test.
    'build:done': ({ config }) =>
      writeFileSync(
        join(config.outBaseDir, `packages-${config.browser}.json`),
        `${JSON.stringify([...packages].toSorted(), null, 2)}\n`,
      ),
  },
  manifest: ({ browser, command }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      ...['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'alarms', 'idle', 'contextMenus'],
      // Not asked for later: Chromium ends when a panel is opened whose permission came while it ran.
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_permissions: browser === 'firefox' ? ['clipboardWrite'] : ['clipboardWrite', 'offscreen'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    incognito: 'spanning',
    // What the browser's own page of extensions opens.
    options_ui: { page: 'manager.html', open_in_tab: true },
    // Firefox has native manifests instead, and no such key.
    ...(browser === 'firefox' ? {} : { storage: { managed_schema: 'managed-schema.json' } }),
    commands: {
      'fill-code': { suggested_key: { default: 'Alt+Shift+F' }, description: '__MSG_commandFill__' },
      'add-from-page': { suggested_key: { default: 'Alt+Shift+A' }, description: '__MSG_commandAdd__' },
      'lock-vault': { description: '__MSG_commandLock__' },
    },
    ...(command === 'build' ? { content_security_policy: { extension_pages: contentSecurityPolicy } } : {}),
    ...(browser === 'firefox'
      ? {
          // Chromium has one icon for all toolbars: there the key is seen where the door is not.
          sidebar_action: {
            default_panel: 'popup.html?panel',
            default_title: '__MSG_extensionName__',
            open_at_install: false,
          },
          action: { theme_icons: [16, 32].map((size) => ({ light: 'icon-on-dark.svg', dark: 'icon.svg', size })) },
          browser_specific_settings: {
            gecko: {
              id: 'doorcode@doorcode.example',
              strict_min_version: '153.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '133', side_panel: { default_path: 'popup.html?panel' } }),
  }),
});
