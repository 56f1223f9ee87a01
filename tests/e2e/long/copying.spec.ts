import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, type Driver, launch } from '../../support/e2e/driver.ts';
import type { Popup } from '../../support/e2e/popup.ts';
import { SHORTEST_SECONDS, withShortClearing } from '../../support/e2e/short-clearing.ts';
import { textOf } from '../../support/e2e/text.ts';
import { until } from '../../support/e2e/until.ts';

// The real clipboard, and the shortest time that can be chosen.
describe.each(browsers)('in %s, a copied code', (name) => {
  let browser: Driver;
  let popup: Popup;

  beforeAll(async () => {
    browser = await launch(name);
    await withShortClearing(browser);
    popup = await browser.pressToolbar(await browser.newPage());
  });
  afterAll(() => browser?.close());

  const told = () => popup.text('li .copied');

  it('is cleared after its time, in Firefox by the next press', async () => {
    await popup.click('li .code');
    const toldFirst = textOf(name === 'firefox' ? 'habitsCopiedPress' : 'habitsCopiedHere').replace(
      '$1',
      SHORTEST_SECONDS,
    );
    await until('the popup says when it is cleared', async () => (await told()) === toldFirst);
    // The focus moves on, and stays in the window.
    await popup.press('Tab');
    // RFC 4226's algorithm over a test's secret: six digits.
    expect(await browser.clipboard(popup)).toMatch(/^\d{6}$/);
    await until('the popup says that it was cleared', async () => {
      if (name === 'firefox') await popup.click('li .strong');
      return (await told()) === textOf('habitsCleared');
    });
    expect(await browser.clipboard(popup)).toBe('');
  });
});
