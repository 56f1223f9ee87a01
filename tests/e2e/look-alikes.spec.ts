import { beforeAll, describe, expect, it } from 'vitest';
import { atPortal } from '../support/e2e/at-portal.ts';
import { addFromLink, addTwoFactorCustomer, type TestCustomer } from '../support/e2e/customers.ts';
import { browsers } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';
import { textOf } from '../support/e2e/text.ts';

const useHere = 'li .code-line button:not(.code, .more)';
const doubt = { shown: '.doubt [role=alert]', leave: '.doubt .buttons button', anyway: '.doubt .buttons .plain' };

// The same login page under names that resemble the right one, without a site beyond the press itself; origins.spec.ts goes
// to more names.
describe.each(browsers)('in %s', (name) => {
  const at = atPortal(name);
  let customer: TestCustomer;

  const origin = (text: string) => new URL(text).origin;
  const alike = () => origin(at.portal.at('rıght'));
  const openAt = async (address: string) => {
    await portalPage(at.page, address, customer).logIn();
    const popup = await at.browser.pressToolbar(at.page);
    await popup.waitFor(popupPage(popup).at.code);
    return popup;
  };
  const codeInPage = () => portalPage(at.page, '', customer).codeInChallenge();

  beforeAll(async () => {
    customer = await addTwoFactorCustomer(at.portal, 'owner');
    await addFromLink(at.browser, at.page, at.portal.at('right'), customer.keyUri);
  });

  it('shows both names at a look-alike, as letters and as the browser writes them, and fills nothing', async () => {
    const popup = await openAt(alike());
    const text = await popup.text(popupPage(popup).at.lookAlike);
    expect(text).toContain(`This is not ${at.portal.at('right')}`);
    expect(text).toContain(at.portal.at('rıght'));
    expect(text).toContain(alike());
    expect(await popup.count(popupPage(popup).at.fill)).toBe(0);
    expect(await codeInPage()).toBe('');
    await popup.close();
  });

  it('gives an account its second site only by a second press, which names the first', async () => {
    const popup = await openAt(at.portal.at('other'));
    expect(await popup.count(useHere)).toBe(0);
    await popup.click('.codes > button[aria-pressed]');
    await popup.click(useHere);
    expect(await popup.text(doubt.shown)).toContain(at.portal.at('right'));
    expect(await codeInPage()).toBe('');
    await popup.click(doubt.anyway);
    await popup.waitFor('.notice-success');
    await popup.close();
    await waitForCode(at.page, portalPage(at.page, '', customer).challengeBox);
  });

  it('uses an account at a look-alike only by a second press, and leaves it alone where the customer does', async () => {
    const popup = await openAt(alike());
    await popup.evaluate(`(globalThis.browser ?? globalThis.chrome).runtime.sendMessage({
      kind: 'add-manual',
      form: {
        issuer: 'Portal', account: 'loose', secretText: 'KRSXG5CTMVRXEZLU',
        kind: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30, counter: 0,
      },
    })`);
    await popup.close();
    const again = await at.browser.pressToolbar(at.page);
    await again.click(useHere);
    expect(await again.text(doubt.shown)).toContain(alike());
    await again.click(doubt.leave);
    await again.waitForNone(doubt.shown);
    expect(await codeInPage()).toBe('');
    await again.click(useHere);
    await again.click(doubt.anyway);
    await again.waitFor('.notice-success');
    await again.waitForNone('.look-alike');
    await again.close();
    await waitForCode(at.page, portalPage(at.page, '', customer).challengeBox);
  });

  it('warns in the card of an account, which gives one that has a site no second one, and a new one this site by a press', async () => {
    const here = at.portal.at('rigt');
    await at.page.goto(`${here}/login`);
    const offer = async (keyUri: string) => {
      await at.page.evaluate((href) => {
        const link = document.createElement('a');
        link.href = href;
        link.textContent = 'Add to your authenticator';
        document.querySelector('a[href^="otpauth:"]')?.remove();
        document.body.append(link);
      }, keyUri);
      const popup = await at.browser.pressToolbar(at.page);
      expect(await popup.text('.card .look-alike')).toContain(here);
      expect(await popup.count('.card [data-first-act]')).toBe(0);
      expect(await popup.count(popupPage(popup).at.lookAlike)).toBe(0);
      return popup;
    };
    const popup = await offer(customer.keyUri);
    expect(await popup.text('.card')).toContain(textOf('foundAlreadyHere'));
    for (const button of ['foundAdd', 'foundUseExisting'] as const) expect(await popup.count({ button })).toBe(0);
    // Past the button that is not there, too.
    const belonging = await popup.evaluate(`(async () => {
      const api = globalThis.browser ?? globalThis.chrome;
      const [{ id: tabId }] = await api.tabs.query({ active: true, currentWindow: true });
      const { id: shown } = await api.runtime.sendMessage({ kind: 'list-found', tabId });
      const add = { kind: 'add-found', tabId, shown, index: 0, choice: 'new', replaces: null };
      const { saved } = await api.runtime.sendMessage(add);
      const { entries } = await api.runtime.sendMessage({ kind: 'list-entries', tabId, most: 9 });
      return [saved, entries.filter(({ belongsHere }) => belongsHere).length];
    })()`);
    expect(belonging).toEqual(['already-here', 0]);
    await popup.close();

    const other = await offer('otpauth://totp/Portal:eve?secret=JBSWY3DPEHPK3PXP&issuer=Portal');
    expect(await other.text('.card .look-alike')).toContain(textOf('lookAlikeAdd'));
    await popupPage(other).addFound();
    await other.waitForNone('.look-alike');
    expect(await other.text('.rows')).toContain('eve');
    await other.close();
  });
});
