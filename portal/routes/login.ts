import { Hono } from 'hono';
import { freeText } from '../free-text.ts';
import { addCustomer, customerById, customerByPassword, type RegistrationError } from '../store/customers.ts';
import { isEnabled } from '../store/enrolment.ts';
import { askForReview, latestOwnReview } from '../store/reviews.ts';
import { acceptBackupCode, acceptCode } from '../store/second-factor.ts';
import { csrfTokenOf, endSession } from '../store/sessions.ts';
import { variantQuery } from '../variants.ts';
import type { Html } from '../views/layout.ts';
import { challengePage, loginPage, newBackupCodePage, registerPage } from '../views/login.ts';
import { clearSession, type Environment, type Portal, type PortalContext, setSession, variantOf } from '../web.ts';

const registrationErrors: Record<RegistrationError, string> = {
  'email-invalid': 'Please give a valid email address.',
  'email-taken': 'This email address is registered already.',
  'name-missing': 'Please give your name.',
  'password-short': 'A password has 10 characters or more.',
  'password-long': 'A password has 1000 characters at most.',
};

// One sentence for wrong, replayed and throttled: each of them apart would tell a guesser something.
const refused = {
  code: 'The code was not accepted. Wait for the next code and try again; after several tries, wait longer.',
  backup: 'The backup code was not accepted. Check every character and try again; after several tries, wait longer.',
} as const;

const wrongPassword =
  'Email address or password is wrong, or there were too many tries. Wait a moment, then try again.';

const challenge = (
  c: PortalContext,
  portal: Portal,
  customerId: number,
  error?: string,
  failed: 'code' | 'backup' = 'code',
  message = '',
): Html => {
  const variant = variantOf(c, portal);
  return challengePage({
    token: csrfTokenOf(c.get('sessionToken')),
    box: variant.box,
    query: variantQuery(variant),
    error,
    failed,
    message,
    review: latestOwnReview(portal.database, customerId),
  });
};

/** Registration, the password page, the challenge and its backup form, the request for a review, and logging out. */
export const loginRoutes = (portal: Portal): Hono<Environment> => {
  const { database, clock } = portal;
  const app = new Hono<Environment>();
  const csrf = (c: PortalContext): string => csrfTokenOf(c.get('sessionToken'));

  app.get('/register', (c) => c.html(registerPage(csrf(c))));
  app.post('/register', async (c) => {
    const form = c.get('form');
    const added = await addCustomer(database, portal, {
      email: form('email'),
      name: form('name'),
      password: form('password'),
    });
    if (!added.ok) return c.html(registerPage(csrf(c), registrationErrors[added.error]), 422);
    endSession(database, c.get('sessionToken'));
    setSession(c, portal, { stage: 'signed-in', customerId: added.value.id, passwordMs: clock() });
    return c.redirect('/', 303);
  });

  app.get('/login', (c) => c.html(loginPage(csrf(c), variantQuery(variantOf(c, portal)))));
  app.post('/login', async (c) => {
    const form = c.get('form');
    const query = variantQuery(variantOf(c, portal));
    const customer = await customerByPassword(database, portal, form('email'), form('password'));
    if (customer === undefined) return c.html(loginPage(csrf(c), query, wrongPassword), 401);
    endSession(database, c.get('sessionToken'));
    const half = isEnabled(database, customer.id);
    setSession(c, portal, {
      stage: half ? 'password-shown' : 'signed-in',
      customerId: customer.id,
      passwordMs: clock(),
    });
    return c.redirect(half ? `/login/challenge${query}` : '/', 303);
  });

  app.post('/logout', (c) => {
    endSession(database, c.get('sessionToken'));
    clearSession(c);
    return c.redirect('/login', 303);
  });

  app.use('/login/*', async (c, next) => {
    if (c.get('session').stage !== 'password-shown') return c.redirect('/login', 303);
    await next();
    return;
  });
  app.get('/login/challenge', (c) => {
    const session = c.get('session');
    return session.stage === 'password-shown' ? c.html(challenge(c, portal, session.customerId)) : c.notFound();
  });
  app.post('/login/challenge/verify', (c) => {
    const session = c.get('session');
    if (session.stage !== 'password-shown') return c.notFound();
    if (!acceptCode(database, session.customerId, c.get('form')('key'), clock())) {
      return c.html(challenge(c, portal, session.customerId, refused.code), 401);
    }
    // A half session opens one whole session at most, whatever was sent at the same time.
    if (!endSession(database, c.get('sessionToken'))) return c.redirect('/login', 303);
    setSession(c, portal, { ...session, stage: 'signed-in' });
    return c.redirect('/', 303);
  });
  app.post('/login/challenge/backup-verify', async (c) => {
    const session = c.get('session');
    if (session.stage !== 'password-shown') return c.notFound();
    const accepted = await acceptBackupCode(database, portal, session.customerId, c.get('form')('twofabackupcode'));
    if (!accepted.ok) return c.html(challenge(c, portal, session.customerId, refused.backup, 'backup'), 401);
    endSession(database, c.get('sessionToken'));
    const token = setSession(c, portal, { ...session, stage: 'signed-in' });
    return c.html(
      newBackupCodePage(csrfTokenOf(token), customerById(database, session.customerId).name, accepted.value),
    );
  });
  app.post('/login/review', (c) => {
    const session = c.get('session');
    if (session.stage !== 'password-shown') return c.notFound();
    const message = freeText(c.get('form')('message'));
    if (message === '')
      return c.html(challenge(c, portal, session.customerId, 'Please tell us how we can recognise you.'), 422);
    if (message.length > 2000)
      return c.html(
        challenge(c, portal, session.customerId, 'Please use 2000 characters at most.', 'code', message),
        422,
      );
    askForReview(database, session.customerId, message, clock());
    return c.redirect('/login/challenge', 303);
  });
  return app;
};
