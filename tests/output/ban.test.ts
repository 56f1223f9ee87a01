import { describe, expect, it } from 'vitest';
import { filesOf, targets } from './build.ts';

/** Ways out of the extension, and ways in for code: in no bundle, whatever package they came with. */
const banned: Readonly<Record<string, RegExp>> = {
  'a request': /\bfetch\b|XMLHttpRequest|\bfetchLater\b/g,
  'a socket': /WebSocket|WebTransport|RTCPeerConnection|RTCDataChannel|EventSource/g,
  'a beacon': /sendBeacon|\bping=/g,
  // What no content security policy stops: an address may carry what it should not.
  'an address to go to':
    /\btabs\.(?:create|update)\(|\bwindows\.create\(|\bwindow\.open\b|\bnavigation\.navigate\(|\blocation\.(?:assign|replace)\(|\blocation(?:\.href)?=(?!=)/g,
  'a name to look up': /dns-prefetch|preconnect|\bprefetch\b|prerender|speculationrules/g,
  'code from text': /\beval\b|\bFunction\(|\.constructor\(["'`]|set(?:Timeout|Interval)\(["'`]|javascript:/g,
  'code from elsewhere':
    /\bimport\((?!`\.\/[\w-]+\.js`\))|\bimportScripts\((?!`\/read-codes\.js`\))|createElement\(["'`]script/g,
  'a worker from elsewhere': /new (?:Shared)?Worker\((?!`\/[\w-]+\.js`\))|serviceWorker\.register/g,
  'markup from text':
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|setHTMLUnsafe|srcdoc/g,
  'compiled code': /WebAssembly/g,
  'another program or extension': /connectNative|sendNativeMessage|onMessageExternal|onConnectExternal/g,
  'a sleeping debugger': /\bdebugger\b|sourceMappingURL/g,
};

/** The scripts that hold what several parts use. */
const shared = /^(?:background|chunks\/shown-first-[\w-]+)\.js$/;

/** What is there all the same, with the text around it, and why. */
const allowed: readonly { readonly file: RegExp; readonly around: RegExp }[] = [
  // Asks the site in front for its clock, from inside its own page, on a press: lib/browser/site-clock.ts.
  { file: /^background\.js$/, around: /await fetch\(new URL\(`\/`,location\.href\),\{method:`HEAD`,/ },
  // The kinds of requests of the page itself by which a sent form is noticed: lib/page/press-submit.ts.
  { file: /^submit\.js$/, around: /=\[`fetch`,`xmlhttprequest`,`beacon`,/ },
  // Pages of ours, the panel's window among them, and the browser's own page of shortcuts.
  { file: shared, around: /\.tabs\.create\(\{url:[\w$]+\.default\.runtime\.getURL\(/ },
  { file: shared, around: /\.openShortcutSettings\(\):await [\w$]+\.default\.tabs\.create\(\{url:[\w$]+\}\)/ },
  { file: /^background\.js$/, around: /\.windows\.create\(\{url:\w+,type:`popup`,/ },
  { file: /^chunks\/manager-[\w-]+\.js$/, around: /location\.replace\(`#accounts`\)/ },
  // A tab brought to the front, and a site's page of its own that somebody pressed for: lib/browser/tabs.ts.
  { file: shared, around: /\.tabs\.update\(\w+,\{(?:active:!0\}\)|url:\w+\}\),location\.search===``)/ },
  // Whether the page that the script came into is shown yet, and the event that says so: lib/page/when-shown.ts.
  { file: /^watch\.js$/, around: /Reflect\.get\(Document\.prototype,`prerendering`,/ },
  { file: /^watch\.js$/, around: /addEventListener\(`prerenderingchange`,/ },
  // Names in the polyfill's table of the browser's API, none of which is called: no permission for them is asked.
  { file: shared, around: /inspectedWindow:\{eval:\{minArgs:1,/ },
  { file: shared, around: /,sendNativeMessage:\{minArgs:2,maxArgs:2\}/ },
  { file: shared, around: /,onMessageExternal:\w\(\w\),sendMessage:/ },
  // Preact's dangerouslySetInnerHTML, which no component uses.
  { file: /^chunks\/[\w-]+\.js$/, around: /__html==\w\.innerHTML\)\|\|\(\w\.innerHTML=\w\.__html\)/ },
];

describe.each(targets)('the bundles for %s', (target) => {
  const files = filesOf(target).filter(({ path }) => /\.(?:js|html|css|svg)$/.test(path));
  const found = files.flatMap(({ path, bytes }) => {
    const text = bytes.toString('utf8');
    return Object.entries(banned).flatMap(([what, pattern]) =>
      [...text.matchAll(pattern)].map(({ index, 0: word }) => ({
        what,
        word,
        path,
        around: text.slice(Math.max(0, index - 60), index + 80),
      })),
    );
  });

  it('ask nothing of a network, and run nothing that is not in the package', () => {
    expect(files.length).toBeGreaterThan(30);
    const isAllowed = ({ path, around }: { path: string; around: string }): boolean =>
      allowed.some((one) => one.file.test(path) && one.around.test(around));
    expect(found.filter((one) => !isAllowed(one))).toEqual([]);
  });

  it('have each exception as often as it is argued', () => {
    const times = (word: string): number => found.filter((one) => one.word === word).length;
    const [fetch, innerHTML] = [times('fetch'), times('innerHTML')];
    const [opened, turned] = [times('tabs.create('), times('tabs.update(')];
    expect({ fetch, innerHTML, opened, turned }).toEqual({ fetch: 2, innerHTML: 2, opened: 4, turned: 2 });
  });

  it('name no address to load anything from', () => {
    const loading = /(?:src|href|url)\s*[=(]\s*["'`]?(?:https?:)?\/\/[^\s"'`)]+|@import/g;
    for (const { path, bytes } of files) expect(bytes.toString('utf8').match(loading), path).toBe(null);
  });
});
