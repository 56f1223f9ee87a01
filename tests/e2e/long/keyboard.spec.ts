import { describe, expect, it } from 'vitest';
import { atPortal } from '../../support/e2e/at-portal.ts';
import { addTwoFactorCustomer, showLink } from '../../support/e2e/customers.ts';
import { browsers } from '../../support/e2e/driver.ts';
import type { Popup } from '../../support/e2e/popup.ts';
import { popupPage } from '../../support/e2e/popup-page.ts';
import { portalPage, waitForCode } from '../../support/e2e/portal-page.ts';
import { textOf } from '../../support/e2e/text.ts';

const MOST_TABS = 40;
const passphrase = 'harbour demo words';

/** Goes on by Tab until what has the focus fulfils a condition on `element`. */
async function tabTo(popup: Popup, condition: string): Promise<void> {
  const isThere = () =>
    popup.evaluate(
      `((element) => element !== null && ${condition} && element.matches(':focus-visible'))(document.activeElement)`,
    );
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if ((await isThere()) === true) return;
    await popup.press('Tab');
  }
  throw new Error(`no Tab leads to ${condition}`);
}

const matches = (selector: string): string => `element.matches(${JSON.stringify(selector)})`;

describe.each(browsers)('in %s', (name) => {
  const at = atPortal(name);

  it('adds, fills and locks by Tab, Enter and the passphrase alone', async () => {
    const origin = at.portal.at('keys');
    const customer = await addTwoFactorCustomer(at.portal, 'keys');
    await showLink(at.page, origin, customer.keyUri);
    const adding = await at.browser.pressToolbar(at.page);
    const { at: seen } = popupPage(adding);
    await adding.waitFor({ button: 'questionMine' });
    await tabTo(adding, `element.textContent.trim() === ${JSON.stringify(textOf('questionMine'))}`);
    await adding.press('Enter');
    await adding.waitFor(seen.newPassphrase);
    const type = async (popup: Popup, text: string): Promise<void> => {
      for (const character of text) await popup.press(character);
    };
    await tabTo(adding, matches(seen.newPassphrase));
    await type(adding, passphrase);
    await adding.press('Tab');
    await tabTo(adding, matches(`.field + .field ${seen.newPassphrase}`));
    await type(adding, passphrase);
    await adding.press('Enter');
    await adding.waitFor({ button: 'headerLock' });
    await adding.waitFor(seen.idle);
    await tabTo(adding, matches(seen.add));
    await adding.press('Enter');
    await adding.waitFor(seen.filled);
    await adding.close();

    const area = portalPage(at.page, origin, customer);
    await area.logIn();
    const filling = await at.browser.pressToolbar(at.page);
    await filling.waitFor(seen.fill);
    await tabTo(filling, matches(seen.fill));
    await filling.press('Enter');
    await waitForCode(at.page, area.challengeBox);
    await filling.waitFor(seen.idle);
    await tabTo(filling, `element.textContent.trim() === ${JSON.stringify(textOf('headerLock'))}`);
    await filling.press('Enter');
    await filling.waitFor(seen.passphrase);
    await filling.close();
    expect(await area.sendChallenge()).toContain('Hello,');
  });
});
