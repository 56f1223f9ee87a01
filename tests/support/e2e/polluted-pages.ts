import { codeBox } from './at-attacked-site.ts';
import type { SmallPage } from './small-site.ts';

// What a page replaces throws, and notes who called it; natives are kept first, as everything may be gone later.
const tools = `
  const root = document.documentElement;
  const set = Element.prototype.setAttribute;
  const { apply, defineProperty, ownKeys } = Reflect;
  const TypeErrorOfPage = TypeError;
  let polluted = 0;
  const caught = (name) => apply(set, root, ['data-caught', name]);
  const lies = (name) => function () { caught(name); throw new TypeErrorOfPage(name); };
  const trap = (holder, ...names) => {
    for (let at = 0; at < names.length; at += 1) {
      const name = names[at];
      defineProperty(holder, name, { configurable: true, writable: true, value: lies(String(name)) });
      polluted += 1;
    }
  };
  const trapField = (holder, ...names) => {
    for (let at = 0; at < names.length; at += 1) {
      const name = names[at];
      defineProperty(holder, name, { configurable: true, get: lies(name), set: lies(name) });
      polluted += 1;
    }
  };
  const trapAll = (holder) => {
    const names = ownKeys(holder);
    for (let at = 0; at < names.length; at += 1)
      if (names[at] !== 'constructor' && typeof Object.getOwnPropertyDescriptor(holder, names[at]).value === 'function') trap(holder, names[at]);
  };`;

/** Ways in which the scripts of a page spoil what other scripts would build on, by what they spoil. */
const scripts: Readonly<Record<string, string>> = {
  'the fields of every object': `trapField(Object.prototype, 'origin', 'topOrigin', 'kind', 'ok', 'box', 'documentId', 'frameId', 'code',
    'purpose', 'mode', 'enrolledHere', 'besideCode', 'anchor', 'visible', 'field', 'input', 'inputs', 'evidence');`,
  lists: 'trapAll(Array.prototype);',
  'the value of a box': `trapField(HTMLInputElement.prototype, 'value', 'maxLength', 'readOnly', 'type');
    trapField(document.querySelector('#code'), 'value');`,
  elements: `trapAll(Element.prototype); trapField(Element.prototype, 'id', 'className', 'shadowRoot', 'attributes');
    trapAll(Document.prototype); trapField(Node.prototype, 'ownerDocument', 'isConnected', 'textContent', 'parentElement');
    trapAll(HTMLElement.prototype);`,
  JSON: 'trapAll(JSON);',
  promises: `trapAll(Promise.prototype); trap(Promise, 'resolve', 'race', 'all', 'withResolvers');`,
  texts:
    'trapAll(String.prototype); trapAll(RegExp.prototype); trap(RegExp.prototype, Symbol.match, Symbol.matchAll, Symbol.replace);',
  events: `trapAll(EventTarget.prototype); trapField(Event.prototype, 'target', 'defaultPrevented');
    trap(self, 'Event', 'InputEvent', 'ClipboardEvent', 'DataTransfer', 'AbortController');`,
  'clocks and watchers': `trap(self, 'setTimeout', 'clearTimeout', 'requestAnimationFrame', 'getComputedStyle', 'MutationObserver');
    trap(Date, 'now'); trap(performance, 'now'); trap(crypto, 'getRandomValues');`,
  functions: `trapAll(Function.prototype); trapAll(Reflect); trap(Object, 'assign', 'entries', 'create', 'keys', 'hasOwn', 'getOwnPropertyDescriptor');`,
  collections:
    'trapAll(Map.prototype); trapAll(WeakMap.prototype); trapAll(Set.prototype); trapAll(WeakSet.prototype);',
  'what the browser says of itself': `trapField(self, 'origin'); trap(self, 'chrome', 'browser'); trapField(navigator, 'userAgent');`,
};

/** Names that the extension's scripts go by in a page, which elements of the page may bear too. */
const names = [
  ...[
    'browser',
    'chrome',
    'origin',
    'doorcodePage',
    'doorcodeDetector',
    'doorcodeScan',
    'doorcodeWatch',
    'doorcodeCloser',
  ],
  ...['doorcodeOutcome', 'doorcodeNames', 'doorcodeSubmitter', 'doorcodePointed', 'doorcodeReadCodes', 'doorcodeLogin'],
];
// As forms of sites have them, which then stand in place of what a form says of itself.
const members = [
  ...[
    'action',
    'id',
    'name',
    'method',
    'submit',
    'reset',
    'elements',
    'target',
    'length',
    'title',
    'value',
    'type',
    'code',
    'children',
  ],
];
const bodies: Readonly<Record<string, string>> = {
  'elements by the names of our scripts': `${codeBox}${names.map((name) => `<form id="${name}"><fieldset name="look"></fieldset></form>`).join('')}`,
  'frames by the names of our scripts': `${codeBox}${names.map((name) => `<iframe name="${name}" width="1" height="1"></iframe>`).join('')}`,
  "the members of the box's form": codeBox.replace(
    '</form>',
    `${members.map((name) => `<input type="hidden" name="${name}">`).join('')}</form>`,
  ),
};

/** Pages with a box for a code, by what they spoil. */
export const pollutedPages: Readonly<Record<string, SmallPage>> = {
  ...Object.fromEntries(
    Object.entries(scripts).map(([what, script]) => [
      what,
      { body: `${codeBox}<script>{${tools} ${script}; apply(set, root, ['data-polluted', polluted]); }</script>` },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(bodies).map(([what, body]) => [
      what,
      { body: `${body}<script>document.documentElement.dataset.polluted = '1'</script>` },
    ]),
  ),
};
