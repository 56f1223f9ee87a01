import { html } from 'hono/html';
import type { Variant } from '../variants.ts';
import { type Html, layout, successAlert, tokenField } from './layout.ts';

/** The page after login; `told` is what happened to the second factor since. */
export const overviewPage = (token: string, name: string, enabled: boolean, told: Html): Html =>
  layout(
    { title: `Hello, ${name}!`, name, token },
    html`${told}<div class="card">
<p>Two-factor authentication is <strong>${enabled ? 'enabled' : 'not enabled'}</strong>.</p>
<a class="btn btn-primary" href="/security">Security Settings</a></div>`,
  );

/** What Security Settings shows. */
export type Security = {
  readonly token: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly variant: Variant;
  readonly query: string;
  readonly notice?: string | undefined;
  readonly verdict?: { readonly good: boolean; readonly text: string } | undefined;
};

const enableLink = ({ variant, query }: Security): Html => {
  if (variant.place === 'dialog') {
    return html`<a href="/security/two-factor/enable${query}" class="btn btn-success open-modal twofa-config-link enable" data-modal-title="Enable Two-Factor Authentication" data-modal-class="twofa-setup" data-btn-submit-id="btnEnable2FA">Click here to Enable</a>`;
  }
  const href = `/security/two-factor/enrol${query}`;
  return variant.place === 'window'
    ? html`<a href="${href}" class="btn btn-success twofa-config-link enable" data-open-window>Click here to Enable</a>`
    : html`<a href="${href}" class="btn btn-success twofa-config-link enable">Click here to Enable</a>`;
};

const checkForm = (page: Security): Html => html`<div class="card"><h2>Is my code right?</h2>
<p>Type what your authenticator shows, and learn what is wrong with it. The code is not used up; the try counts.</p>
${page.verdict === undefined ? html`` : html`<div class="alert ${page.verdict.good ? 'alert-success' : 'alert-warning'}" role="status" id="verdict">${page.verdict.text}</div>`}
<form method="post" action="/security/check">${tokenField(page.token)}
<label for="inputCheck">Code to check</label><input id="inputCheck" name="check" class="form-control" inputmode="numeric" maxlength="20" autocomplete="off" required>
<button class="btn">Check</button></form></div>`;

/** Security Settings: both status lines, one of them hidden, and the dialog that the steps are loaded into. */
export const securityPage = (page: Security): Html => {
  const { enabled } = page;
  return layout(
    { title: 'Security Settings', name: page.name, token: page.token },
    html`${successAlert(page.notice)}
<div class="card"><h2>Two-Factor Authentication</h2>
<p class="twofa-config-link disable ${enabled ? '' : 'w-hidden'}">Two-factor authentication is <strong>enabled</strong> for your account.</p>
<p class="twofa-config-link enable ${enabled ? 'w-hidden' : ''}">Two-factor authentication is <strong>disabled</strong>. We recommend that you enable it: <a href="/help/two-factor#step-3">every step, in words</a>.</p>
${
  enabled
    ? html`<a href="/security/two-factor/disable" class="btn btn-danger open-modal twofa-config-link disable" data-modal-title="Disable Two-Factor Authentication" data-modal-class="twofa-setup" data-btn-submit-id="btnDisable2FA">Click here to Disable</a>`
    : enableLink(page)
}</div>
${enabled ? checkForm(page) : html``}
<dialog class="modal" id="modalAjax" data-token="${page.token}" aria-labelledby="modalTitle"><div class="modal-header"><h2 class="modal-title" id="modalTitle"></h2></div>
<div class="modal-body"></div>
<div class="modal-footer"><button type="button" class="btn modal-close">Close</button> <button type="button" class="btn btn-primary modal-submit">Submit</button></div></dialog>`,
  );
};
