import { beforeAll, expect, it } from 'vitest';
import type { Variant } from '../../../portal/variants.ts';
import { type AtPortal, atPortal } from './at-portal.ts';
import type { BrowserName } from './driver.ts';
import { popupPage } from './popup-page.ts';
import { portalPage } from './portal-page.ts';

/** Every kind of picture, box and place at least once; the journey has the plain row (png, single, dialog). */
export const variants: readonly Variant[] = [
  { qr: 'svg', box: 'split', place: 'page' },
  { qr: 'canvas', box: 'password', place: 'dialog' },
  { qr: 'table', box: 'frame', place: 'page' },
  { qr: 'url', box: 'shadow', place: 'dialog' },
  { qr: 'cross-origin', box: 'single', place: 'page' },
  { qr: 'background', box: 'split', place: 'dialog' },
];

/** Declares, in a `describe`, the tests that enrol by each row in one browser; gives what they share. */
export function enrolsByEach(name: BrowserName, rows: readonly Variant[]): AtPortal {
  const at = atPortal(name, { variants: true });

  beforeAll(async () => {
    await portalPage(at.page, at.portal.url).logIn();
    const popup = await at.browser.pressToolbar(at.page);
    await popupPage(popup).withoutPassphrase();
    await popup.close();
  });

  it.each(rows)('enrols by a $qr picture and fills the $box box on a $place', async (variant) => {
    const area = portalPage(at.page, at.portal.url);
    const enrolment = await area.startEnrolmentAs(variant);
    const popup = await at.browser.pressToolbar(enrolment);
    const screen = popupPage(popup);
    // Only a picture of the visible page shows what another origin drew, and taking one needs the customer's press.
    if (variant.qr === 'cross-origin') {
      await popup.click(screen.at.look);
      await popup.waitFor(screen.at.found);
    }
    await screen.addFound();
    await popup.close();
    await area.confirmOn(enrolment);
    expect(await enrolment.$eval('#backupCode', (code) => code.textContent)).toMatch(/^\S{5}(-\S{5}){3}$/);
    if (enrolment !== at.page) await enrolment.close();
    // The next row begins anew, with another secret for the same account.
    at.portal.state.database.exec('DELETE FROM second_factor');
  });

  return at;
}
