import { html } from 'hono/html';
import type { Variant } from '../variants.ts';
import { codeBox } from './code-box.ts';
import { errorAlert, type Html, tokenField } from './layout.ts';
import { qrCode } from './qr-code.ts';

/** What every step of an enrolment carries along. */
export type EnrolmentStep = { readonly token: string; readonly variant: Variant; readonly error?: string | undefined };

const carried = ({ token, variant }: EnrolmentStep): Html =>
  html`${tokenField(token)}${Object.entries(variant).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;

const submit = (step: EnrolmentStep, id: string, label: string): Html =>
  step.variant.place === 'dialog' ? html`` : html`<button class="btn btn-primary" id="${id}">${label}</button>`;

/** Step 1: which kind of second factor, and the password again when it was shown long ago. */
export const chooseMethod = (
  step: EnrolmentStep,
  askPassword: boolean,
): Html => html`<form method="post" action="/security/two-factor/start" class="twofa-setup">
${carried(step)}${errorAlert(step.error)}
<p>A second proof at login keeps your services safe even when somebody learns your password.</p>
<label class="twofa-module active"><input type="radio" name="module" value="totp" checked> <strong>Time Based Tokens</strong>
<span>An authenticator shows a new 6-digit code every 30 seconds.</span></label>
${askPassword ? html`<label for="inputPassword">Your password</label><input type="password" id="inputPassword" name="password" class="form-control" autocomplete="current-password" required>` : html``}
${submit(step, 'btnGetStarted', 'Get Started')}</form>`;

/** What step 2 shows. */
export type Offer = { readonly keyUri: string; readonly manualKey: string; readonly crossOriginUrl: string };

/** Step 2: the picture, the key as text, and the box that proves the authenticator works. */
export const showSecret = (
  step: EnrolmentStep,
  offer: Offer,
): Html => html`<form method="post" action="/security/two-factor/confirm" class="twofa-setup" autocomplete="off">
${carried(step)}
<p>Scan this QR code with your authenticator, or type the key by hand.</p>
<div class="qr-frame">${qrCode(offer.keyUri, step.variant.qr, offer.crossOriginUrl)}</div>
<p class="manual">Manual key: <code class="manual-key" id="manualKey">${offer.manualKey}</code></p>
${errorAlert(step.error)}
${codeBox('verifykey', step.variant.box)}
${submit(step, 'btnSubmitCode', 'Submit')}</form>`;

/** Step 3: two-factor login is on; the backup code, this once. */
export const showBackupCode = (backupCode: string): Html => html`<div class="twofa-setup">
<div class="alert alert-success activation-msg" role="status">Two-factor authentication is now enabled.</div>
<p>Keep this backup code somewhere safe. It lets you in once when you have no authenticator, and it is not shown again.</p>
<p>Your backup code is</p>
<div class="alert alert-warning text-center h4 backup-code" id="backupCode">${backupCode}</div></div>`;

/** The disable step: the password again. */
export const askDisable = (
  token: string,
  error?: string,
): Html => html`<form method="post" action="/security/two-factor/disable/confirm" class="twofa-setup">
${tokenField(token)}${errorAlert(error)}
<p>Without the second factor your password alone opens the account.</p>
<label for="inputPassword">Your password</label><input type="password" id="inputPassword" name="password" class="form-control" autocomplete="current-password" required></form>`;

/** The last step on a page of its own, with the link that the dialog has as its Close button. */
export const withClose = (content: Html): Html =>
  html`${content}<a class="btn btn-primary" href="/security" id="btnClose" data-close-window>Close</a>`;
