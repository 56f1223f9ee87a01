import { URI } from 'otpauth';
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { atPortal } from '../../support/e2e/at-portal.ts';
import { addFromLink, addTwoFactorCustomer, type TestCustomer } from '../../support/e2e/customers.ts';
import { browsers } from '../../support/e2e/driver.ts';
import { waitForNote } from '../../support/e2e/page-note.ts';
import { popupPage } from '../../support/e2e/popup-page.ts';
import { portalPage, waitForCode } from '../../support/e2e/portal-page.ts';
import { textOf } from '../../support/e2e/text.ts';
import { until } from '../../support/e2e/until.ts';

const STEP_MS = 30_000;

/** The time step of a code that was filled a moment ago; throws for a code that is none. */
function stepOf(code: string, { keyUri }: TestCustomer): number {
  const key = URI.parse(keyUri);
  if (!('period' in key)) throw new Error('the customer has no codes by time');
  const now = Math.floor(Date.now() / STEP_MS);
  const step = [now, now - 1, now - 2].find((each) => key.generate({ timestamp: each * STEP_MS }) === code);
  if (step === undefined) throw new Error('the code is none of the account');
  return step;
}

// A second tab of a site at once, in the middle of a time step: with its end near, the next code would be the only one.
describe.each(browsers)('in %s, with two tabs of a site', (name) => {
  const at = atPortal(name, { launched: name === 'chromium' ? { granted: ['http://*.localhost/*'] } : {} });
  let customer: TestCustomer;
  let origin: string;
  let count = 0;
  const area = (page: Page) => portalPage(page, origin, customer);
  const middleOfStep = () => until('a step has begun', async () => Date.now() % STEP_MS < STEP_MS / 2);

  beforeEach(async () => {
    count += 1;
    origin = at.portal.at(`tabs-${count}`);
    customer = await addTwoFactorCustomer(at.portal, `customer-${count}`);
    await addFromLink(at.browser, at.page, origin, customer.keyUri);
  });

  /** What the box of a tab holds once a code is in it, by its step. */
  async function filledStep(page: Page): Promise<number> {
    await waitForCode(page, area(page).challengeBox);
    return stepOf(await area(page).codeInChallenge(), customer);
  }

  it('fills by itself in the second the code of a later step, which the portal takes', async () => {
    await at.page.goto(`${origin}/login`);
    const popup = await at.browser.pressToolbar(at.page);
    await popupPage(popup).fillByItselfHere();
    await at.browser.allowSite();
    await popup.waitForNone(popupPage(popup).at.automatic);
    await popup.close();
    const second = await at.browser.newPage();
    await at.page.bringToFront();
    await middleOfStep();
    await area(at.page).logIn();
    const first = await filledStep(at.page);
    await second.bringToFront();
    await area(second).logIn();
    expect(await filledStep(second)).toBe(first + 1);
    expect(await area(second).sendChallenge()).toContain('Hello,');
    await second.close();
  });

  it('says after a press in the second that the code was used, and fills the one of the next step', async () => {
    const second = await at.browser.newPage();
    await at.page.bringToFront();
    await middleOfStep();
    await area(at.page).logIn();
    await at.browser.pressCommand(at.page, 'fill-code');
    const first = await filledStep(at.page);
    await second.bringToFront();
    await area(second).logIn();
    await at.browser.pressCommand(second, 'fill-code');
    await waitForNote(at.browser, new RegExp(textOf('noteUsed').replace('$1', String.raw`\d+`)));
    expect(await area(second).codeInChallenge()).toBe('');
    expect(await filledStep(second)).toBe(first + 1);
    expect(await area(second).sendChallenge()).toContain('Hello,');
    await second.close();
  });
});
