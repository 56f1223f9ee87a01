import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browsers, type Driver, launch } from '../support/e2e/driver.ts';
import type { Popup } from '../support/e2e/popup.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { startPortal, type TestPortal } from '../support/e2e/portal.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';
import { textOf } from '../support/e2e/text.ts';
import { until } from '../support/e2e/until.ts';

const passphrase = 'harbour demo words';

describe.each(browsers)('in %s', (name) => {
  let browser: Driver;
  let portal: TestPortal;

  beforeEach(async () => {
    portal = await startPortal();
  });

  afterEach(async () => {
    await browser?.close();
    await portal?.close();
  });

  /** The enrolment that the customer has open; everything before it is the portal's business. */
  async function openEnrolment() {
    const page = await browser.newPage();
    const area = portalPage(page, portal.url);
    await area.logIn();
    await area.startEnrolment();
    return { page, area };
  }

  /** Types the passphrase twice; sending the form is one press. */
  async function choosePassphrase(first: Popup): Promise<void> {
    await popupPage(first).typeNewPassphrase(passphrase);
    await first.waitFor('.pin-picture');
  }

  it('leads from the tab that opens to a confirmed code in four presses, with nothing typed but the passphrase', async () => {
    browser = await launch(name, { firstRun: true });
    const first = await browser.ownPage('/first-run.html');
    let presses = 0;
    const press = async <T>(act: Promise<T>): Promise<T> => {
      presses += 1;
      return act;
    };
    await press(choosePassphrase(first));
    const { page, area } = await openEnrolment();
    const popup = await press(browser.pressToolbar(page));
    await press(popupPage(popup).addFound());
    await waitForCode(page, area.enrolmentBox);
    await popup.close();
    expect(await press(area.confirm())).toMatch(/\S/);
    expect(presses).toBe(4);
    // The tab waits where it was left, for whoever wants to pin the button.
    await first.click({ button: 'firstPinNext' });
    await first.waitFor('#done-title');
    await first.click({ button: 'firstDoneButton' });
    await until('the tab is gone', () =>
      first.evaluate('true').then(
        () => false,
        () => true,
      ),
    );
  });

  it('says that the vault was made in another window meanwhile, and does not ask for a passphrase for ever', async () => {
    browser = await launch(name);
    const { page } = await openEnrolment();
    await browser.evaluateInBackground(
      '(globalThis.browser ?? chrome).tabs.create({ url: "/first-run.html", active: false }).then(() => true)',
    );
    const first = await browser.ownPage('/first-run.html');
    await first.waitFor('input[autocomplete=new-password]');
    const popup = await browser.pressToolbar(page);
    await popupPage(popup).withoutPassphrase();
    await popup.close();
    await choosePassphrase(first);
    expect(await first.text('.notice')).toBe(textOf('firstAlready'));
  });
});
