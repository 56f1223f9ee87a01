import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, expect, it } from 'vitest';
import { asModule } from '../../../scripts/polyfill-module.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('webextension-polyfill'), 'utf8');

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'browser');
  Reflect.deleteProperty(globalThis, 'chrome');
});

/** What the module has, each time made anew. */
async function made(about: string): Promise<unknown> {
  const code = encodeURIComponent(`${asModule(source)}\n// ${about}`);
  const module: { default: unknown } = await import(`data:text/javascript,${code}`);
  return module.default;
}

it('the polyfill as a module gives the browser its own interfaces where it has them', async () => {
  const browser = { runtime: { id: 'an extension' } };
  Reflect.set(globalThis, 'browser', browser);
  Reflect.set(globalThis, 'chrome', browser);
  expect(await made('of its own')).toBe(browser);
});

it('the polyfill as a module makes promises of the answers elsewhere', async () => {
  const get = (_keys: unknown, answer: (found: object) => void) => answer({ a: 1 });
  Reflect.set(globalThis, 'chrome', { runtime: { id: 'an extension' }, storage: { local: { get } } });
  expect(await made('wrapped')).toMatchObject({ runtime: { id: 'an extension' } });
  const wrapped: { storage: { local: { get: (keys: unknown) => Promise<unknown> } } } = Object(await made('asked'));
  expect(await wrapped.storage.local.get('a')).toEqual({ a: 1 });
});

it('a polyfill that is made in another way stops the build', () => {
  expect(() => asModule('export default globalThis.browser;')).toThrow('not made as it was');
  expect(() => asModule(`${source}\nexport default 1;`)).toThrow('not made as it was');
});
