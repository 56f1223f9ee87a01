import { html } from 'hono/html';
import type { Review } from '../store/reviews.ts';
import type { Variant } from '../variants.ts';
import { codeBox } from './code-box.ts';
import { errorAlert, type Html, layout, leaveForm, successAlert, tokenField } from './layout.ts';

/** The login form; `query` keeps a test variant for the challenge. */
export const loginPage = (token: string, query: string, error?: string): Html =>
  layout(
    { title: 'Log in', token, narrow: true },
    html`<form method="post" action="/login${query}" class="card" id="frmLogin">
${tokenField(token)}${errorAlert(error)}
<label for="inputEmail">Email address</label><input type="email" id="inputEmail" name="email" class="form-control" autocomplete="username" required autofocus>
<label for="inputPassword">Password</label><input type="password" id="inputPassword" name="password" class="form-control" autocomplete="current-password" required>
<div class="actions"><button class="btn btn-primary" id="login">Log in</button> <a href="/register">New here? Register</a></div></form>`,
  );

/** The registration form. */
export const registerPage = (token: string, error?: string): Html =>
  layout(
    { title: 'Register', token, narrow: true },
    html`<form method="post" action="/register" class="card">
${tokenField(token)}${errorAlert(error)}
<label for="inputName">Name</label><input id="inputName" name="name" class="form-control" autocomplete="name" maxlength="100" required>
<label for="inputEmail">Email address</label><input type="email" id="inputEmail" name="email" class="form-control" autocomplete="username" required>
<label for="inputPassword">Password (10 characters or more)</label><input type="password" id="inputPassword" name="password" class="form-control" autocomplete="new-password" minlength="10" required>
<button class="btn btn-primary">Register</button></form>`,
  );

/** What the challenge page says besides asking. */
export type Challenge = {
  readonly token: string;
  readonly box: Variant['box'];
  readonly query: string;
  readonly error?: string | undefined;
  readonly failed?: 'code' | 'backup';
  /** A message to the billing department that was not taken. */
  readonly message?: string;
  readonly review?: Review | undefined;
};

const reviewPart = ({ token, review, message = '' }: Challenge): Html => {
  if (review?.state === 'open')
    return html`<p class="alert alert-info">Our billing department is reviewing your request.</p>`;
  return html`${review?.state === 'refused' ? html`<p class="alert alert-warning written">Your request was not granted: ${review.reason}</p>` : html``}
<details class="rescue"${message === '' ? '' : ' open'}><summary>No authenticator and no backup code?</summary>
<form method="post" action="/login/review">${tokenField(token)}
<label for="inputMessage">Tell our billing department how they can recognise you</label>
<textarea id="inputMessage" name="message" class="form-control" maxlength="2000" required>${message}</textarea>
<button class="btn">Ask for a manual review</button></form></details>`;
};

/** The second login page: the code box, the backup form behind a link, the request for a review. */
export const challengePage = (page: Challenge): Html => {
  const backup = page.failed === 'backup';
  return layout(
    {
      title: 'Two-Factor Authentication',
      token: page.token,
      narrow: true,
      nav: leaveForm('/logout', 'Log in as somebody else', page.token),
    },
    html`<div class="card">
${errorAlert(page.error)}
<form method="post" action="/login/challenge/verify${page.query}" id="frmTwoFactorChallenge" class="${backup ? 'w-hidden' : ''}">
${tokenField(page.token)}<p>Your second factor is required to complete login. Enter the code your authenticator shows.</p>
${codeBox('key', page.box)}
<button class="btn btn-primary" id="btnLogin">Log in</button></form>
<form method="post" action="/login/challenge/backup-verify${page.query}" id="frmTwoFactorBackup" class="${backup ? '' : 'w-hidden'}">
${tokenField(page.token)}<label for="inputBackupCode">Backup code</label>
<input type="text" id="inputBackupCode" name="twofabackupcode" class="form-control" autocomplete="off" spellcheck="false" maxlength="40" required>
<div class="actions"><button class="btn btn-primary">Log in with backup code</button> <a href="#" id="backupCodeCancel">Cancel</a></div></form>
<p id="frmTwoFactorChallengeFooter" class="${backup ? 'w-hidden' : ''}">Can't reach your authenticator? <a href="#frmTwoFactorBackup" id="loginWithBackupCode">Log in using a backup code</a></p>
${reviewPart(page)}</div>`,
  );
};

/** The page after a login with the backup code: the new one, this once. */
export const newBackupCodePage = (token: string, name: string, backupCode: string): Html =>
  layout(
    { title: 'You are logged in', token, name, narrow: true },
    html`<div class="card">
${successAlert('Your backup code was accepted, and works no more.')}
<h2>Your new backup code is</h2>
<div class="alert alert-warning text-center h4 backup-code" id="backupCode">${backupCode}</div>
<p>Write it down: it is not shown again.</p><a class="btn btn-primary" href="/">Continue</a></div>`,
  );
