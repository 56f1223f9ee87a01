import { afterEach, expect, it } from 'vitest';
import { leftHere } from '../../../lib/page/left-here.ts';

declare global {
  var doorcodeWatch: boolean | undefined;
}

afterEach(() => {
  Reflect.deleteProperty(Object.prototype, 'doorcodeWatch');
  Reflect.deleteProperty(globalThis, 'doorcodeWatch');
});

/** As a window has its named elements: behind its own properties (HTML §7.2.2.3). */
const callElement = (): void =>
  void Object.defineProperty(Object.prototype, 'doorcodeWatch', {
    configurable: true,
    writable: true,
    value: document.createElement('form'),
  });

it('is nothing before a script of ours left something', () => {
  expect(leftHere('doorcodeWatch')).toBeUndefined();
});

it('is no element that the page calls so', () => {
  callElement();
  expect(Reflect.get(globalThis, 'doorcodeWatch')).toBeInstanceOf(Element);
  expect(leftHere('doorcodeWatch')).toBeUndefined();
});

it('is what a script of ours left, whatever the page calls so', () => {
  callElement();
  globalThis.doorcodeWatch = true;
  expect(leftHere('doorcodeWatch')).toBe(true);
});
