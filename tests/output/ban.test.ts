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

/** What each of them would look like in a bundle. */
const samples: readonly (readonly [what: string, texts: readonly string[]])[] = [
  ['a request', ['fetch(a)', 'new XMLHttpRequest', 'fetchLater(a)']],
  [
    'a socket',
    ['new WebSocket(a)', 'new WebTransport(a)', 'new RTCPeerConnection', 'a.RTCDataChannel', 'new EventSource(a)'],
  ],
  ['a beacon', ['navigator.sendBeacon(a)', '<a ping="/b">']],
  [
    'an address to go to',
    [
      ...['a.tabs.create({', 'a.tabs.update(1,', 'a.windows.create({', 'window.open(a)', 'navigation.navigate(a)'],
      ...['location.assign(a)', 'location.replace(a)', 'location=a', 'location.href=a'],
    ],
  ],
  [
    'a name to look up',
    ['rel="dns-prefetch"', 'rel=preconnect', 'rel="prefetch"', 'prerender', 'type="speculationrules"'],
  ],
  [
    'code from text',
    ['eval(a)', 'new Function(a)', 'a.constructor(`b`)', 'setTimeout("a")', 'setInterval(`a`)', 'href="javascript:a"'],
  ],
  [
    'code from elsewhere',
    ['import(a)', 'import(`https://a.js`)', 'importScripts(`/other.js`)', 'createElement("script")'],
  ],
  ['a worker from elsewhere', ['new Worker(a)', 'new SharedWorker(`//a.js`)', 'serviceWorker.register(a)']],
  [
    'markup from text',
    [
      ...['a.innerHTML=b', 'a.outerHTML=b', 'a.insertAdjacentHTML(b)', 'document.write(a)', 'a.setHTMLUnsafe(b)'],
      ...['a.createContextualFragment(b)', 'a.srcdoc=b'],
    ],
  ],
  ['compiled code', ['WebAssembly.compile(a)']],
  [
    'another program or extension',
    ['a.connectNative(b)', 'a.sendNativeMessage(b)', 'a.onMessageExternal.addListener', 'a.onConnectExternal'],
  ],
  ['a sleeping debugger', ['debugger;', '//# sourceMappingURL=a']],
];

/** The scripts that hold what several parts use. */
const shared = /^(?:background|chunks\/shown-first-[\w-]+)\.js$/;

/** What is there all the same, with the text around it, how often, and why. */
const allowed: readonly { readonly file: RegExp; readonly around: RegExp; readonly times: number }[] = [
  // Asks the site in front for its clock, from inside its own page, on a press: lib/browser/site-clock.ts.
  { file: /^background\.js$/, around: /await fetch\(new URL\(`\/`,location\.href\),\{method:`HEAD`,/, times: 1 },
  // The kinds of requests of the page itself by which a sent form is noticed: lib/page/press-submit.ts.
  { file: /^submit\.js$/, around: /=\[`fetch`,`xmlhttprequest`,`beacon`,/, times: 1 },
  // Pages of ours, the panel's window among them, and the browser's own page of shortcuts.
  { file: shared, around: /\.tabs\.create\(\{url:[\w$]+\.runtime\.getURL\(/, times: 3 },
  {
    file: shared,
    around: /\.openShortcutSettings\(\):await [\w$]+\.tabs\.create\(\{url:[\w$]+\}\)/,
    times: 1,
  },
  { file: /^background\.js$/, around: /\.windows\.create\(\{url:\w+,type:`popup`,/, times: 1 },
  { file: /^chunks\/manager-[\w-]+\.js$/, around: /location\.replace\(`#accounts`\)/, times: 1 },
  // A tab brought to the front, and a site's page of its own that somebody pressed for: lib/browser/tabs.ts.
  { file: shared, around: /\.tabs\.update\(\w+,\{(?:active:!0\}\)|url:\w+\}\),location\.search===``)/, times: 2 },
  // Whether the page that the script came into is shown yet, and the event that says so: lib/page/when-shown.ts.
  { file: /^watch\.js$/, around: /Reflect\.get\(Document\.prototype,`prerendering`,/, times: 1 },
  { file: /^watch\.js$/, around: /addEventListener\(`prerenderingchange`,/, times: 1 },
  // Names in the polyfill's table of the browser's API, none of which is called: no permission for them is asked.
  { file: shared, around: /inspectedWindow:\{eval:\{minArgs:1,/, times: 2 },
  { file: shared, around: /,sendNativeMessage:\{minArgs:2,maxArgs:2\}/, times: 2 },
  { file: shared, around: /,onMessageExternal:\w\(\w\),sendMessage:/, times: 2 },
  // Preact's dangerouslySetInnerHTML, which no component uses.
  { file: /^chunks\/[\w-]+\.js$/, around: /__html==\w\.innerHTML\)\|\|\(\w\.innerHTML=\w\.__html\)/, times: 2 },
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
    expect(
      found.filter((one) => !allowed.some(({ file, around }) => file.test(one.path) && around.test(one.around))),
    ).toEqual([]);
  });

  it('have each exception as often as it is argued', () => {
    const counted = allowed.map(({ file, around }) => ({
      around,
      times: found.filter((one) => file.test(one.path) && around.test(one.around)).length,
    }));
    expect(counted).toEqual(allowed.map(({ around, times }) => ({ around, times })));
  });

  it('name no address to load anything from', () => {
    const loading = /(?:src|href|url)\s*[=(]\s*["'`]?(?:https?:)?\/\/[^\s"'`)]+|@import/g;
    for (const { path, bytes } of files) expect(bytes.toString('utf8').match(loading), path).toBe(null);
    for (const text of ['<img src="//a.test/b">', 'url(https://a.test/b)', 'href=`http://a.test`', '@import "b"'])
      expect(text.match(loading), text).not.toBe(null);
  });
});

it.each(samples)('%s would be found in a bundle', (what, texts) => {
  expect(samples.map(([name]) => name)).toEqual(Object.keys(banned));
  expect(texts.filter((text) => text.match(banned[what] ?? /$^/) === null)).toEqual([]);
});
