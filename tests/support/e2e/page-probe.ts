/** Everything by which a page could tell that something of somebody's is in it; an expression that gives it as texts, by kind. */
export const probe = `(async () => {
  let seen = 0;
  const watching = new MutationObserver((records) => { seen += records.length; });
  watching.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  let said = 0;
  addEventListener('message', () => { said += 1; });
  addEventListener('error', () => { said += 1; });
  await new Promise((resolve) => setTimeout(resolve, 700));
  watching.disconnect();
  const styleOf = (element) => { const style = getComputedStyle(element); return [...style].map((name) => name + style.getPropertyValue(name)).join(';'); };
  const isNative = (holder) => Object.entries(Object.getOwnPropertyDescriptors(holder))
    .filter(([, { value, get, set }]) => [value, get, set].some((one) => typeof one === 'function' && !Function.prototype.toString.call(one).includes('[native code]')))
    .map(([name]) => name);
  const holders = [Object, Array, Function, String, Promise, JSON, Element, HTMLInputElement, Node, Document, EventTarget, Event, Window]
    .flatMap((one) => [one, one.prototype ?? {}]);
  const elements = [...document.querySelectorAll('*')];
  return {
    globals: [...Object.getOwnPropertyNames(globalThis), ...Object.getOwnPropertyNames(document), ...Object.getOwnPropertyNames(navigator)].toSorted(),
    browser: [Object.keys(globalThis.chrome ?? {}).join(' '), typeof globalThis.chrome?.runtime, typeof globalThis.browser].join(' '),
    markup: document.documentElement.outerHTML,
    trees: String(elements.filter((element) => element.shadowRoot !== null).length),
    styles: elements.map(styleOf).join('|'),
    sheets: String(document.styleSheets.length + document.adoptedStyleSheets.length),
    replaced: holders.flatMap(isNative).join(' '),
    requests: performance.getEntriesByType('resource').map(({ name }) => name).join(' '),
    frames: String(frames.length),
    focus: document.activeElement?.localName ?? '',
    changes: String(seen),
    said: String(said),
  };
})()`;

/** Asks for files at an address in every way in which a page can, and says how each ended, with the address taken out. */
export const reaching = (base: string, files: readonly string[]): string => `(async () => {
  const base = ${JSON.stringify(base)};
  const named = (error) => String(error).replaceAll(base, '').slice(0, 200);
  const byFetch = (path) => fetch(base + path).then((answer) => 'got ' + answer.type + answer.status, named);
  const byElement = (name, key) => (path) => new Promise((resolve) => {
    const element = Object.assign(document.createElement(name), { onload: () => resolve('loaded'), onerror: () => resolve('refused') });
    if (name === 'link') element.rel = 'stylesheet';
    element[key] = base + path;
    document.body.append(element);
  }).then((how) => { document.body.lastElementChild.remove(); return how; });
  const ended = {};
  for (const path of ${JSON.stringify(files)}) {
    ended[path] = [await byFetch(path)];
    if (/\\.(png|svg)$/.test(path)) ended[path].push(await byElement('img', 'src')(path));
    if (path.endsWith('.js')) ended[path].push(await byElement('script', 'src')(path));
    if (path.endsWith('.css')) ended[path].push(await byElement('link', 'href')(path));
  }
  return ended;
})()`;

/**
 * How surely a page tells two addresses apart by the time that they take to be refused, asked for in turns: the chance that one of the
 * first takes longer than one of the second, 0.5 for no difference.
 */
export const timing = (first: string, second: string): string => `(async () => {
  const took = async (address) => {
    const start = performance.now();
    await fetch(address).catch(() => {});
    return performance.now() - start;
  };
  const [one, other] = [[], []];
  for (let turn = 0; turn < 150; turn += 1) {
    one.push(await took('${first}?' + turn));
    other.push(await took('${second}?' + turn));
  }
  const longer = one.flatMap((a) => other.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
  return longer.reduce((sum, each) => sum + each, 0) / longer.length;
})()`;
