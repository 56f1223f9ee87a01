import { Hono } from 'hono';
import { listAudit } from '../store/audit.ts';
import { staffByPassword, staffLogin } from '../store/customers.ts';
import { decideReview, listReviews } from '../store/reviews.ts';
import { csrfTokenOf, endSession } from '../store/sessions.ts';
import { deskPage, staffLoginPage } from '../views/staff.ts';
import { clearSession, type Environment, type Portal, type PortalContext, setSession } from '../web.ts';

/** The billing desk: its own login and cookie, the requests for manual review, the audit log. */
export const staffRoutes = (portal: Portal): Hono<Environment> => {
  const { database, clock } = portal;
  const app = new Hono<Environment>();
  const csrf = (c: PortalContext): string => csrfTokenOf(c.get('sessionToken'));
  const desk = (c: PortalContext, error?: string) =>
    deskPage(csrf(c), listReviews(database), listAudit(database), error);

  app.get('/staff', (c) => c.html(c.get('session').stage === 'staff' ? desk(c) : staffLoginPage(csrf(c))));
  app.post('/staff/login', async (c) => {
    const form = c.get('form');
    const staff = await staffByPassword(database, portal, form('login'), form('password'));
    if (staff === undefined)
      return c.html(
        staffLoginPage(
          csrf(c),
          'Login or password is wrong, or there were too many tries. Wait a moment, then try again.',
        ),
        401,
      );
    endSession(database, c.get('sessionToken'));
    setSession(c, portal, { stage: 'staff', staffId: staff.id });
    return c.redirect('/staff', 303);
  });
  app.post('/staff/logout', (c) => {
    endSession(database, c.get('sessionToken'));
    clearSession(c);
    return c.redirect('/staff', 303);
  });
  app.post('/staff/review/:id{[0-9]{1,9}}', (c) => {
    const session = c.get('session');
    if (session.stage !== 'staff') return c.redirect('/staff', 303);
    const form = c.get('form');
    const verdict = form('verdict');
    if (verdict !== 'approved' && verdict !== 'refused') return c.html(desk(c, 'Approve or refuse.'), 422);
    const decided = decideReview(
      database,
      {
        reviewId: Number(c.req.param('id')),
        staffId: session.staffId,
        staffLogin: staffLogin(database, session.staffId),
        verdict,
        reason: form('reason'),
      },
      clock(),
    );
    if (decided.ok) return c.redirect('/staff', 303);
    return c.html(
      desk(
        c,
        decided.error === 'reason-missing' ? 'Write the reason (10 characters or more).' : 'This request is not open.',
      ),
      422,
    );
  });
  return app;
};
