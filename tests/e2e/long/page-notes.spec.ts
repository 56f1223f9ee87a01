import { beforeAll, describe, expect, it } from 'vitest';
import { atSmallSite } from '../../support/e2e/at-small-site.ts';
import { addFromLink } from '../../support/e2e/customers.ts';
import { browsers } from '../../support/e2e/driver.ts';
import { notesOnPage, waitForNote } from '../../support/e2e/page-note.ts';
import { waitForCode } from '../../support/e2e/portal-page.ts';
import { textOf } from '../../support/e2e/text.ts';
import { until } from '../../support/e2e/until.ts';

// A key of a test; it belongs to nobody.
const key = (account: string) => `otpauth://totp/Harbour:${account}?secret=JBSWY3DPEHPK3PXP&issuer=Harbour`;
const form = (box: string) => `<form><label>Code ${box}</label><button>Continue</button></form>`;
const box = '<input id="code" name="otp" autocomplete="one-time-code">';
const pages = {
  '/sent': { body: `<h1>Check your phone</h1><p>We sent a code to +1 *** *** 12.</p>${form(box)}` },
};
const sentence = (text: string) => new RegExp(`^${text.replaceAll(/[.?]/g, '\\$&')}$`);

// Each press has a site of its own, so that no code is held back as already used.
describe.each(browsers)('in %s, on the page', (name) => {
  const at = atSmallSite(name, () => pages);
  const presses = {
    command: () => at.browser.pressCommand(at.page, 'fill-code'),
    menu: () => at.browser.pressMenu(at.page, '#code', 'fill-code'),
  } as const;

  beforeAll(() => at.page.setViewport({ width: 1000, height: 700 }));

  it.each([
    ['the keyboard command', 'command'],
    ['the menu of the box', 'menu'],
  ] as const)(
    'warns after a press of %s where the site seems to have sent its code, until somebody types',
    async (_what, how) => {
      const origin = at.site.at(`sent-${how}`);
      await addFromLink(at.browser, at.page, origin, key(`sent-${how}`));
      await at.page.goto(`${origin}/sent`);
      await presses[how]();
      await waitForCode(at.page, '#code');
      await waitForNote(at.browser, sentence(textOf('noteSentCode')));
      // It goes before its time is over.
      await at.page.click('#code');
      // Firefox gives the first key to the menu while it closes.
      await until('a key reached the box', async () => {
        await at.page.type('#code', '7');
        return at.page.$eval('#code', (input) => input instanceof HTMLInputElement && input.value.length > 6);
      });
      expect((await notesOnPage(at.browser)).join('|')).toBe('');
    },
  );
});
