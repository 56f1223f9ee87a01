import type { Scene, Step } from './step.ts';
import { press, waitFor } from './surface.ts';

/** The next login, once with a digit that is wrong. */
export const loginSteps = ({ area, page, openPopup, popup, closePopup }: Scene): readonly Step[] => [
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
    sentence: 'With one digit changed the portal refuses it, and the popup says so and what to do',
    async act() {
      await closePopup();
      await area.sendWrongCode();
      const opened = await openPopup();
      await waitFor(opened, '.notice-warning .buttons button:enabled');
      await waitFor(opened, '[data-step]:not([data-step=looking])');
      return [
        ['refusing', page],
        ['refused', opened],
      ];
    },
  },
  {
    sentence: 'Fill the next code waits for it and fills it, and the portal accepts it: Hello, Dana!',
    async act() {
      await press(await popup(), '.notice-warning .buttons button');
      await area.loginCodeFilled();
      await closePopup();
      await area.submitLoginCode();
      return [['hello', page]];
    },
  },
];
