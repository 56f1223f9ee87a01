import { beforeEach, describe, expect, it } from 'vitest';
import type { TextKey } from '../../components/text-keys.ts';
import { atPortal } from '../support/e2e/at-portal.ts';
import { addFromLink, addTwoFactorCustomer, type TestCustomer } from '../support/e2e/customers.ts';
import { browsers } from '../support/e2e/driver.ts';
import { askFromElsewhere } from '../support/e2e/from-elsewhere.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { startPortal } from '../support/e2e/portal.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';
import { textOf } from '../support/e2e/text.ts';
import { titleOfButton } from '../support/e2e/title-of-button.ts';
import { until } from '../support/e2e/until.ts';

// The press's grant outlives a navigation within the exact origin in Chromium, and no navigation in Firefox.
const afterNavigation = { chromium: 'without a press', firefox: 'by the next press of the command' } as const;

// Chromium's commands and menus are the real listeners under the grant of a press of the toolbar button (see the driver);
// real-input.spec.ts presses the true keys. Every test has a customer and an origin of its own, so that no code is held back as already used.
describe.each(browsers)('in %s', (name) => {
  // Firefox asks its own question about the site, and the spec answers it.
  const at = atPortal(name, { launched: name === 'chromium' ? { granted: ['http://*.localhost/*'] } : {} });
  let customer: TestCustomer;
  let origin: string;
  let count = 0;
  const area = (site = origin) => portalPage(at.page, site, customer);

  beforeEach(async () => {
    count += 1;
    origin = at.portal.at(`site-${count}`);
    customer = await addTwoFactorCustomer(at.portal, `customer-${count}`);
    await addFromLink(at.browser, at.page, origin, customer.keyUri);
  });

  /** Waits until the customer's account is confirmed; the popup that knows is opened in another tab, at another site, and looks at nothing here. */
  async function waitForConfirmed(): Promise<void> {
    const elsewhere = await askFromElsewhere(at.browser, `${at.portal.at('elsewhere')}/login`);
    await until('the account is confirmed', async () => (await elsewhere.states(customer.email)) === 'confirmed');
    await elsewhere.close();
  }

  /** Waits until codes are filled by themselves at the site. */
  const waitForSite = () =>
    until('the site is on', async () => {
      const sites = await at.browser.evaluateInBackground(
        `(globalThis.browser ?? chrome).storage.local.get('sites.automatic').then((kept) => kept['sites.automatic']?.on ?? [])`,
      );
      return Array.isArray(sites) && sites.includes(origin);
    });

  /** Has codes filled by themselves at the site, from its login. */
  async function allowToFill(): Promise<void> {
    await at.page.goto(`${origin}/login`);
    const popup = await at.browser.pressToolbar(at.page);
    await popupPage(popup).fillByItselfHere();
    await at.browser.allowSite();
    await waitForSite();
    await popup.close();
  }

  /** The panel follows the tab in front: it shows the account of the allowed site, asks for a press elsewhere, and is empty as soon as Doorcode is locked. */
  async function followsBeside(): Promise<void> {
    const popup = await at.browser.pressToolbar(at.page);
    await popupPage(popup).openSettings();
    await popup.click({ button: 'panelOpen' });
    const panel = await at.browser.panel();
    const { at: shown } = popupPage(panel);
    await panel.waitFor(shown.code);
    const asksForPress = async () => (await panel.text('main')).includes(textOf('panelPress'));
    await at.page.goto(`${origin}/login`);
    await panel.waitFor(shown.fill);
    expect(await asksForPress()).toBe(false);
    const other = await at.browser.newPage();
    // A site that nobody granted, in Chromium's changed manifest either.
    await other.goto(`${at.portal.at('elsewhere').replace('elsewhere.localhost', '127.0.0.1')}/login`);
    await until('the panel is about the other tab', asksForPress);
    expect(await panel.count(shown.fill)).toBe(0);
    await at.page.bringToFront();
    await panel.waitFor(shown.fill);
    await other.close();
    // In the background, so that nothing but the lock itself tells the panel.
    await at.browser.evaluateInBackground(
      "(globalThis.browser ?? chrome).storage.session.remove('vault.session').then(() => true)",
    );
    // Long before it would look by itself.
    await until('the panel shows no code', async () => (await panel.count(shown.code)) === 0, 3_000);
    await panel.waitFor({ button: 'unlockButton' });
    await panel.close();
  }

  it('fills by the keyboard command, and the portal lets the customer in', async () => {
    await area().logIn();
    await at.browser.pressCommand(at.page, 'fill-code');
    await waitForCode(at.page, area().challengeBox);
    expect(await area().sendChallenge()).toContain('Hello,');
  });

  it(`hears that the portal let the customer in ${afterNavigation[name]}, shows the code where no box takes it, and offers only once to fill by itself`, async () => {
    await area().logIn();
    await at.browser.pressCommand(at.page, 'fill-code');
    await waitForCode(at.page, area().challengeBox);
    expect(await area().sendChallenge()).toContain('Hello,');
    // There the command is pressed under the grant of the button, whose popup looks too.
    if (name === 'chromium') await waitForConfirmed();
    await at.browser.pressCommand(at.page, 'fill-code');
    await until('the sign of a code that was not filled', async () => (await at.browser.badge()) === '!');
    expect(await titleOfButton(at.browser)).toBe(textOf('badgeUnfilled'));
    if (name === 'firefox') await waitForConfirmed();
    const popup = await at.browser.pressToolbar(at.page);
    const screen = popupPage(popup);
    expect((await popup.text(screen.at.code)).replaceAll(/\D/g, '')).toHaveLength(6);
    await popup.click(screen.at.notNow);
    await popup.waitForNone(screen.at.automatic);
    await popup.close();
    const again = await at.browser.pressToolbar(at.page);
    await again.waitFor(screen.at.fill);
    expect(await again.count(screen.at.automatic)).toBe(0);
    await again.close();
  });

  // Chromium's own question cannot be answered headless.
  if (name === 'firefox')
    it('fills by a press and offers nothing else after a No to the question of the browser', async () => {
      await at.page.goto(`${origin}/login`);
      const popup = await at.browser.pressToolbar(at.page);
      await popupPage(popup).fillByItselfHere();
      await at.browser.declineSite();
      await popup.close();
      await area().logIn();
      const again = await at.browser.pressToolbar(at.page);
      const screen = popupPage(again);
      await again.waitFor(screen.at.fill);
      expect(await again.count(screen.at.automatic)).toBe(0);
      await screen.fill();
      await waitForCode(at.page, area().challengeBox);
      await again.close();
    });

  // In Chromium the press that lends the grant would wake the background first: real-input.spec.ts shows it there.
  if (name === 'firefox')
    it('fills by the keyboard command when the background had been put to sleep', async () => {
      await area().logIn();
      await at.browser.stopBackground();
      await at.browser.pressCommand(at.page, 'fill-code');
      await waitForCode(at.page, area().challengeBox);
    });

  it('fills by the context menu of the box, and the portal lets the customer in', async () => {
    await area().logIn();
    await at.browser.pressMenu(at.page, area().challengeBox, 'fill-code');
    await waitForCode(at.page, area().challengeBox);
    expect(await area().sendChallenge()).toContain('Hello,');
  });

  it('fills by itself where the customer allowed it, at no other port of that host, and not again after a refused code', async () => {
    await allowToFill();
    const elsewhere = await startPortal();
    const stranger = await addTwoFactorCustomer(elsewhere, 'stranger');
    const otherPort = elsewhere.at(new URL(origin).hostname.replace('.localhost', ''));
    const other = await at.browser.newPage();
    await addFromLink(at.browser, other, otherPort, stranger.keyUri);
    const otherArea = portalPage(other, otherPort, stranger);
    await otherArea.logIn();
    await at.page.bringToFront();
    await area().logIn();
    await waitForCode(at.page, area().challengeBox);
    // Its document was there first, so it would have had its code first.
    expect(await otherArea.codeInChallenge()).toBe('');
    await other.close();
    await elsewhere.close();
    // As it is sent, not before: a box that does not keep its code is another matter.
    await at.page.$eval(area().challengeBox, (box) => {
      if (!(box instanceof HTMLInputElement)) return;
      box.form?.addEventListener('submit', () => {
        box.value = '000000';
      });
    });
    expect(await area().sendChallenge()).toContain('was not accepted');
    // Heard after a navigation by the right to the site: nobody has pressed the button since.
    await until('the badge says so', async () => (await at.browser.badge()) === '!');
    expect(await titleOfButton(at.browser)).toBe(textOf('badgeRefused'));
    // A new document's button has no sign but the one that its own challenge gives it.
    await area().logIn();
    await until('the badge says so at the next challenge too', async () => (await at.browser.badge()) === '!');
    expect(await area().codeInChallenge()).toBe('');
  });

  it('says of a refused code that it was too late where the site answered after its time', async () => {
    const late = at.portal.at('late');
    const key = new URL((await addTwoFactorCustomer(at.portal, 'late')).keyUri);
    // Codes of five seconds, so that nobody has to wait long; the portal takes none of them.
    key.searchParams.set('period', '5');
    await addFromLink(at.browser, at.page, late, key.href);
    await at.page.goto(`${late}/login`);
    const popup = await at.browser.pressToolbar(at.page);
    await popupPage(popup).fillByItselfHere();
    await at.browser.allowSite();
    await popup.close();
    const challenge = portalPage(at.page, late, { email: 'late@example.com', password: customer.password });
    await challenge.logIn();
    await waitForCode(at.page, challenge.challengeBox);
    const endMs = Math.ceil(Date.now() / 5_000) * 5_000;
    // A page's own clock, by which its answer is dated, is a little coarse.
    await until('the code is over', async () => Date.now() > endMs + 500);
    expect(await challenge.sendChallenge()).toContain('was not accepted');
    await until('the badge says so', async () => (await at.browser.badge()) === '!');
    const told = await at.browser.pressToolbar(at.page);
    await told.waitFor('[data-why=late]');
    await told.close();
  });

  it('presses the button too once the customer chose it, and the portal lets the customer in', async () => {
    await allowToFill();
    const settings = await at.browser.pressToolbar(at.page);
    await popupPage(settings).openSettings();
    await settings.click({ labelled: 'settingsSubmit' });
    await settings.waitFor({ labelled: 'settingsSubmit', checked: true });
    await settings.close();
    await area().logIn();
    await until('the portal lets the customer in', () =>
      at.page.evaluate(() => document.body.textContent.includes('Hello,')).catch(() => false),
    );
  });

  it('fills by itself a code that the portal accepts, first in the tab that is open when it is allowed, says on the toolbar whether the site has confirmed the account, and nothing elsewhere, and beside the page shows the code of the tab in front until it is locked', async () => {
    const says = async (sign: string, title: TextKey) => {
      await until(`the sign "${sign}"`, async () => (await at.browser.badge()) === sign);
      expect(await titleOfButton(at.browser)).toBe(textOf(title));
    };
    await area().logIn();
    const popup = await at.browser.pressToolbar(at.page);
    await popupPage(popup).fillByItselfHere();
    await at.browser.allowSite();
    await waitForCode(at.page, area().challengeBox);
    await popup.close();
    await says('…', 'badgePending');
    expect(await area().sendChallenge()).toContain('Hello,');
    // By the right to the site: nobody has pressed anything here since.
    await waitForConfirmed();
    await at.page.bringToFront();
    await says('✓', 'badgeReady');
    await at.page.goto(`${at.portal.at('elsewhere')}/login`);
    await says('', 'extensionName');
    await followsBeside();
  });
});
