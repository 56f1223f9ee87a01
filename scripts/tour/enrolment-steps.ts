import { disguisedPicture } from './disguise.ts';
import type { Scene, Step } from './step.ts';
import { press, type Surface, waitFor } from './surface.ts';

/** A picture that was taken already, as its place does not stay. */
const taken = (png: Uint8Array): Pick<Surface, 'evaluate' | 'picture'> => ({
  evaluate: async () => null,
  picture: async () => png,
});

/** Types the emergency key that is shown back into its field, and sends it. */
async function typeKeyBack(surface: Surface): Promise<void> {
  await waitFor(surface, '.recovery-code');
  await surface.evaluate(`(() => {
    const field = document.querySelector('section[aria-labelledby=recovery-title] input');
    field.value = document.querySelector('.recovery-code').textContent;
    // The browser's own script, which Firefox runs there, knows the page's classes by its window alone.
    field.dispatchEvent(new document.defaultView.Event('input', { bubbles: true }));
    return true;
  })()`);
  await press(surface, 'section[aria-labelledby=recovery-title] button.primary');
}

/** From the first-run tab to an account that the customer area has confirmed. */
export const enrolmentSteps = ({ driver, area, page, openPopup, popup, closePopup }: Scene): readonly Step[] => [
  {
    sentence:
      'The extension asks in a tab of its own whose computer it is, and how it opens: by a passphrase, or without one',
    async act() {
      const firstRun = await driver.firstRun();
      await press(firstRun, '[aria-labelledby=question-title] button.primary');
      await waitFor(firstRun, '.alternative button');
      await firstRun.evaluate("document.querySelector('.alternative').scrollIntoView({ block: 'end' })");
      return [['first-run', firstRun]];
    },
  },
  {
    sentence:
      'Without a passphrase it gives an emergency key, which is typed back; then it shows how to pin the button',
    async act() {
      const firstRun = await driver.firstRun();
      await press(firstRun, '.alternative button');
      await typeKeyBack(firstRun);
      await waitFor(firstRun, '.pin-picture');
      const shown = await firstRun.picture();
      await press(firstRun, 'button.primary');
      await waitFor(firstRun, '#done-title');
      await firstRun.close();
      return [['pin-button', taken(shown)]];
    },
  },
  {
    sentence: 'The demo customer logs in with the password alone, and finds Security Settings under the name',
    async act() {
      await area.logIn();
      await area.openMenu();
      return [['menu', page]];
    },
  },
  {
    sentence: 'Click here to Enable opens a window',
    async act() {
      await area.openEnrolment();
      return [['get-started', page]];
    },
  },
  {
    sentence: 'Get Started shows a QR code in it',
    async act() {
      await area.getStarted();
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
      const opened = await popup();
      await press(opened, 'section.card button.primary');
      await waitFor(opened, 'section.added:not([data-fill=filling])');
      await area.enrolmentCodeFilled();
      return [
        ['filled', page],
        ['saved', opened],
      ];
    },
  },
  {
    sentence: "The customer presses Submit: the portal's verifier accepts the code and shows a backup code, this once",
    async act() {
      await closePopup();
      await area.submitEnrolmentCode();
      await area.backupCodeShown();
      return [['backup-code', page]];
    },
  },
  {
    sentence: 'The popup says that the portal confirmed the account, and keeps its backup code on a press',
    async act() {
      const opened = await openPopup();
      await waitFor(opened, 'section.backup .backup-codes code');
      const shown = await disguisedPicture(opened);
      await press(opened, 'section.backup button.primary');
      await waitFor(opened, '.badge-confirmed');
      await closePopup();
      return [['backup-offer', taken(shown)]];
    },
  },
  {
    sentence: 'Close leads back to Security Settings, which say that two-factor login is on',
    async act() {
      await area.closeEnrolment();
      return [['enabled', page]];
    },
  },
];
