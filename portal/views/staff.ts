import { html } from 'hono/html';
import type { ListedAuditLine } from '../store/audit.ts';
import type { Review } from '../store/reviews.ts';
import { errorAlert, type Html, layout, leaveForm, tokenField } from './layout.ts';

/** The billing desk's own login. */
export const staffLoginPage = (token: string, error?: string): Html =>
  layout(
    { title: 'Billing desk', token, narrow: true, nav: html`` },
    html`<form method="post" action="/staff/login" class="card">
${tokenField(token)}${errorAlert(error)}
<label for="inputLogin">Staff login</label><input id="inputLogin" name="login" class="form-control" autocomplete="username" required>
<label for="inputPassword">Password</label><input type="password" id="inputPassword" name="password" class="form-control" autocomplete="current-password" required>
<button class="btn btn-primary">Log in</button></form>`,
  );

const when = (unixMs: number): string => new Date(unixMs).toISOString().slice(0, 16).replace('T', ' ');

const review = (token: string, one: Review): Html => html`<article class="card" data-review="${one.id}">
<h3>${one.name} (${one.email})</h3><p class="soft">${when(one.askedMs)} UTC <span class="state ${one.state}">${one.state}</span></p><blockquote>${one.message}</blockquote>
${
  one.state === 'open'
    ? html`<form method="post" action="/staff/review/${one.id}">${tokenField(token)}
<label for="reason${one.id}">Written reason</label><textarea id="reason${one.id}" name="reason" class="form-control" minlength="10" maxlength="2000" required></textarea>
<div class="actions"><button class="btn btn-danger" name="verdict" value="approved">Approve: disable two-factor</button> <button class="btn" name="verdict" value="refused">Refuse</button></div></form>`
    : html`<p><strong>Reason:</strong> ${one.reason}</p>`
}</article>`;

/** The desk: requests, and the log of everything that happened to anyone's second factor. */
export const deskPage = (
  token: string,
  reviews: readonly Review[],
  lines: readonly ListedAuditLine[],
  error?: string,
): Html =>
  layout(
    { title: 'Billing desk', token, nav: leaveForm('/staff/logout', 'Log out', token) },
    html`${errorAlert(error)}
<h2>Requests for manual review</h2>${reviews.length === 0 ? html`<p>None.</p>` : reviews.map((one) => review(token, one))}
<h2>Audit log</h2><div class="scroll" tabindex="0" role="region" aria-label="Audit log"><table class="audit"><thead><tr><th>Time (UTC)</th><th>Who</th><th>What</th><th>Customer</th><th>Reason or message</th></tr></thead>
<tbody>${lines.map((line) => html`<tr><td>${when(line.atMs)}</td><td>${line.actor}</td><td>${line.act}</td><td>${line.email}</td><td>${line.detail}</td></tr>`)}</tbody></table></div>`,
  );
