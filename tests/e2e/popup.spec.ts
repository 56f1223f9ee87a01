import { describe, expect, it } from 'vitest';
import { atPortal } from '../support/e2e/at-portal.ts';
import { browsers } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';
import { textOf } from '../support/e2e/text.ts';

describe.each(browsers)('in %s', (name) => {
  const at = atPortal(name);

  it('says that a phone can scan the code now too, and what a lost phone or a shared computer means is one press away', async () => {
    const area = portalPage(at.page, at.portal.url);
    await area.logIn();
    await area.startEnrolment();
    const popup = await at.browser.pressToolbar(at.page);
    await popup.waitFor(popupPage(popup).at.found);
    expect(await popup.text('.card .hint')).toBe(textOf('foundPhone'));
    await popup.click({ button: 'helpPhone' });
    const help = await popup.text('details[open]');
    for (const key of ['helpPhone', 'helpPhoneText', 'helpSharedText'] as const) expect(help).toContain(textOf(key));
    await popup.close();
  });

  it('reopens on the same step of an enrolment, whenever it was closed', async () => {
    const area = portalPage(at.page, at.portal.url);
    await area.logIn();
    await area.startEnrolment();
    const reopened = async () => {
      const popup = await at.browser.pressToolbar(at.page);
      return { popup, screen: popupPage(popup) };
    };

    for (const _ of ['first', 'again']) {
      const { popup, screen } = await reopened();
      await popup.waitFor({ button: 'questionMine' });
      await popup.waitFor(screen.at.found);
      await popup.close();
    }

    const chosen = await reopened();
    await chosen.screen.withoutPassphrase();
    await chosen.popup.waitFor(chosen.screen.at.add);
    await chosen.popup.close();

    // The picture is gone, as when a customer closes the dialog by mistake; what was found is kept for ten minutes.
    const picture = await at.page.$('.qr-frame');
    const markup = await picture?.evaluate((element) => element.innerHTML);
    await picture?.evaluate((element) => element.replaceChildren());
    const kept = await reopened();
    await kept.popup.waitFor(kept.screen.at.add);
    expect(await kept.popup.text(kept.screen.at.found)).toContain('Harbour Hosting');
    await picture?.evaluate((element, html) => {
      element.innerHTML = html ?? '';
    }, markup);
    await kept.screen.addFound();
    await waitForCode(at.page, area.enrolmentBox);
    await kept.popup.close();

    const added = await reopened();
    await added.popup.waitFor(added.screen.at.code);
    const told = await added.popup.text(added.screen.at.filled);
    for (const key of ['addedFilled', 'foundPhone'] as const) expect(told).toContain(textOf(key));
    expect(await added.popup.text('li')).toContain(textOf('statePending'));
    expect(await added.popup.count(added.screen.at.add)).toBe(0);
    await added.popup.close();
  });

  it('asks what becomes of an account whose dialog was closed unconfirmed, and takes either answer without deleting it', async () => {
    await at.page.click('#modalAjax .modal-close');
    await at.page.goto(at.portal.url);
    const popup = await at.browser.pressToolbar(at.page);
    const screen = popupPage(popup);
    await popup.click({ button: 'unconfirmedDiscard' });
    await popup.waitForNone('.unconfirmed');
    await popup.waitFor(screen.at.stale);
    await screen.openFirstAccount();
    await popup.click({ button: 'staleRevive' });
    await popup.waitFor(screen.at.pending);
    await popup.close();

    const again = await at.browser.pressToolbar(at.page);
    await again.click({ button: 'unconfirmedKeep' });
    await again.waitForNone('.unconfirmed');
    await again.waitFor(screen.at.pending);
    await again.close();
    const kept = await at.browser.pressToolbar(at.page);
    await kept.waitFor('[data-step=pending]');
    const asked = await kept.evaluate(`(async () => {
      const api = globalThis.browser ?? globalThis.chrome;
      const [tab] = await api.tabs.query({ active: true, currentWindow: true });
      return api.runtime.sendMessage({ kind: 'list-unconfirmed', tabId: tab.id });
    })()`);
    expect(asked).toEqual({ kind: 'unconfirmed', entry: null });
    await kept.close();
  });

  it('says on a page without a code what was looked at and what to do', async () => {
    await at.page.goto(`${at.portal.at('plain')}/register`);
    const popup = await at.browser.pressToolbar(at.page);
    const screen = popupPage(popup);
    await screen.openVault();
    await popup.click(screen.at.look);
    await popup.waitFor('#nothing-title');
    const said = await popup.text('main');
    expect(said).toContain(textOf('nothingTitle'));
    expect(said).toContain(textOf('nothingPictures').replace('$1', '0'));
    expect(said).toContain(textOf('nothingFrames').replace('$1', '1'));
    expect(said).toContain(textOf('nothingScreenshotYes'));
    expect(said).toContain(textOf('nothingAdvice'));
    await popup.waitFor({ button: 'nothingManual' });
    await popup.close();
  });
});
