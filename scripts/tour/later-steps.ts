import type { Scene, Step } from './step.ts';
import { press, waitFor } from './surface.ts';

/** What comes later: the account goes to a phone, and two-factor login is switched off. */
export const laterSteps = ({ area, page, openPopup, closePopup }: Scene): readonly Step[] => [
  {
    sentence: 'The account can be moved to a phone by a QR code of our own',
    async act() {
      const opened = await openPopup();
      await press(opened, 'li button.more');
      await press(opened, '[aria-labelledby=offer-title] button');
      await press(opened, 'button.hold');
      await waitFor(opened, 'svg.qr');
      return [['move', opened]];
    },
  },
  {
    sentence: 'Disabled at the portal with the password, the account is marked as no longer in force',
    async act() {
      await closePopup();
      await area.disable();
      const opened = await openPopup();
      await waitFor(opened, '.badge-stale');
      return [
        ['disabling', page],
        ['disabled', opened],
      ];
    },
  },
];
