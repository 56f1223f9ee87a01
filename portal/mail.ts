import type { Review } from './store/reviews.ts';

/** A mail for a customer. The portal sends none; the desk sees the text and can send it as it is. */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

const body = ({ state, reason, passwordShown }: Review): readonly string[] => {
  switch (state) {
    case 'open':
      return [
        passwordShown
          ? 'Somebody logged in with your password and asked us to disable two-factor authentication for your account.'
          : 'Somebody asked us, without logging in, to disable two-factor authentication for your account.',
        'If it was you, you need not do anything: we look at the request by hand and write again.',
        'If it was not you, tell us by answering this mail, or log in with your authenticator and withdraw the request.',
      ];
    case 'approved':
      return [
        'We have disabled two-factor authentication for your account, as you asked us to.',
        `Our reason: ${reason}`,
        'Your password alone opens your account now. Log in and enable two-factor authentication again with your new authenticator, and keep the new backup code. The old code and the old backup code are void.',
        'If you did not ask for this, tell us at once by answering this mail.',
      ];
    case 'refused':
      return [
        'We have not disabled two-factor authentication for your account. Nothing has changed.',
        `Our reason: ${reason}`,
        'You may ask again with more that lets us recognise you.',
      ];
    case 'withdrawn':
      return [
        'The request to disable two-factor authentication for your account is closed without a decision.',
        `Why: ${reason}`,
      ];
  }
};

const subjects: Record<Review['state'], string> = {
  open: 'Your account: somebody asked us to disable two-factor authentication',
  approved: 'Your account: two-factor authentication has been disabled',
  refused: 'Your account: your request was not granted',
  withdrawn: 'Your account: your request is closed',
};

/** What the customer is to be written about a request as it stands; it holds no code, key or password, and no notes of the desk. */
export const mailAbout = (review: Review): Mail => ({
  to: review.email,
  subject: subjects[review.state],
  text: [`Dear ${review.name},`, ...body(review), 'Harbour Hosting, billing department'].join('\n\n'),
});
