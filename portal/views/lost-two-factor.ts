import { html } from 'hono/html';
import { errorAlert, type Html, tokenField } from './layout.ts';

/** The request form for people who cannot log in; it keeps what was typed when something is missing. */
export type LostForm = {
  readonly token: string;
  readonly email: string;
  readonly message: string;
  readonly error?: string | undefined;
};

/** Asks who the customer is and how they can be recognised. */
export const lostTwoFactorForm = (
  form: LostForm,
): Html => html`<p>When your authenticator and your backup code are both gone, our billing department can disable two-factor authentication by hand, after it has recognised you.</p>
<p>If you know your password, <a href="/login">log in</a> first and ask on the page that asks for the code: such a request is believed sooner.</p>
<form method="post" action="/help/lost-two-factor" class="card" id="frmLostTwoFactor">
${tokenField(form.token)}${errorAlert(form.error)}
<label for="inputEmail">Email address of your account</label><input type="email" id="inputEmail" name="email" class="form-control" autocomplete="username" maxlength="255" value="${form.email}" required>
<label for="inputMessage">How can we recognise you?</label>
<p class="soft" id="hintMessage">Your customer or invoice number, what you ordered and when, a telephone number that we have. Never a password, a login code or a backup code.</p>
<textarea id="inputMessage" name="message" class="form-control" maxlength="2000" rows="6" aria-describedby="hintMessage" required>${form.message}</textarea>
<button class="btn btn-primary">Ask for a manual review</button></form>`;

/** The same answer for customers and for nobody. */
export const lostTwoFactorTaken = (): Html => html`<div class="card">
<p>If this address belongs to a customer with two-factor authentication, our billing department has your request now. It is looked at by hand, which takes a working day or two.</p>
<p>The answer comes by mail to the address of the account. Until then nothing has changed.</p>
<a class="btn btn-primary" href="/login">Back to login</a></div>`;
