import { describe, expect, it } from 'vitest';
import { atPortal } from '../support/e2e/at-portal.ts';
import { browsers } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';
import { until } from '../support/e2e/until.ts';

describe.each(browsers)('in %s', (name) => {
  const at = atPortal(name);

  it('leads from a fresh installation to a code that the portal confirmed in six presses, with nothing typed but the emergency key', async () => {
    const customerArea = portalPage(at.page, at.portal.url);
    await customerArea.typeLogin();
    await customerArea.startEnrolment();
    let presses = 0;
    const press = async <T>(act: Promise<T>): Promise<T> => {
      presses += 1;
      return act;
    };

    const popup = await press(at.browser.pressToolbar(at.page));
    const screen = popupPage(popup);
    // The found card stands first, and the choice under it.
    await popup.waitFor(screen.at.found);
    await popup.waitFor('#question-title');
    const tops = await popup.evaluate(
      `['section.card', '#question-title'].map((one) => document.querySelector(one).getBoundingClientRect().top)`,
    );
    expect(Array.isArray(tops) && tops[0] < tops[1]).toBe(true);
    await press(popup.click({ button: 'questionMine' }));
    await press(popup.click({ button: 'choiceWithout' }));
    await press(screen.keepEmergencyKey());
    await press(screen.addFound());
    // The note lies above the portal's dialog, in the browser's top layer, and takes no click.
    const note = await at.page.evaluate(() => {
      const host = document.documentElement.lastElementChild;
      return host?.matches(':popover-open') === true && getComputedStyle(host).pointerEvents;
    });
    expect(note).toBe('none');
    await waitForCode(at.page, customerArea.enrolmentBox);
    await popup.close();
    expect(await press(customerArea.confirm())).toMatch(/\S/);
    // What it said is done, and it must not cover the backup code.
    await until('the note is gone', () =>
      at.page.evaluate(() => document.documentElement.lastElementChild?.localName === 'body'),
    );
    expect(presses).toBe(6);
    await until('the backup code was seen', async () => (await at.browser.badge()) === '+');
  });

  it('fills the code at login from the popup, and the portal lets the customer in', async () => {
    const customerArea = portalPage(at.page, at.portal.url);
    await customerArea.logOut();
    await customerArea.typeLogin();
    // The enrolment code counts as used, so what is filled is the next step's.
    const popup = await at.browser.pressToolbar(at.page);
    const screen = popupPage(popup);
    // The backup code waits since the enrolment: its card is there with the first codes, and moves none under a press.
    await popup.waitFor(screen.at.fill);
    expect(await popup.count('section.backup')).toBe(1);
    expect(await popup.evaluate('scrollY')).toBe(0);
    // Busy for longer than the popup waits before it shows codes, as on a slow computer: a press waits longer.
    const busy = at.page.evaluate(() => {
      for (const endMs = performance.now() + 3_500; performance.now() < endMs; );
    });
    await screen.fill();
    await busy;
    await waitForCode(at.page, customerArea.challengeBox);
    await popup.close();
    expect(await customerArea.sendChallenge()).toContain('Hello,');
  });
});
