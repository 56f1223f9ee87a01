import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { asModule } from '../../../scripts/polyfill-module.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('webextension-polyfill'), 'utf8');

it('the polyfill as a module gives what it gives by require, and takes no names of the page for it', async () => {
  const browser = { runtime: { id: 'an extension' } };
  Reflect.set(globalThis, 'browser', browser);
  Reflect.set(globalThis, 'chrome', browser);
  const made: { default: unknown } = await import(`data:text/javascript,${encodeURIComponent(asModule(source))}`);
  expect(made.default).toBe(browser);
  expect(Reflect.has(globalThis, 'module')).toBe(false);
  Reflect.deleteProperty(globalThis, 'browser');
  Reflect.deleteProperty(globalThis, 'chrome');
});

it('a polyfill that is made in another way stops the build', () => {
  expect(() => asModule('export default globalThis.browser;')).toThrow('not made as it was');
  expect(() => asModule(`${source}\nexport default 1;`)).toThrow('not made as it was');
});
