import { randomBytes } from 'node:crypto';
import { formatKeyUri } from '../../../lib/otp/key-uri.ts';
import { type AtSmallSite, atSmallSite, everyLocalSite } from './at-small-site.ts';
import { addFromLink } from './customers.ts';
import type { BrowserName } from './driver.ts';
import { codeIn } from './in-page-world.ts';
import { popupPage } from './popup-page.ts';
import type { SmallPage } from './small-site.ts';

/** The box of an attacked page that waits for a code. */
export const codeBox =
  '<form><label>6-digit code from your authenticator <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6"></label></form>';

/** What came of a press that asks for the code: what the background answered, and what the box holds. */
export type Filled = { readonly answer: unknown; readonly inBox: string };

/** An attacked site, a browser that was given every site of this computer, the page that it opened, and the origin of the site's account. */
export type AtAttackedSite = AtSmallSite & {
  /** Of the site's account, which counts, so that no code has to be waited for. */
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly open: (path: string) => Promise<void>;
  /** Asks for the site's code by the popup over the page, past every button. */
  readonly fill: () => Promise<Filled>;
};

/** Declares, in a `describe`, that its tests share such a site with an open vault; asked for before the tests run, they throw. */
export function atAttackedSite(
  name: BrowserName,
  pages: (port: number) => Readonly<Record<string, SmallPage>>,
): AtAttackedSite {
  const secret = new Uint8Array(randomBytes(20));
  const parameters = { type: 'hotp', secret, algorithm: 'SHA1', digits: 6, counter: 0 } as const;
  const keyUri = formatKeyUri({ issuer: 'Harbour', account: 'ada@example.com', parameters });
  const at = atSmallSite(name, pages, {
    host: 'attacked',
    launched: everyLocalSite,
    begin: ({ browser, page, origin }) => addFromLink(browser, page, origin, keyUri),
  });
  return Object.assign(at, {
    secret,
    open: async (path: string) => void (await at.page.goto(`${at.origin}${path}`)),
    async fill() {
      const popup = await at.browser.pressToolbar(at.page);
      await popup.waitFor(popupPage(popup).at.code);
      const answer = await popupPage(popup).fillFirstAnyway();
      await popup.close();
      return { answer, inBox: await codeIn(at.browser) };
    },
  });
}
