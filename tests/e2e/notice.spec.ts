import encodeQr from 'qr';
import { beforeAll, describe, expect, it } from 'vitest';
import { atPortal } from '../support/e2e/at-portal.ts';
import { addFromLink, addTwoFactorCustomer } from '../support/e2e/customers.ts';
import { browsers } from '../support/e2e/driver.ts';
import { injectedSince, noteInjected } from '../support/e2e/injected-scripts.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';
import { textOf } from '../support/e2e/text.ts';
import { titleOfButton } from '../support/e2e/title-of-button.ts';
import { until } from '../support/e2e/until.ts';

// The site is allowed through the account of another customer, whose code must get into no box of an enrolment.
describe.each(browsers)('in %s, on an allowed site', (name) => {
  const at = atPortal(name, {
    variants: true,
    launched: name === 'chromium' ? { granted: ['http://*.localhost/*'] } : {},
  });
  let origin: string;

  // The other customer's account waits for its first login: so much is said wherever nothing else is.
  const sign = (shown: string) =>
    until(`the sign "${shown}" on the toolbar button`, async () => (await at.browser.badge()) === shown);

  beforeAll(async () => {
    origin = at.portal.at('notice');
    await addFromLink(at.browser, at.page, origin, (await addTwoFactorCustomer(at.portal, 'other')).keyUri);
    await at.page.goto(`${origin}/login`);
    const popup = await at.browser.pressToolbar(at.page);
    await popupPage(popup).fillByItselfHere();
    await at.browser.allowSite();
    // The site is on: a popup that is closed before that may take its wish along.
    await sign('…');
    await popup.close();
  });

  it('adds by the menu the code of the picture, and of the link, that it was opened on, whatever else the page shows', async () => {
    const keyOf = (account: string) =>
      `otpauth://totp/Acme:${account}?secret=${Buffer.from(account)
        .toString('hex')
        .replaceAll(/[0189]/g, '7')}`;
    const pictureOf = (text: string) => `data:image/svg+xml,${encodeURIComponent(encodeQr(text, 'svg'))}`;
    await at.page.goto(`${at.portal.at('menu')}/login`);
    await at.page.evaluate(
      (pictures, link) => {
        for (const src of pictures) document.body.append(Object.assign(new Image(200, 200), { src }));
        document.body.append(Object.assign(document.createElement('a'), { href: link, id: 'key', textContent: 'Key' }));
      },
      ['first-one', 'second-one'].map((account) => pictureOf(keyOf(account))),
      keyOf('linked-one'),
    );
    const addsBy = async (selector: string, item: 'add-picture' | 'add-link', account: string) => {
      await at.browser.pressMenu(at.page, selector, item);
      const popup = await at.browser.openedPopup();
      const { at: shown } = popupPage(popup);
      // Until then it tells of the one before.
      await until(`${account} is added`, async () =>
        (await popup.text(shown.filled).catch(() => '')).includes(account),
      );
      await popup.close();
    };
    await addsBy('img:last-of-type', 'add-picture', 'second-one');
    await addsBy('#key', 'add-link', 'linked-one');
  });

  it('says of a picture that no script may read only that it is perhaps a code, until a press looks', async () => {
    const area = portalPage(at.page, origin);
    await area.logIn();
    await area.startEnrolmentAs({ qr: 'cross-origin', box: 'single', place: 'dialog' });
    await sign('QR?');
    expect(await titleOfButton(at.browser)).toBe(textOf('badgePerhapsCode'));
    const popup = await at.browser.pressToolbar(at.page);
    const screen = popupPage(popup);
    await popup.waitFor(screen.at.look);
    expect(await popup.count(screen.at.found)).toBe(0);
    await popup.click(screen.at.look);
    await popup.waitFor(screen.at.found);
    await popup.close();
  });

  it('says on the button that a dialog shows a code, reads no page before it, and fills no code of another account', async () => {
    const area = portalPage(at.page, origin);
    await noteInjected(at.browser);
    await at.page.goto(`${origin}/?plain`);
    await at.page.evaluate(async () => {
      const picture = new Image(200, 200);
      const paper = document.createElement('canvas');
      paper.getContext('2d')?.fillRect(20, 20, 160, 80);
      picture.src = paper.toDataURL();
      document.querySelector('main')?.append(picture);
      await picture.decode();
    });
    await sign('…');
    await area.startEnrolment();
    await sign('QR');
    const read = (await injectedSince(at.browser)).filter((one) => one.startsWith('/notice.js'));
    expect(new Set(read)).toEqual(new Set(['/notice.js /security']));
    expect(await at.page.$eval(area.enrolmentBox, (box) => box instanceof HTMLInputElement && box.value)).toBe('');
    const popup = await at.browser.pressToolbar(at.page);
    await popup.waitFor(popupPage(popup).at.found);
    expect(await popup.count(popupPage(popup).at.added)).toBe(0);
    await popup.close();
  });

  it('adds the account and fills its code by one press of the keyboard, and the portal confirms', async () => {
    const area = portalPage(at.page, origin);
    // Busy for longer than a look at it waits, as on a slow computer: a press waits longer.
    const busy = at.page.evaluate(() => {
      for (const endMs = performance.now() + 2_500; performance.now() < endMs; );
    });
    await at.browser.pressCommand(at.page, 'add-from-page');
    await busy;
    await waitForCode(at.page, area.enrolmentBox);
    await sign('…');
    const popup = await at.browser.pressToolbar(at.page);
    await popup.waitFor('.added[data-fill=filled]');
    await popup.close();
    await area.confirm();
    await sign('+');
  });
});
