import type { Plugin } from 'vite';

/** webextension-polyfill, which is of CommonJS, as a module that has it by default. */
export function asModule(code: string): string {
  // Another version may be made otherwise; then somebody looks, where every page would be slower without a word.
  if (!code.includes('factory(module);') || /^export /m.test(code))
    throw new Error('webextension-polyfill is not made as it was');
  return `const module = { exports: {} };\nconst exports = module.exports;\n${code}\nexport default module.exports;\n`;
}

/**
 * Makes a module of it before the bundler does: that would ask a script of its own for it, which the popup waits for, and copy each of the
 * browser's interfaces, which sets up all of them.
 */
export const polyfillModule = (): Plugin => ({
  name: 'polyfill-module',
  transform: {
    filter: { id: /\/node_modules\/webextension-polyfill\/dist\/browser-polyfill\.js$/ },
    handler: asModule,
  },
});
