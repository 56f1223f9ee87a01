import { Hono } from 'hono';
import { freeText } from '../free-text.ts';
import { countsByDay, countsInAll } from '../store/attempt-counts.ts';
import { addAudit, listAudit } from '../store/audit.ts';
import { staffByPassword, staffLogin } from '../store/customers.ts';
import { type DecisionError, decideReview } from '../store/decisions.ts';
import { listReviews } from '../store/reviews.ts';
import { csrfTokenOf, endSession } from '../store/sessions.ts';
import { listThrottled } from '../store/throttled.ts';
import { attemptsPage } from '../views/attempts.ts';
import { type Draft, deskPage, staffLoginPage } from '../views/staff.ts';
import { clearSession, type Environment, type Portal, type PortalContext, setSession } from '../web.ts';

const problems: Record<DecisionError, string> = {
  'reason-missing': 'Write the reason (10 characters or more).',
  'identity-missing': 'Write down how you recognised the customer (10 characters or more).',
  'too-long': 'Reason and notes take 2000 characters each.',
  'not-open': 'This request is not open.',
};

/** The billing desk: its own login and cookie, the requests for manual review, the audit log, the attempts. */
export const staffRoutes = (portal: Portal): Hono<Environment> => {
  const { database, clock } = portal;
  const app = new Hono<Environment>();
  const csrf = (c: PortalContext): string => csrfTokenOf(c.get('sessionToken'));
  const desk = (c: PortalContext, error?: string, draft?: Draft) =>
    deskPage({ token: csrf(c), reviews: listReviews(database), lines: listAudit(database), error, draft });
  const log = (staffId: number, act: string): void =>
    addAudit(database, {
      atMs: clock(),
      actor: `staff ${staffLogin(database, staffId)}`,
      act,
      customerId: null,
      detail: '',
    });

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
    log(staff.id, 'desk login');
    return c.redirect('/staff', 303);
  });
  app.post('/staff/logout', (c) => {
    const session = c.get('session');
    if (session.stage === 'staff') log(session.staffId, 'desk logout');
    endSession(database, c.get('sessionToken'));
    clearSession(c);
    return c.redirect('/staff', 303);
  });
  app.get('/staff/attempts', (c) => {
    if (c.get('session').stage !== 'staff') return c.redirect('/staff', 303);
    const nowMs = clock();
    return c.html(
      attemptsPage({
        token: csrf(c),
        nowMs,
        throttled: listThrottled(database, nowMs),
        days: countsByDay(database),
        inAll: countsInAll(database),
      }),
    );
  });
  app.post('/staff/review/:id{[0-9]{1,9}}', (c) => {
    const session = c.get('session');
    if (session.stage !== 'staff') return c.redirect('/staff', 303);
    const form = c.get('form');
    const draft = {
      reviewId: Number(c.req.param('id')),
      reason: freeText(form('reason')),
      identityNotes: freeText(form('identity')),
    };
    const verdict = form('verdict');
    if (verdict !== 'approved' && verdict !== 'refused') return c.html(desk(c, 'Approve or refuse.', draft), 422);
    const { staffId } = session;
    const decision = { ...draft, verdict, staffId, staffLogin: staffLogin(database, staffId) } as const;
    const decided = decideReview(database, decision, clock());
    return decided.ok ? c.redirect('/staff', 303) : c.html(desk(c, problems[decided.error], draft), 422);
  });
  return app;
};
