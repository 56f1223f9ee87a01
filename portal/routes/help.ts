import { Hono } from 'hono';
import { freeText } from '../free-text.ts';
import { customerById, foldEmail, isEmail } from '../store/customers.ts';
import { askWithoutLogin } from '../store/help-requests.ts';
import { csrfTokenOf } from '../store/sessions.ts';
import { twoFactorHelp } from '../views/help-two-factor.ts';
import { type Html, layout, leaveForm } from '../views/layout.ts';
import { lostTwoFactorForm, lostTwoFactorTaken } from '../views/lost-two-factor.ts';
import type { Environment, Portal, PortalContext } from '../web.ts';

const problemWith = (email: string, message: string): string | undefined => {
  if (!isEmail(email)) return 'Please give a valid email address.';
  if (message === '') return 'Please tell us how we can recognise you.';
  return message.length > 2000 ? 'Please use 2000 characters at most. What you wrote is still below.' : undefined;
};

/** Help for everybody, logged in or not; a half login does not learn the customer's name from it. */
export const helpRoutes = ({ database, clock }: Portal): Hono<Environment> => {
  const app = new Hono<Environment>();
  const page = (c: PortalContext, title: string, content: Html): Html => {
    const session = c.get('session');
    const token = csrfTokenOf(c.get('sessionToken'));
    if (session.stage === 'signed-in')
      return layout({ title, token, name: customerById(database, session.customerId).name }, content);
    if (session.stage === 'password-shown')
      return layout({ title, token, nav: leaveForm('/logout', 'Log in as somebody else', token) }, content);
    return layout({ title, token }, content);
  };
  app.get('/help/two-factor', (c) => c.html(page(c, 'Two-factor authentication, step by step', twoFactorHelp())));
  const lost = (c: PortalContext, email = '', message = '', error?: string): Html =>
    page(
      c,
      'Lost authenticator and backup code',
      lostTwoFactorForm({ token: csrfTokenOf(c.get('sessionToken')), email, message, error }),
    );
  app.get('/help/lost-two-factor', (c) => c.html(lost(c)));
  app.post('/help/lost-two-factor', (c) => {
    const form = c.get('form');
    const email = foldEmail(form('email'));
    const message = freeText(form('message'));
    const problem = problemWith(email, message);
    if (problem !== undefined) return c.html(lost(c, email, message, problem), 422);
    const asked = askWithoutLogin(database, { email, message }, clock());
    if (asked.ok) return c.redirect('/help/lost-two-factor/taken', 303);
    c.header('Retry-After', '3600');
    return c.html(
      lost(c, email, message, 'There were too many requests, so this one was not taken. Please try again later.'),
      429,
    );
  });
  app.get('/help/lost-two-factor/taken', (c) => c.html(page(c, 'Thank you', lostTwoFactorTaken())));
  return app;
};
