import { Secret, TOTP, URI } from 'otpauth';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCodes } from '../../lib/qr/read-codes.ts';
import { atPortal } from '../support/e2e/at-portal.ts';
import { addTwoFactorCustomer } from '../support/e2e/customers.ts';
import { browsers } from '../support/e2e/driver.ts';
import type { Popup } from '../support/e2e/popup.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';
import { textOf } from '../support/e2e/text.ts';
import { until } from '../support/e2e/until.ts';

const passphrase = 'four words of mine';
// Secrets of a test; they belong to nobody.
const [ada, bob] = ['JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU'];

/** What a phone shows that shares the secret and whose clock is some seconds ahead. */
const phone = (secret: string, aheadSeconds = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + aheadSeconds * 1000 });

/** All codes from a little more than 24 hours ago to as much ahead: one random code in 170 is among them. */
const codesOfTwoDays = (secret: string): readonly string[] =>
  Array.from({ length: 5_801 }, (_, index) => phone(secret, (index - 2_900) * 30));

/** A code that no phone shows which shares a secret with us. */
function strangersCode(): string {
  const codes = new Set([...codesOfTwoDays(ada), ...codesOfTwoDays(bob)]);
  for (let number = 0; ; number += 1) {
    const code = String(number).padStart(6, '0');
    if (!codes.has(code)) return code;
  }
}

/** About how many seconds ahead a code stands that comes once in two days, so that chance finds no nearer one. */
function uniqueAhead(seconds: number): number {
  const codes = codesOfTwoDays(ada);
  const steps = Array.from({ length: 20 }, (_, index) => seconds + index * 30);
  return steps.find((ahead) => codes.filter((code) => code === phone(ada, ahead)).length === 1) ?? seconds;
}

// A code that changes between phone and background would be a right one, but another verdict.
const earlyInStep = () => until('a new code', async () => Date.now() % 30_000 < 20_000);

describe.each(browsers)('in %s', (name) => {
  const at = atPortal(name);
  let challengeBox: string;
  let popup: Popup;
  let screen: ReturnType<typeof popupPage>;

  async function open(): Promise<void> {
    popup = await at.browser.pressToolbar(at.page);
    screen = popupPage(popup);
  }
  async function addByHand(account: string, secretText: string, more = {}): Promise<void> {
    const form = {
      ...{ issuer: 'Harbour', account, secretText, kind: 'totp', algorithm: 'SHA1' },
      ...{ digits: 6, periodSeconds: 30, counter: 0, ...more },
    };
    await popup.evaluate(
      `(globalThis.browser ?? globalThis.chrome).runtime.sendMessage(${JSON.stringify({ kind: 'add-manual', form })})`,
    );
  }
  /** The verdict on a code, once it holds the words of a key. */
  async function verdict(code: string, key: Parameters<typeof textOf>[0]): Promise<string> {
    await screen.checkCode(code);
    const words = textOf(key).split('$')[0] ?? '';
    const said = () => popup.evaluate(`document.querySelector('.account')?.textContent ?? ''`);
    await until(`the verdict “${words}”`, async () => String(await said()).includes(words));
    return String(await said());
  }
  const readPicture = async (): Promise<string> =>
    readCodes(await popup.picture(screen.at.qr), { scope: 'code' })
      .texts.map(({ text }) => text)
      .join('\n');

  beforeAll(async () => {
    const area = portalPage(at.page, at.portal.at('harbour'), await addTwoFactorCustomer(at.portal, 'mover'));
    await area.logIn();
    challengeBox = area.challengeBox;
    await open();
    await popup.waitFor({ button: 'questionMine' });
    await screen.choosePassphrase(passphrase);
    await addByHand('ada', ada);
    await addByHand('bob', bob);
    await addByHand('slow', ada, { periodSeconds: 60 });
    await popup.close();
    await open();
  });

  it('says what a code is that a phone shows', async () => {
    await screen.openAccount('ada');
    await earlyInStep();
    await verdict(phone(ada), 'checkSameNow');
    expect(await verdict(phone(ada, -90), 'checkBehind')).toContain('90 s behind');
    expect(await verdict(phone(ada, 300), 'checkAhead')).toContain('5 min ahead');
    await verdict(phone(ada, -30), 'checkBehindTaken');
    expect(await verdict(phone(bob), 'checkOther')).toContain('bob');
    await verdict(strangersCode(), 'checkNotThis');
    expect(await verdict('12345', 'checkLengthOther')).toContain('this one has 5');
    expect(await verdict('12l456', 'checkNotDigit')).toContain('“l”');

    await earlyInStep();
    const far = uniqueAhead(5 * 3600);
    expect(await verdict(phone(ada, far), 'checkChance')).toContain('5 h ahead');
    const sure = await verdict(phone(ada, far + 30), 'checkAhead');
    expect(sure).not.toContain(textOf('checkChance').split('$')[0]);
  });

  it('knows the code that it filled last', async () => {
    await popup.click({ button: 'back' });
    const focused = () => popup.evaluate(`document.activeElement?.getAttribute('aria-label') ?? ''`);
    await until('the focus is back on the row', async () =>
      String(await focused()).startsWith('More about Harbour, ada'),
    );
    await earlyInStep();
    const code = phone(ada);
    await popup.click(`button[aria-label$="Harbour, ada"]:not(.more, .code, .enlarge)`);
    await waitForCode(at.page, challengeBox);
    await popup.close();
    await open();
    await screen.openAccount('ada');
    await verdict(code, 'checkUsed');
  });

  it('moves an account to a phone: shows it after the passphrase, is shown a code, and lets it go', async () => {
    await popup.click({ button: 'moveShow' });
    await popup.type(screen.at.passphrase, 'not this one');
    await popup.press('Enter');
    await popup.waitFor('.problem');
    expect(await popup.count(screen.at.qr)).toBe(0);
    await popup.retype(screen.at.passphrase, passphrase);
    await popup.press('Enter');

    const text = await readPicture();
    // The box below it would scroll the picture out of the popup.
    expect(await popup.evaluate('document.activeElement.id')).toBe('move-title');
    expect(await popup.evaluate('document.documentElement.outerHTML')).not.toContain(ada);
    const app = URI.parse(text);
    if (!(app instanceof TOTP)) throw new Error('no TOTP account');
    expect(app).toMatchObject({ issuer: 'Harbour', label: 'ada', digits: 6, period: 30 });
    expect(await popup.count({ button: 'removeButton' })).toBe(0);

    await verdict(phone(bob), 'checkOther');
    expect(await popup.count(screen.at.proven)).toBe(0);
    await screen.checkCode(app.generate());
    await popup.waitFor(screen.at.proven);
    expect(await popup.count(screen.at.qr)).toBe(0);
    await popup.click({ button: 'removeButton' });
    expect(await popup.text(screen.at.proven)).toContain('does not switch it off there');
    await popup.click({ button: 'removeConfirm' });
    await popup.waitFor('.notice-success');
    expect(await popup.text('main')).toContain(textOf('removeDone'));
    expect(await popup.count('li')).toBe(2);
    expect(await popup.text('.codes')).not.toContain('ada');
  });

  it('moves several accounts at once, and names the one that cannot travel so', async () => {
    await screen.openAccount('bob');
    await popup.click({ button: 'moveMany' });
    await popup.click({ button: 'moveChooseAll' });
    await popup.click('form[aria-labelledby=choose-title] button[type=submit]');
    await popup.type(screen.at.passphrase, passphrase);
    await popup.press('Enter');
    expect(await readPicture()).toMatch(/^otpauth-migration:\/\/offline\?data=/);
    expect(await popup.text('.move ul')).toContain(textOf('moveLeftPeriod'));
    await popup.click({ button: 'moveHide' });
    await popup.waitForNone(screen.at.qr);
    await earlyInStep();
    await screen.checkCode(phone(bob));
    await popup.waitFor(screen.at.proven);
  });
});
