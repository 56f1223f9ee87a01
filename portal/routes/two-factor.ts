import { Hono } from 'hono';
import { keyUriOf, manualKeyOf } from '../key-uri.ts';
import { qrPng } from '../qr-picture.ts';
import { customerById, customerByPassword } from '../store/customers.ts';
import {
  beginEnrolment,
  confirmEnrolment,
  type Enrolment,
  isEnabled,
  pendingSecret,
  resumeEnrolment,
} from '../store/enrolment.ts';
import { disable } from '../store/second-factor.ts';
import { endSession, refreshPassword } from '../store/sessions.ts';
import {
  askDisable,
  chooseMethod,
  type EnrolmentStep,
  type Offer,
  showBackupCode,
  showSecret,
  withClose,
} from '../views/enrolment.ts';
import { type Html, layout } from '../views/layout.ts';
import { type Environment, type Portal, type PortalContext, setSession, variantOf } from '../web.ts';
import { signedIn } from './signed-in.ts';

const passwordFreshMs = 15 * 60_000;

const wrongPassword = 'The password is wrong, or there were too many tries. Wait a moment, then try again.';

type Dialog = {
  readonly title: string;
  readonly body: Html;
  readonly submitlabel?: string;
  readonly submitId?: string;
  readonly hideSubmit?: boolean;
  readonly errorMsg?: string;
  readonly reloadPage?: boolean;
};

/** Enrolment and disabling, as dialog steps or pages; the caller lets whole logins through only. */
export const twoFactorRoutes = (portal: Portal): Hono<Environment> => {
  const { database, clock } = portal;
  const app = new Hono<Environment>();
  const offerOf = (c: PortalContext, { secret, pictureToken }: Enrolment): Offer => {
    const port = new URL(c.req.url).port;
    return {
      keyUri: keyUriOf(secret, customerById(database, signedIn(c).customerId).email),
      manualKey: manualKeyOf(secret),
      crossOriginUrl: `http://pictures.localhost${port === '' ? '' : `:${port}`}/picture/${pictureToken}.png`,
    };
  };
  const answer = async (c: PortalContext, dialog: Dialog): Promise<Response> => {
    const { place } = variantOf(c, portal);
    if (place === 'dialog') return c.json({ ...dialog, body: String(await dialog.body) });
    const { customerId, token } = signedIn(c);
    const content = dialog.reloadPage === true ? withClose(dialog.body) : dialog.body;
    const { name } = customerById(database, customerId);
    return c.html(layout({ title: dialog.title, name, token, narrow: true, bare: place === 'window' }, content));
  };
  const isOwnPassword = async (c: PortalContext): Promise<boolean> => {
    const { email } = customerById(database, signedIn(c).customerId);
    return (await customerByPassword(database, portal, email, c.get('form')('password'))) !== undefined;
  };
  const stepOf = (c: PortalContext, error?: string): EnrolmentStep => ({
    token: signedIn(c).token,
    variant: variantOf(c, portal),
    error,
  });
  const choose = (c: PortalContext, error?: string): Promise<Response> =>
    answer(c, {
      title: 'Enable Two-Factor Authentication',
      body: chooseMethod(stepOf(c, error), clock() - signedIn(c).passwordMs > passwordFreshMs),
      submitlabel: 'Get Started',
      submitId: 'btnEnable2FA',
      ...(error === undefined ? {} : { errorMsg: error }),
    });
  const show = (c: PortalContext, enrolment: Enrolment, error?: string): Promise<Response> =>
    answer(c, {
      title: 'Enable Two-Factor Authentication',
      body: showSecret(stepOf(c, error), offerOf(c, enrolment)),
      submitlabel: 'Submit',
      submitId: 'btnEnable2FA',
      ...(error === undefined ? {} : { errorMsg: error }),
    });

  app.use('/security/two-factor/*', async (c, next) => {
    const disabling = c.req.path.includes('/disable');
    if (isEnabled(database, signedIn(c).customerId) !== disabling) return c.redirect('/security', 303);
    await next();
    return;
  });
  app.get('/security/two-factor/enrol', (c) => choose(c));
  app.post('/security/two-factor/enable', (c) => choose(c));
  app.post('/security/two-factor/start', async (c) => {
    const { customerId, passwordMs } = signedIn(c);
    if (clock() - passwordMs > passwordFreshMs) {
      if (!(await isOwnPassword(c))) return choose(c, wrongPassword);
      refreshPassword(database, c.get('sessionToken'), clock());
    }
    return show(c, beginEnrolment(database, portal, customerId));
  });
  app.post('/security/two-factor/confirm', async (c) => {
    const { customerId } = signedIn(c);
    const who = { customerId, sessionToken: c.get('sessionToken') };
    const confirmed = await confirmEnrolment(database, portal, who, c.get('form')('verifykey'));
    if (confirmed.ok) {
      return answer(c, {
        title: 'Two-Factor Authentication',
        body: showBackupCode(confirmed.value),
        hideSubmit: true,
        reloadPage: true,
      });
    }
    const enrolment = resumeEnrolment(database, portal, customerId);
    if (enrolment === undefined) return choose(c, 'This set-up took too long. Please start again.');
    return show(c, enrolment, 'The code was not accepted. Check it, or wait for the next one.');
  });
  app.get('/security/qr.png', (c) => {
    const { customerId } = signedIn(c);
    const secret = pendingSecret(database, customerId, clock());
    if (secret === undefined) return c.notFound();
    return c.body(new Uint8Array(qrPng(keyUriOf(secret, customerById(database, customerId).email))), 200, {
      'Content-Type': 'image/png',
    });
  });
  const askOff = (c: PortalContext, error?: string): Promise<Response> =>
    answer(c, {
      title: 'Disable Two-Factor Authentication',
      body: askDisable(signedIn(c).token, error),
      submitlabel: 'Disable',
      submitId: 'btnDisable2FA',
      ...(error === undefined ? {} : { errorMsg: error }),
    });
  app.post('/security/two-factor/disable', (c) => askOff(c));
  app.post('/security/two-factor/disable/confirm', async (c) => {
    const { customerId } = signedIn(c);
    if (!(await isOwnPassword(c))) return askOff(c, wrongPassword);
    disable(database, customerId, clock());
    endSession(database, c.get('sessionToken'));
    setSession(c, portal, { stage: 'signed-in', customerId, passwordMs: clock() });
    return c.json({
      title: 'Two-Factor Authentication',
      body: '<div class="alert alert-success" role="status">Two-factor authentication is now disabled.</div>',
      hideSubmit: true,
      reloadPage: true,
      successMsg: 'Two-factor authentication is now disabled.',
    });
  });
  return app;
};
