import { describe, it } from 'vitest';
import { enrolsByEach, variants } from '../support/e2e/enrols-by-each.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { portalPage } from '../support/e2e/portal-page.ts';

describe('in chromium', () => {
  enrolsByEach('chromium', variants);
});

describe('in firefox', () => {
  // The one row that the browser itself has a part in, by its picture of the page; long/ has the others.
  const shared = enrolsByEach(
    'firefox',
    variants.filter(({ qr }) => qr === 'cross-origin'),
  );

  // Chromium's toolbar button cannot be pressed where there is none, nor its command headless: see real-input.spec.ts.
  it('enrols in a window without a toolbar by the command', async () => {
    const { browser, portal, page } = shared;
    const area = portalPage(page, portal.url);
    const enrolment = await area.startEnrolmentAs({ qr: 'png', box: 'password', place: 'window' });
    await browser.pressCommand(enrolment, 'add-from-page');
    const popup = await browser.popupWindow();
    await popupPage(popup).addFound();
    await popup.close();
    await area.confirmOn(enrolment);
    await enrolment.close();
  });
});
