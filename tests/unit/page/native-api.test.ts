import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { nativeApi } from '../../../lib/browser/native-api.ts';

const api = () => ({ runtime: { sendMessage: async () => null }, tabs: {} });
const chromium = api();

/** What a window's named access gives a script for elements of the page (HTML §7.2.2.3): the element, or a frame's window. */
function clobber(markup: string): void {
  document.body.innerHTML = markup;
  const named = document.querySelector('#browser');
  const runtime = named?.querySelector('[name=runtime]') ?? null;
  // A form names its boxes, a collection its members, and a frame's window its elements, level by level.
  if (named !== null && runtime !== null) Reflect.set(named, 'runtime', runtime);
  const sendMessage = runtime?.querySelector('[name=sendMessage]') ?? null;
  if (runtime !== null && sendMessage !== null) Reflect.set(runtime, 'sendMessage', sendMessage);
  vi.stubGlobal('browser', named);
}

beforeEach(() => {
  vi.stubGlobal('chrome', chromium);
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.innerHTML = '';
});

it('is the browser’s own where it has one of that name', () => {
  const firefox = api();
  vi.stubGlobal('browser', firefox);
  expect(nativeApi()).toBe(firefox);
});

it('is Chromium’s where nothing is called so', () => {
  expect(Reflect.has(globalThis, 'browser')).toBe(false);
  expect(nativeApi()).toBe(chromium);
});

it.each([
  ['one element', '<p id="browser"></p>'],
  ['an element within it', '<form id="browser"><fieldset name="runtime"></fieldset></form>'],
  [
    'elements down to the call',
    '<form id="browser"><fieldset name="runtime"><output name="sendMessage"></output></fieldset></form>',
  ],
])('is not what a page calls so, with %s', (_what, markup) => {
  clobber(markup);
  expect(Reflect.get(globalThis, 'browser')).toBeInstanceOf(Element);
  expect(nativeApi()).toBe(chromium);
});
