import { Hono } from 'hono';
import { customerById } from '../store/customers.ts';
import { diagnose } from '../store/diagnosis.ts';
import { isEnabled } from '../store/enrolment.ts';
import { markTold, untoldReviews, withdrawReview } from '../store/reviews.ts';
import { variantQuery } from '../variants.ts';
import { overviewPage, securityPage } from '../views/account.ts';
import type { Html } from '../views/layout.ts';
import { notices } from '../views/notices.ts';
import { type Environment, type Portal, type PortalContext, variantOf } from '../web.ts';
import { signedIn } from './signed-in.ts';
import { twoFactorRoutes } from './two-factor.ts';

/** Everything behind a whole login: overview, Security Settings, the check of a code, enrolment and disabling. */
export const securityRoutes = (portal: Portal): Hono<Environment> => {
  const { database, clock } = portal;
  const app = new Hono<Environment>();
  app.use(async (c, next) => {
    const { stage } = c.get('session');
    if (stage === 'password-shown') return c.redirect('/login/challenge', 303);
    if (stage !== 'signed-in') return c.redirect('/login', 303);
    await next();
    return;
  });
  app.get('/', (c) => {
    const { customerId, token } = signedIn(c);
    const told = notices(token, untoldReviews(database, customerId));
    return c.html(overviewPage(token, customerById(database, customerId).name, isEnabled(database, customerId), told));
  });
  app.post('/notices/:id{[0-9]{1,9}}/:act{read|withdraw}', (c) => {
    const answer = c.req.param('act') === 'read' ? markTold : withdrawReview;
    return answer(database, signedIn(c).customerId, Number(c.req.param('id')), clock())
      ? c.redirect('/', 303)
      : c.notFound();
  });
  const securitySettings = (
    c: PortalContext,
    verdict?: { readonly good: boolean; readonly text: string },
    notice?: string,
  ): Html => {
    const { customerId, token } = signedIn(c);
    const variant = variantOf(c, portal);
    const { name } = customerById(database, customerId);
    return securityPage({
      token,
      name,
      enabled: isEnabled(database, customerId),
      variant,
      query: variantQuery(variant),
      verdict,
      notice,
    });
  };
  app.get('/security', (c) => c.html(securitySettings(c)));
  app.post('/security/check', (c) =>
    c.html(securitySettings(c, diagnose(database, signedIn(c).customerId, c.get('form')('check'), clock()))),
  );

  app.route('/', twoFactorRoutes(portal));
  return app;
};
