import { TOTP, URI } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { atPortal } from '../support/e2e/at-portal.ts';
import { addFromLink, addTwoFactorCustomer } from '../support/e2e/customers.ts';
import { browsers } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';
import { textOf } from '../support/e2e/text.ts';
import { until } from '../support/e2e/until.ts';

// In the script's own world, where the page's scripts do not see it: the shortest typing would come before it otherwise.
const listens = `(async () => {
  const api = globalThis.browser ?? globalThis.chrome;
  const [tab] = await api.tabs.query({ active: true });
  const target = { tabId: tab.id };
  return api.scripting.executeScript({ target, func: () => globalThis.doorcodeLogin === true }).then(
    ([read]) => read?.result === true,
    () => false,
  );
})()`;

describe.each(browsers)('in %s, two accounts at one site', (name) => {
  const at = atPortal(name, { launched: name === 'chromium' ? { granted: ['http://*.localhost/*'] } : {} });
  let adasKey: string;

  it('are told apart by the e-mail typed at the login, where the challenge names nobody', async () => {
    const origin = at.portal.at('shared');
    const ada = await addTwoFactorCustomer(at.portal, 'ada');
    const bob = await addTwoFactorCustomer(at.portal, 'bob');
    adasKey = ada.keyUri;
    for (const { keyUri } of [ada, bob]) await addFromLink(at.browser, at.page, origin, keyUri);
    const popup = await at.browser.pressToolbar(at.page);
    await popupPage(popup).fillByItselfHere();
    await at.browser.allowSite();
    await popup.close();
    for (const customer of [ada, bob]) {
      const area = portalPage(at.page, origin, customer);
      await area.typeLogin(() =>
        until('the login form is listened to', async () => (await at.browser.evaluateInBackground(listens)) === true),
      );
      await waitForCode(at.page, area.challengeBox);
      // The portal takes the code of the account that the password was for, and no other.
      expect(await area.sendChallenge()).toContain('Hello,');
      await area.logOut();
    }
  });

  it('one gets another name by one press, another key by two, is what it was by an undo, and keeps its site when it is put back', async () => {
    const popup = await at.browser.pressToolbar(at.page);
    const screen = popupPage(popup);
    const named = '[aria-label*="Ada at home"]';
    await screen.openAccount('ada');
    await screen.openEdit();
    expect(await popup.text('.edit-sites')).toContain(at.portal.at('shared'));
    await popup.retype(screen.at.editAccount, 'Ada at home');
    await screen.saveEdit();
    expect(await popup.text('.account .names')).toContain('Ada at home');

    await screen.openEdit();
    await popup.click(screen.at.editDetails);
    // A test's secret; it belongs to nobody.
    await popup.type(screen.at.editKey, 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU');
    await screen.saveEdit();
    expect(await popup.text(screen.at.editWarning)).toContain(textOf('editKeyChange'));
    expect(await popup.count('.notice-success')).toBe(0);
    await popup.click({ button: 'editWarnConfirm' });
    await popup.waitFor(screen.at.pending);
    await popup.click({ button: 'removeUndo' });
    await popup.waitFor(screen.at.confirmed);
    const app = URI.parse(adasKey);
    // The next one: what was filled before is known as that, whosever key made it.
    await screen.checkCode(app instanceof TOTP ? app.generate({ timestamp: Date.now() + 30_000 }) : '');
    await popup.waitFor(screen.at.verdict);
    expect(await popup.text(screen.at.verdict)).not.toContain(textOf('checkNotThis'));

    await popup.click({ button: 'accountRemove' });
    expect(await popup.text('.account-change')).toContain('does not switch two-factor login off');
    const link = `document.querySelector('.account-change a[target=_blank]').href`;
    expect(await popup.evaluate(link)).toBe(`${at.portal.at('shared')}/`);
    await popup.click({ button: 'removeConfirm' });
    expect(await popup.text('.notice-success')).toContain(at.portal.at('shared'));
    expect(await popup.count(`${screen.at.more}${named}`)).toBe(0);
    await popup.click({ button: 'removeUndo' });
    await popup.waitFor(`${screen.at.fill}${named}`);
    await popup.close();
  });
});
