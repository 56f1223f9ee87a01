import { describe, expect, it } from 'vitest';
import { browsers } from '../../support/e2e/driver.ts';
import { enginePage } from '../../support/e2e/engine-page.ts';
import { until } from '../../support/e2e/until.ts';

// Boxes that the real libraries draw, in the page's own world: harder than the isolated one, where a page's setters are not seen.
describe.each(browsers)('boxes of real libraries, in %s', (name) => {
  const at = enginePage(name, { path: 'framework-boxes.ts', name: 'frameworks' });

  const state = async (): Promise<unknown> =>
    JSON.parse(String(await at.page.evaluate('JSON.stringify(frameworks.held)')));

  it.each<[string, string, { readonly state: string; readonly sent: string }]>([
    ['React controls', 'react', { state: '012345', sent: '' }],
    ['React sends at the last digit and takes away', 'react-sends', { state: '012345', sent: '012345' }],
    ['React spreads over six, and sends at the last', 'react-row', { state: '012345', sent: '012345' }],
    ['input-otp lays over drawn ones, and sends at the last', 'input-otp', { state: '012345', sent: '012345' }],
    ['Vue binds', 'vue', { state: '012345', sent: '' }],
    ['Vue binds, six of one digit', 'vue-row', { state: '012345', sent: '' }],
    ['imask masks', 'imask', { state: '012345', sent: '' }],
  ])('one that %s is found by itself, and its page holds the whole code', async (_, kind, expected) => {
    await at.page.goto('about:blank');
    await at.page.setContent(
      '<!doctype html><title>Log in</title><style>[maxlength="1"] { width: 2em }</style><h1>Two-factor authentication</h1><div id="app"></div>',
    );
    await at.page.evaluate(at.beside);
    await at.page.evaluate(at.engine);
    await at.page.evaluate(`frameworks.kinds['${kind}'](document.querySelector('#app'))`);
    await until('it is drawn', () => at.page.evaluate(`document.querySelector('input') !== null`));
    const order = { mode: 'automatic', enrolledHere: true, besideCode: false, code: '012345' };
    const told = await at.page.evaluate(
      `engine.createAgent(window, () => null).write({ ...${JSON.stringify(order)}, origin: self.origin })`,
    );
    expect([told, await state()]).toEqual(['filled', expected]);
  });
});
