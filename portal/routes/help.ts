import { Hono } from 'hono';
import { customerById } from '../store/customers.ts';
import { csrfTokenOf } from '../store/sessions.ts';
import { twoFactorHelp } from '../views/help-two-factor.ts';
import { type Html, layout, leaveForm } from '../views/layout.ts';
import type { Environment, Portal, PortalContext } from '../web.ts';

/** Help for everybody, logged in or not; a half login does not learn the customer's name from it. */
export const helpRoutes = ({ database }: Portal): Hono<Environment> => {
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
  return app;
};
