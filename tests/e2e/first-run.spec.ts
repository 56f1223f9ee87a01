import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addTwoFactorCustomer, showLink } from '../support/e2e/customers.ts';
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
    await first.waitFor('#offer-title, .pin-picture');
  }

  it('leads from the tab that opens to a confirmed code in five presses, with nothing typed but the passphrase', async () => {
    browser = await launch(name, { firstRun: true });
    const first = await browser.ownPage('/first-run.html');
    let presses = 0;
    const press = async <T>(act: Promise<T>): Promise<T> => {
      presses += 1;
      return act;
    };
    await press(first.click({ button: 'questionMine' }));
    await press(choosePassphrase(first));
    const { page, area } = await openEnrolment();
    const popup = await press(browser.pressToolbar(page));
    await press(popupPage(popup).addFound());
    await waitForCode(page, area.enrolmentBox);
    await popup.close();
    expect(await press(area.confirm())).toMatch(/\S/);
    expect(presses).toBe(5);
    // The tab waits where it was left, for whoever wants an emergency key and to pin the button.
    await first.click({ button: 'keyLater' });
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

  it('makes nothing without a passphrase until the emergency key that it shows was typed back as it is', async () => {
    browser = await launch(name);
    await browser.evaluateInBackground(
      '(globalThis.browser ?? chrome).tabs.create({ url: "/first-run.html" }).then(() => true)',
    );
    const first = await browser.ownPage('/first-run.html');
    const screen = popupPage(first);
    const state = () => first.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage({ kind: 'vault-state' })`);
    await first.click({ button: 'questionMine' });
    await first.click({ button: 'choiceWithout' });
    await first.type(screen.at.typeBack, '0000-1111');
    await first.press('Enter');
    expect(await first.text(screen.at.problem)).toBe(textOf('keyShort').replace('$1', '8').replace('$2', '36'));
    const remembered = await first.evaluate(
      `(({ autocomplete, spellcheck }) => ({ autocomplete, spellcheck }))(document.querySelector('${screen.at.typeBack}'))`,
    );
    expect(remembered).toEqual({ autocomplete: 'off', spellcheck: false });
    expect(await state()).toEqual({ kind: 'vault-state', state: { kind: 'absent' } });
    await screen.keepEmergencyKey();
    await first.waitFor('.pin-picture');
    expect(await state()).toMatchObject({ state: { slots: [{ kind: 'recovery' }, { kind: 'computer' }] } });
    await first.close();
  });

  it('asks for a passphrase and nothing less where others use the computer too, locks sooner there and offers no filling by itself', async () => {
    browser = await launch(name);
    const customer = await addTwoFactorCustomer(portal, 'sharer');
    const page = await browser.newPage();
    await showLink(page, portal.at('shared'), customer.keyUri);
    const popup = await browser.pressToolbar(page);
    const screen = popupPage(popup);
    await popup.click({ button: 'questionShared' });
    await popup.waitFor(screen.at.newPassphrase);
    expect(await popup.count({ button: 'choiceWithout' })).toBe(0);
    await screen.typeNewPassphrase(passphrase);
    await popup.waitFor({ button: 'headerLock' });
    await screen.addFound();
    await screen.openSettings();
    const shared = { labelled: 'settingsShared' } as const;
    await popup.waitFor(shared);
    expect(await popup.evaluate(`document.querySelector('select').value`)).toBe('5');
    expect(await popup.count({ button: 'automaticButton' })).toBe(0);
    await popup.click(shared);
    await popup.waitFor({ button: 'automaticButton' });
    await popup.close();
  });

  it('says that the vault was made in another window meanwhile, and does not ask for a passphrase for ever', async () => {
    browser = await launch(name);
    const { page } = await openEnrolment();
    await browser.evaluateInBackground(
      '(globalThis.browser ?? chrome).tabs.create({ url: "/first-run.html", active: false }).then(() => true)',
    );
    const first = await browser.ownPage('/first-run.html');
    await first.click({ button: 'questionMine' });
    await first.waitFor('input[autocomplete=new-password]');
    const popup = await browser.pressToolbar(page);
    await popupPage(popup).withoutPassphrase();
    await popup.close();
    await choosePassphrase(first);
    expect(await first.text('.notice')).toBe(textOf('firstAlready'));
  });
});
