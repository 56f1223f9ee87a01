import { setTimeout as pause } from 'node:timers/promises';
import { type CustomerArea, customerArea } from './customer-area.ts';
import type { Driver } from './driver.ts';
import { press, type Surface, waitFor } from './surface.ts';

/** What a step shows: a name for the file, and the picture. */
export type Shown = readonly (readonly [name: string, surface: Pick<Surface, 'evaluate' | 'picture'>])[];

/** One step: what is shown to be true, and the act that makes it so and says what to take a picture of. */
export type Step = { readonly sentence: string; readonly act: () => Promise<Shown> };

const stepMs = 30_000;
// The next code counts from its first moment; this keeps a slow clock read from being a hair too early.
const marginMs = 200;

const pageOf = ({ page }: Driver): Pick<Surface, 'evaluate' | 'picture'> => ({
  evaluate: (expression) => page.evaluate(expression),
  picture: () => page.screenshot(),
});

/** The steps from the first-run tab to a login with a filled code, in order; each needs those before it. */
export function journeySteps(driver: Driver, url: string, say: (line: string) => void): readonly Step[] {
  const area: CustomerArea = customerArea(driver.page, url);
  const page = pageOf(driver);
  let popup: Surface | undefined;
  let usedStep = 0;
  const openPopup = async (): Promise<Surface> => {
    popup = await driver.pressToolbar();
    return popup;
  };
  const closePopup = async (): Promise<void> => {
    // A popup may have closed itself once its work was done.
    await popup?.close().catch(() => {});
    popup = undefined;
  };
  return [
    {
      sentence: 'The extension asks in a tab of its own how it opens: by a passphrase, or without one',
      async act() {
        const firstRun = await driver.firstRun();
        await waitFor(firstRun, '.alternative button');
        await firstRun.evaluate("document.querySelector('.alternative').scrollIntoView({ block: 'end' })");
        return [['first-run', firstRun]];
      },
    },
    {
      sentence: 'Without a passphrase that tab goes on, and shows how to pin the button',
      async act() {
        const firstRun = await driver.firstRun();
        await press(firstRun, '.alternative button');
        await waitFor(firstRun, '.pin-picture');
        const shown = await firstRun.picture();
        await press(firstRun, 'button.primary');
        await waitFor(firstRun, '#done-title');
        await firstRun.close();
        return [['pin-button', { ...firstRun, evaluate: async () => null, picture: async () => shown }]];
      },
    },
    {
      sentence: 'The demo customer logs in with the password alone',
      async act() {
        await area.logIn();
        return [['logged-in', page]];
      },
    },
    {
      sentence: 'Security Settings starts two-factor login and shows a QR code',
      async act() {
        await area.startEnrolment();
        return [['enable', page]];
      },
    },
    {
      sentence: 'One press on the toolbar button finds the code on the page',
      async act() {
        const opened = await openPopup();
        await waitFor(opened, 'section.card button.primary:not([disabled])');
        return [
          ['page', page],
          ['found', opened],
        ];
      },
    },
    {
      sentence: 'Add from page saves the account and fills the box with its code',
      async act() {
        if (popup === undefined) throw new Error('the popup is gone');
        await press(popup, 'section.card button.primary');
        await waitFor(popup, 'section.added:not([data-fill=filling])');
        await area.enrolmentCodeFilled();
        return [
          ['filled', page],
          ['saved', popup],
        ];
      },
    },
    {
      sentence:
        "The customer presses Submit: the portal's verifier accepts the code and shows a backup code, this once",
      async act() {
        await closePopup();
        await area.submitEnrolmentCode();
        usedStep = Math.floor(Date.now() / stepMs);
        await area.backupCodeShown();
        return [['backup-code', page]];
      },
    },
    {
      sentence: 'The customer logs out',
      async act() {
        await area.logOut();
        return [['logged-out', page]];
      },
    },
    {
      sentence: 'The password is no longer enough: the portal asks for a code',
      async act() {
        await area.logIn();
        await area.challengeShown();
        return [['challenge', page]];
      },
    },
    {
      sentence: "The popup fills the next step's code (the enrolment's counts as used)",
      async act() {
        const waitMs = (usedStep + 1) * stepMs + marginMs - Date.now();
        if (waitMs > 0) {
          say(`     waiting ${Math.ceil(waitMs / 1000)} s for the next code`);
          await pause(waitMs);
        }
        const opened = await openPopup();
        await press(opened, 'li button.primary');
        await area.loginCodeFilled();
        // The box is read back for a moment; a picture with made-up digits must not come in between.
        await waitFor(opened, '.notice-success');
        return [
          ['login-filled', page],
          ['codes', opened],
        ];
      },
    },
    {
      sentence: 'The portal accepts it: Hello, Dana!',
      async act() {
        await closePopup();
        await area.submitLoginCode();
        return [['hello', page]];
      },
    },
  ];
}
